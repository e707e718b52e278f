package app.forecourt.ui.options;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.option.paste.PasteResult;
import app.forecourt.ui.dialog.Sheet;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The dialog for a pasted equipment list. It shows the options recognised and the texts left over, for review before
 * any option is added. Space ticks or unticks an option, Enter adds the ticked ones, and pasting replaces the list. On
 * a text left over, Enter searches an option for it.
 */
final class PasteOptionsDialog {
    /** Width in pixels. */
    private static final double WIDTH = 980;

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final WindowDialogs dialogs;
    private final Messages messages;
    private final TaskRunner taskRunner;
    private final CarFormModel form;
    /** The latest pasted text. Its result is shown or will be shown when it has been read. */
    private String latestText = "";

    PasteOptionsDialog(WindowDialogs dialogs, Messages messages, TaskRunner taskRunner, CarFormModel form) {
        this.dialogs = dialogs;
        this.messages = messages;
        this.taskRunner = taskRunner;
        this.form = form;
    }

    /**
     * Shows the dialog and waits until the user closes it.
     *
     * @return names of the options added; none if the dialog was cancelled or another car is in the form by then
     */
    List<String> show(OptionCatalogue catalogue, String text) {
        Sheet sheet = dialogs.createSheet("options.paste.title");
        ButtonType addType = dialogs.addButtons(sheet.pane(), messages.get("options.paste.take", 0));
        Button addButton = sheet.button(addType);
        addButton.setId("takePasted");
        // The text of the button grows with the number of options.
        ButtonBar.setButtonUniformSize(addButton, false);
        addButton.setMinWidth(Region.USE_PREF_SIZE);
        Label state = LiveRegion.label("pasteState");
        // The list gives way to the second line.
        state.setMinHeight(Region.USE_PREF_SIZE);
        PasteResultPane lists = new PasteResultPane(messages, form, catalogue);
        lists.tickedCount().subscribe(count -> {
            addButton.setText(messages.get("options.paste.take", count.intValue()));
            addButton.setDisable(count.intValue() == 0);
        });
        Button pasteButton =
                new Button(messages.get("options.paste.clipboard") + "   " + messages.get("key.ctrl") + " V");
        pasteButton.setId("pasteAgain");
        pasteButton.setOnAction(_ -> read(catalogue, ClipboardText.text(), state, lists));
        FontIcon icon = Icons.of(Feather.CLIPBOARD);
        VBox content = new VBox(icon, state, pasteButton, lists);
        content.getStyleClass().addAll("dialog-content", "pasted");
        VBox.setVgrow(lists, Priority.ALWAYS);
        lists.isEmpty().subscribe(empty -> {
            NodeVisibility.set(icon, empty);
            NodeVisibility.set(pasteButton, empty);
            NodeVisibility.set(lists, !empty);
            content.setAlignment(empty ? Pos.CENTER : Pos.TOP_LEFT);
            if (empty) {
                pasteButton.requestFocus();
            }
        });
        sheet.pane().setContent(content);
        sheet.setWidth(WIDTH);
        sheet.setOnEscape(lists::closeSearch);
        // A filter, because the lists would consume these keys.
        sheet.pane().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (handleEnter(key, lists, addButton)) {
                key.consume();
            } else if (PASTE.match(key) && !(key.getTarget() instanceof TextInputControl)) {
                read(catalogue, ClipboardText.text(), state, lists);
                key.consume();
            }
        });
        sheet.setOnShown(() -> {
            read(catalogue, text, state, lists);
            lists.focusMatches();
        });
        BooleanSupplier isSameCar = form.isSameCar();
        boolean agreed = sheet.showAndWait().filter(addType::equals).isPresent();
        // A result that arrives after closing is ignored.
        latestText = "";
        if (agreed && !isSameCar.getAsBoolean()) {
            dialogs.showMessage("options.paste.title", "options.paste.elsewhere");
            return List.of();
        }
        List<String> names = agreed ? lists.tickedNames() : List.of();
        form.options().addAll(names);
        return names;
    }

    /** Handles Enter, which first belongs to the search of an option. */
    private static boolean handleEnter(KeyEvent key, PasteResultPane lists, Button addButton) {
        if (key.getCode() != KeyCode.ENTER || key.getTarget() instanceof Button) {
            return false;
        }
        boolean isHandled = lists.handleEnter();
        if (!isHandled && !addButton.isDisabled()) {
            addButton.fire();
            return true;
        }
        return isHandled;
    }

    /** Reads a list in the background, because a long one takes a moment, and then shows the result. */
    private void read(OptionCatalogue catalogue, String text, Label state, PasteResultPane lists) {
        latestText = text;
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > OptionCatalogue.MAX_LIST_LENGTH) {
            lists.showResult(PasteResult.EMPTY);
            state.setText(
                    text.isBlank()
                            ? messages.get("options.paste.none")
                            : messages.get("options.paste.long", length, OptionCatalogue.MAX_LIST_LENGTH));
            return;
        }
        state.setText(messages.get("options.paste.reading"));
        List<String> chosen = List.copyOf(form.options());
        taskRunner.run(() -> catalogue.parse(text, chosen), result -> {
            if (!latestText.equals(text)) {
                // The result of a longer list that was pasted earlier.
                return;
            }
            lists.showResult(result);
            state.setText(messages.get(
                    result.matches().isEmpty() ? "options.paste.nothing" : "options.paste.look",
                    result.matches().size()));
            lists.focusMatches();
        });
    }
}
