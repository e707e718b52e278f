package app.forecourt.ui.dialog;

import app.forecourt.file.FileInUseException;
import app.forecourt.journal.JournalOpenState;
import app.forecourt.settings.Preferences;
import app.forecourt.ui.fx.AccessibleName;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.fx.TypeAheadComboBox;
import app.forecourt.ui.words.JournalStateMessages;
import app.forecourt.ui.words.Messages;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/** Questions and messages in dialogs over a window. */
public final class WindowDialogs {
    /** Most lines of a list in a dialog. More would not fit on the screen. */
    public static final int MOST_LINES = 8;

    private final Supplier<Window> owner;
    private final Messages messages;
    private final Predicate<String> settings;
    private final FileChoosers files;
    private final Toasts toasts;

    /**
     * Creates the dialogs of one window.
     *
     * @param owner supplier of the window
     * @param settings action that shows the settings from a section on and returns true if any may have changed. The
     *     section is empty for all of them.
     */
    public WindowDialogs(Supplier<Window> owner, Messages messages, Predicate<String> settings) {
        this.owner = owner;
        this.messages = messages;
        this.settings = settings;
        this.files = new FileChoosers(owner, messages);
        this.toasts = new Toasts(owner, messages);
    }

    public Messages messages() {
        return messages;
    }

    /**
     * Lists the data that could not be deleted.
     *
     * @param files files that are left
     * @param keyIsGone false if the vault's key is left
     */
    public void showEraseLeftovers(List<Path> files, boolean keyIsGone) {
        String named = files.stream().limit(MOST_LINES).map(Path::toString).collect(Collectors.joining("\n"));
        String text = (files.isEmpty()
                        ? ""
                        : messages.get("settings.forgetAll.files", named, Math.max(0, files.size() - MOST_LINES))
                                + "\n\n")
                + (keyIsGone ? "" : messages.get("settings.forgetAll.key"));
        showText("settings.forgetAll", text.strip(), messages.get("answer.close"));
    }

    /**
     * Shows the settings.
     *
     * @param section key of the section to begin with; empty for the first
     * @return true if any may have changed
     */
    public boolean showSettings(String section) {
        return settings.test(section);
    }

    /**
     * Reports a bug of the program.
     *
     * @param code error code in the log
     * @param log path of the log
     */
    public void showBug(String code, String log) {
        showText("bug.title", messages.get("bug.text", code, log), messages.get("bug.close"));
    }

    /** Shows a result that the user must know, or the reason of a failure. */
    public void showMessage(String titleKey, String textKey, Object... args) {
        showText(titleKey, messages.get(textKey, args), messages.get("answer.close"));
    }

    /** Asks about a harmless action. Enter agrees. */
    public boolean confirm(String titleKey, String textKey, String yesKey, Object... args) {
        Dialog<ButtonType> dialog = createDialog(titleKey);
        ButtonType agree = addButtons(dialog.getDialogPane(), messages.get(yesKey));
        dialog.getDialogPane().setContent(paragraph(messages.get(textKey, args)));
        dialog.getDialogPane().lookupButton(agree).setId("agree");
        return dialog.showAndWait().filter(agree::equals).isPresent();
    }

    /**
     * Lets the user choose one of several values. The first one is preselected.
     *
     * @param label function from a value to its label
     * @return the chosen value, or empty if the user cancelled
     */
    public <T> Optional<T> choose(
            String titleKey, String textKey, String yesKey, List<T> values, Function<T, String> label) {
        Dialog<ButtonType> dialog = createDialog(titleKey);
        ComboBox<T> choice = new TypeAheadComboBox<>(label);
        choice.getItems().setAll(values);
        choice.setId("choice");
        AccessibleName.set(choice, messages.get(titleKey));
        choice.setValue(values.getFirst());
        choice.setMaxWidth(Double.MAX_VALUE);
        VBox content = new VBox(paragraph(messages.get(textKey)), choice);
        content.getStyleClass().add("dialog-content");
        dialog.getDialogPane().setContent(content);
        ButtonType agree = addButtons(dialog.getDialogPane(), messages.get(yesKey));
        dialog.setOnShown(_ -> choice.requestFocus());
        return dialog.showAndWait().filter(agree::equals).map(_ -> choice.getValue());
    }

    /** Reports the state of the opened journal, unless it is sound. */
    public void showJournalState(JournalOpenState state) {
        JournalStateMessages.of(state, messages)
                .ifPresent(text -> showText("found.title", text, messages.get("answer.close")));
    }

    /** Reports that the settings could not be read or stored. Does nothing if there is no trouble. */
    public void showPreferencesTrouble(Preferences.Trouble trouble) {
        if (trouble != Preferences.Trouble.NONE) {
            showMessage("settings.title", "trouble." + Messages.key(trouble));
        }
    }

    /** Shows that a file could not be read or written: another program has it open, or there is another reason. */
    public void showFileFailure(Exception failure, String titleKey, String textKey, Object... args) {
        if (failure instanceof FileInUseException inUse) {
            showMessage(titleKey, "file.in_use", Path.of(inUse.getFile()).getFileName());
        } else {
            showMessage(titleKey, textKey, args);
        }
    }

    private void showText(String titleKey, String text, String close) {
        Dialog<ButtonType> dialog = createDialog(titleKey);
        dialog.getDialogPane().setContent(paragraph(text));
        dialog.getDialogPane().getButtonTypes().add(new ButtonType(close, ButtonData.CANCEL_CLOSE));
        dialog.showAndWait();
    }

    /** Asks about an action that can't be undone. Enter declines. */
    public boolean ask(String titleKey, String textKey, String yesKey, String noKey, Object... args) {
        return ask(titleKey, List.of(), paragraph(messages.get(textKey, args)), yesKey, noKey);
    }

    /**
     * Asks about an action that can't be undone. Enter declines. Only the button that agrees is filled.
     *
     * @param styles style classes of the question
     */
    public boolean ask(String titleKey, List<String> styles, Node content, String yesKey, String noKey) {
        Dialog<ButtonType> dialog = createDialog(titleKey);
        // Has no buttons to minimise or maximise, because the window waits for the answer. A system without transparent
        // windows has no round corners.
        dialog.initStyle(
                Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)
                        ? StageStyle.TRANSPARENT
                        : StageStyle.UNDECORATED);
        DialogPane pane = dialog.getDialogPane();
        pane.getScene().setFill(Color.TRANSPARENT);
        pane.getStyleClass().add("question");
        pane.getStyleClass().addAll(styles);
        Label title = new Label(messages.get(titleKey));
        title.getStyleClass().add("question-title");
        title.setMaxWidth(Double.MAX_VALUE);
        pane.setHeader(title);
        pane.setContent(content);
        ButtonType agree = addButtons(pane, messages.get(yesKey), messages.get(noKey));
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

    /** Returns a text of a dialog that wraps. */
    public static Label paragraph(String text) {
        Label label = new Label(text);
        SafeTextWrap.enable(label);
        label.setPrefWidth(440);
        // A dialog computes its height as if each line were as long as it can be.
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("dialog-content");
        return label;
    }

    public FileChoosers fileChoosers() {
        return files;
    }

    /** Returns the notices of the window that need no answer. */
    public Toasts toasts() {
        return toasts;
    }

    /** Creates an empty dialog over the window. */
    public Dialog<ButtonType> createDialog(String titleKey) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle(messages.get(titleKey));
        dialog.setHeaderText(null);
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().add(Theme.STYLE_SHEET);
        // The button bar measures its texts before the dialog is shown, so the text size must be set by then.
        Optional.ofNullable(owner.get())
                .map(Window::getScene)
                .ifPresent(scene -> pane.setStyle(scene.getRoot().getStyle()));
        TextMenu.install(pane, messages);
        DialogPlacement.install(dialog);
        DialogVeil.install(dialog);
        return dialog;
    }

    /** Creates an empty sheet in the window. */
    public Sheet createSheet(String titleKey) {
        return createTitledSheet(messages.get(titleKey));
    }

    /** Creates an empty sheet in the window, with a title that is no words key. */
    Sheet createTitledSheet(String title) {
        return new Sheet((Pane) owner.get().getScene().getRoot(), title, messages);
    }

    /**
     * Adds two buttons to a dialog: one that agrees and one that cancels.
     *
     * @return the type of the button that agrees
     */
    public ButtonType addButtons(DialogPane pane, String yes) {
        return addButtons(pane, yes, messages.get("settings.cancel"));
    }

    private static ButtonType addButtons(DialogPane pane, String yes, String no) {
        ButtonType agree = new ButtonType(yes, ButtonData.OK_DONE);
        pane.getButtonTypes().addAll(agree, new ButtonType(no, ButtonData.CANCEL_CLOSE));
        return agree;
    }
}
