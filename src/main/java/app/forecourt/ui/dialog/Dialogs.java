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

/** The few questions and papers that lie over the window. */
public final class Dialogs {
    /** Of a list that a dialog names; more would not fit on the screen. */
    private static final int MOST_LINES = 8;

    private final Supplier<Window> owner;
    private final Messages words;
    private final Supplier<Boolean> settings;
    private final FileChoosers files;

    /**
     * The dialogs of one window.
     *
     * @param settings shows the settings and tells whether any changed
     */
    public Dialogs(Supplier<Window> owner, Messages words, Supplier<Boolean> settings) {
        this.owner = owner;
        this.words = words;
        this.settings = settings;
        this.files = new FileChoosers(owner, words);
    }

    /**
     * Asks before the first sending to production of a run.
     *
     * @param dealership the name of the car's, if it has one
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

    /** Asks before something is lost that could not be saved. */
    public boolean confirmClosing(int unsaved) {
        return ask("close.title", words.get("close.text", unsaved), words.get("close.yes"),
                words.get("close.no"));
    }

    /** Asks before the program ends while cars have not left yet; they stay drafts. */
    public boolean confirmClosingUnsent(int cars) {
        return ask("close.title", words.get("close.soon", cars), words.get("close.soon.yes"),
                words.get("close.no"));
    }

    /** Asks before it ends while a car is on its way. */
    public boolean confirmClosingOnTheWay(long cars) {
        return ask("close.title", words.get("close.way", cars), words.get("close.way.yes"),
                words.get("close.no"));
    }

    /** Asks before client id, secret and token are forgotten. */
    public boolean confirmForgetting() {
        return ask("settings.forget", words.get("settings.forget.ask"), words.get("settings.forget.yes"),
                words.get("settings.forget.no"));
    }

    /** Asks before all that is kept is deleted. */
    public boolean confirmForgettingEverything(Path home) {
        return ask("settings.forgetAll", words.get("settings.forgetAll.ask", home.toString()),
                words.get("settings.forgetAll.yes"), words.get("settings.forgetAll.no"));
    }

    /** Says what of all that was to be forgotten is still there. */
    public void stillThere(List<Path> files, boolean keyIsGone) {
        String named = files.stream().limit(MOST_LINES).map(Path::toString)
                .collect(Collectors.joining("\n"));
        String text = (files.isEmpty() ? ""
                : words.get("settings.forgetAll.files", named,
                        Math.max(0, files.size() - MOST_LINES)) + "\n\n")
                + (keyIsGone ? "" : words.get("settings.forgetAll.key"));
        showMessage("settings.forgetAll", text.strip(), words.get("answer.close"));
    }

    /** Asks before a correction is given up. */
    public boolean confirmLeaving() {
        return ask("leave.title", words.get("leave.text"), words.get("leave.yes"), words.get("leave.no"));
    }

    /** Asks before a text that was changed by hand is given up. */
    public boolean confirmDropping() {
        return ask("builder.drop.title", words.get("builder.drop.text"), words.get("builder.drop.yes"),
                words.get("leave.no"));
    }

    /** Asks before something is sent of which no note can be kept. */
    public boolean confirmNotNoted(JournalException.Reason reason) {
        return ask("notnoted.title", words.get("notnoted.text", words.get("disk." + Messages.key(reason))),
                words.get("notnoted.yes"), words.get("send.ask.no"));
    }

    /** Shows the settings. */
    public boolean settings() {
        return settings.get();
    }

    /** Says that the program has a fault, with the code that stands in the log. */
    public void bug(String code, String log) {
        say("bug.title", "bug.text", code, log);
    }

    /** Says something that she asked for came to, or why it did not. */
    public void say(String titleKey, String textKey, Object... args) {
        showMessage(titleKey, words.get(textKey, args), words.get("bug.close"));
    }

    /** Asks whether to do something harmless, which Enter does. */
    public boolean agree(String titleKey, String textKey, String yesKey, Object... args) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        ButtonType agree = buttons(dialog, words.get(yesKey));
        dialog.getDialogPane().setContent(paragraph(words.get(textKey, args)));
        dialog.getDialogPane().lookupButton(agree).setId("agree");
        return dialog.showAndWait().filter(agree::equals).isPresent();
    }

    /** Has one of several chosen. */
    public <T> Optional<T> choose(String titleKey, String textKey, String yesKey, List<T> from,
            Function<T, String> word) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        ComboBox<T> choice = new ComboBox<>(FXCollections.observableArrayList(from));
        choice.setId("choice");
        AccessibleName.of(choice, words.get(titleKey));
        choice.setConverter(new LabelConverter<>(word));
        choice.setValue(from.getFirst());
        choice.setMaxWidth(Double.MAX_VALUE);
        VBox content = new VBox(paragraph(words.get(textKey)), choice);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        ButtonType agree = buttons(dialog, words.get(yesKey));
        dialog.setOnShown(event -> choice.requestFocus());
        return dialog.showAndWait().filter(agree::equals).map(any -> choice.getValue());
    }

    /** Says what the journal was like, if that is not as it should be. */
    public void found(JournalState found) {
        JournalMessages.of(found, words)
                .ifPresent(text -> showMessage("found.title", text, words.get("bug.close")));
    }

    /** Says that the settings could not be read or kept, if so. */
    public void trouble(Preferences.Trouble trouble) {
        if (trouble != Preferences.Trouble.NONE) {
            say("settings.title", "trouble." + Messages.key(trouble));
        }
    }

    /** Says that there is no home directory, and what stands in for it. */
    public void homeless(String directory) {
        say("home.title", "home.none", directory);
    }

    /** Says that the desk's own vocabulary could not be read. */
    public void ownWordsUnreadable(String file) {
        say("ownwords.title", "trouble.ownwords.unreadable", file);
    }

    /** Says which lines of the desk's own vocabulary could not be used. */
    public void ownWordsUnusable(String file, List<String> lines) {
        String named = lines.stream().limit(MOST_LINES).collect(Collectors.joining("\n"));
        say("ownwords.title", "trouble.ownwords.unusable", file, named,
                Math.max(0, lines.size() - MOST_LINES));
    }

    private void showMessage(String titleKey, String text, String close) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        dialog.getDialogPane().setContent(paragraph(text));
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(close, ButtonData.CANCEL_CLOSE));
        dialog.showAndWait();
    }

    private boolean ask(String titleKey, String text, String yes, String no) {
        Dialog<ButtonType> dialog = dialog(titleKey);
        DialogPane pane = dialog.getDialogPane();
        pane.setContent(paragraph(text));
        ButtonType agree = buttons(dialog, yes, no);
        Button doIt = (Button) pane.lookupButton(agree);
        doIt.setId("confirm");
        doIt.getStyleClass().add(Styles.DANGER);
        // The harmless answer is the one that Enter gives.
        doIt.setDefaultButton(false);
        Button leaveIt = (Button) pane.lookupButton(pane.getButtonTypes().getLast());
        leaveIt.setDefaultButton(true);
        dialog.setOnShown(event -> leaveIt.requestFocus());
        return dialog.showAndWait().filter(agree::equals).isPresent();
    }

    private static Label paragraph(String text) {
        Label label = new Label(text);
        TextWrap.enable(label);
        label.setPrefWidth(440);
        label.getStyleClass().add("dialog-content");
        return label;
    }

    /** Has files chosen. */
    public FileChoosers files() {
        return files;
    }

    /** An empty one over the window. */
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
     * Gives it two: one that agrees, and one that leaves all as it is.
     *
     * @return the one that agrees
     */
    public ButtonType buttons(Dialog<?> dialog, String yes) {
        return buttons(dialog, yes, words.get("send.ask.no"));
    }

    private static ButtonType buttons(Dialog<?> dialog, String yes, String no) {
        ButtonType agree = new ButtonType(yes, ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(agree, new ButtonType(no, ButtonData.CANCEL_CLOSE));
        return agree;
    }
}
