package app.forecourt.ui.dialog;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.database.JournalException;
import app.forecourt.settings.Preferences;
import app.forecourt.stock.CarName;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.LabelConverter;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.words.JournalMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Questions and messages in dialogs over a window. */
public final class Dialogs {
    /** Most lines of a list in a dialog. More would not fit on the screen. */
    private static final int MOST_LINES = 8;

    private final Supplier<Window> owner;
    private final Messages words;
    private final Supplier<Boolean> settings;
    private final FileChoosers files;

    /**
     * Creates the dialogs of one window.
     *
     * @param owner supplier of the window
     * @param settings action that shows the settings and returns true if any may have changed
     */
    public Dialogs(Supplier<Window> owner, Messages words, Supplier<Boolean> settings) {
        this.owner = owner;
        this.words = words;
        this.settings = settings;
        this.files = new FileChoosers(owner, words);
    }

    /**
     * Asks before the first submission to production in a run of the program.
     *
     * @param amount sales price, if it is valid
     * @param dealership name of the car's dealership, if known
     * @return true if the user agreed
     */
    public boolean confirmProduction(CarDraft draft, Optional<BigDecimal> amount,
            Optional<String> dealership) {
        String car = CarName.of(draft::text);
        String price = amount.map(words::value).orElseGet(() -> draft.text(CarField.SALES_PRICE).strip())
                + " "
                + draft.text(CarField.CURRENCY).strip();
        return ask("send.ask.title",
                words.get("send.ask.text", car, price.strip(),
                        Stream.concat(dealership.stream(),
                                Stream.of(draft.text(CarField.DEALERSHIP_ID).strip()))
                                .collect(Collectors.joining(" · "))),
                words.get("send.ask.yes"), words.get("send.ask.no"));
    }

    /** Asks before the program ends while changes could not be saved. */
    public boolean confirmClosing(int unsaved) {
        return ask("close.title", words.get("close.text", unsaved), words.get("close.yes"),
                words.get("close.no"));
    }

    /** Asks before the program ends during the countdown of cars. They stay drafts. */
    public boolean confirmClosingUnsent(int cars) {
        return ask("close.title", words.get("close.soon", cars), words.get("close.soon.yes"),
                words.get("close.no"));
    }

    /** Asks before the program ends while cars are being sent. */
    public boolean confirmClosingOnTheWay(long cars) {
        return ask("close.title", words.get("close.way", cars), words.get("close.way.yes"),
                words.get("close.no"));
    }

    /** Asks before client id, secret and token are deleted. */
    public boolean confirmForgetting() {
        return ask("settings.forget", words.get("settings.forget.ask"), words.get("settings.forget.yes"),
                words.get("settings.forget.no"));
    }

    /** Asks before all data of the program is deleted. */
    public boolean confirmForgettingEverything(Path home) {
        return ask("settings.forgetAll", words.get("settings.forgetAll.ask", home.toString()),
                words.get("settings.forgetAll.yes"), words.get("settings.forgetAll.no"));
    }

    /**
     * Lists the data that could not be deleted.
     *
     * @param files files that are left
     * @param keyIsGone false if the vault's key is left
     */
    public void stillThere(List<Path> files, boolean keyIsGone) {
        String named = files.stream().limit(MOST_LINES).map(Path::toString)
                .collect(Collectors.joining("\n"));
        String text = (files.isEmpty() ? ""
                : words.get("settings.forgetAll.files", named,
                        Math.max(0, files.size() - MOST_LINES)) + "\n\n")
                + (keyIsGone ? "" : words.get("settings.forgetAll.key"));
        showText("settings.forgetAll", text.strip(), words.get("answer.close"));
    }

    /** Asks before the changes of a correction are discarded. */
    public boolean confirmLeaving() {
        return ask("leave.title", words.get("leave.text"), words.get("leave.yes"), words.get("leave.no"));
    }

    /** Asks before a text edited by hand is discarded. */
    public boolean confirmDropping() {
        return ask("builder.drop.title", words.get("builder.drop.text"), words.get("builder.drop.yes"),
                words.get("leave.no"));
    }

    /** Asks before a car is sent although the journal can't record the submission. */
    public boolean confirmNotNoted(JournalException.Reason reason) {
        return ask("notnoted.title", words.get("notnoted.text", words.get("disk." + Messages.key(reason))),
                words.get("notnoted.yes"), words.get("send.ask.no"));
    }

    /**
     * Shows the settings.
     *
     * @return true if any may have changed
     */
    public boolean settings() {
        return settings.get();
    }

    /**
     * Reports a bug of the program.
     *
     * @param code error code in the log
     * @param log path of the log
     */
    public void bug(String code, String log) {
        say("bug.title", "bug.text", code, log);
    }

    /** Shows the result of an action, or the reason of its failure. */
    public void say(String titleKey, String textKey, Object... args) {
        showText(titleKey, words.get(textKey, args), words.get("bug.close"));
    }

    /** Asks about a harmless action. Enter agrees. */
    public boolean agree(String titleKey, String textKey, String yesKey, Object... args) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        ButtonType agree = buttons(dialog, words.get(yesKey));
        dialog.getDialogPane().setContent(paragraph(words.get(textKey, args)));
        dialog.getDialogPane().lookupButton(agree).setId("agree");
        return dialog.showAndWait().filter(agree::equals).isPresent();
    }

    /**
     * Lets the user choose one of several values. The first one is preselected.
     * @param label function from a value to its label
     * @return the chosen value, or empty if the user cancelled
     */
    public <T> Optional<T> choose(String titleKey, String textKey, String yesKey, List<T> values,
            Function<T, String> label) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        ComboBox<T> choice = new ComboBox<>(FXCollections.observableArrayList(values));
        choice.setId("choice");
        AccessibleName.of(choice, words.get(titleKey));
        choice.setConverter(new LabelConverter<>(label));
        choice.setValue(values.getFirst());
        choice.setMaxWidth(Double.MAX_VALUE);
        VBox content = new VBox(paragraph(words.get(textKey)), choice);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        ButtonType agree = buttons(dialog, words.get(yesKey));
        dialog.setOnShown(_ -> choice.requestFocus());
        return dialog.showAndWait().filter(agree::equals).map(_ -> choice.getValue());
    }

    /** Reports the state of the opened journal, unless it is sound. */
    public void found(JournalState found) {
        JournalMessages.of(found, words)
                .ifPresent(text -> showText("found.title", text, words.get("bug.close")));
    }

    /** Reports that the settings could not be read or stored. Does nothing if there is no trouble. */
    public void trouble(Preferences.Trouble trouble) {
        if (trouble != Preferences.Trouble.NONE) {
            say("settings.title", "trouble." + Messages.key(trouble));
        }
    }

    /** Reports that there is no home directory, with the directory used instead. */
    public void homeless(String directory) {
        say("home.title", "home.none", directory);
    }

    /** Reports that the custom vocabulary file could not be read. */
    public void ownWordsUnreadable(String file) {
        say("ownwords.title", "trouble.ownwords.unreadable", file);
    }

    /** Reports the lines of the custom vocabulary file that could not be used. */
    public void ownWordsUnusable(String file, List<String> lines) {
        String named = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
        say("ownwords.title", "trouble.ownwords.unusable", file, named,
                Math.max(0, lines.size() - MOST_LINES));
    }

    private void showText(String titleKey, String text, String close) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        dialog.getDialogPane().setContent(paragraph(text));
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(close, ButtonData.CANCEL_CLOSE));
        dialog.showAndWait();
    }

    private boolean ask(String titleKey, String text, String yes, String no) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(paragraph(text));
        ButtonType agree = addButtons(dialog, yes, no);
        Button agreeButton = (Button) pane.lookupButton(agree);
        agreeButton.setId("confirm");
        agreeButton.getStyleClass().add(Styles.DANGER);
        // Enter gives the harmless answer.
        agreeButton.setDefaultButton(false);
        Button declineButton = (Button) pane.lookupButton(pane.getButtonTypes().getLast());
        declineButton.setDefaultButton(true);
        dialog.setOnShown(_ -> declineButton.requestFocus());
        return dialog.showAndWait().filter(agree::equals).isPresent();
    }

    private static Label paragraph(String text) {
        Label label = new Label(text);
        TextWrap.enable(label);
        label.setPrefWidth(440);
        label.getStyleClass().add("dialog-content");
        return label;
    }

    /** Returns the file choosers of the window. */
    public FileChoosers files() {
        return files;
    }

    /** Creates an empty dialog over the window. */
    public Dialog<ButtonType> dialog(String titleKey) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle(words.get(titleKey));
        dialog.setHeaderText(null);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().add(Theme.STYLE_SHEET);
        TextMenu.install(pane, words);
        DialogPlacement.of(dialog);
        return dialog;
    }

    /**
     * Adds two buttons to a dialog: one that agrees and one that cancels.
     *
     * @return the type of the button that agrees
     */
    public ButtonType buttons(Dialog<?> dialog, String yes) {
        return addButtons(dialog, yes, words.get("send.ask.no"));
    }

    private static ButtonType addButtons(Dialog<?> dialog, String yes, String no) {
        ButtonType agree = new ButtonType(yes, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(agree, new ButtonType(no, ButtonData.CANCEL_CLOSE));
        return agree;
    }
}
