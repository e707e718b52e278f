package app.forecourt.ui.options;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.option.paste.OptionCatalogue;
import app.forecourt.option.paste.PasteResult;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.fx.TextWrap;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A pasted list of equipment over the window: what was understood beside what was not, to be looked at before any of it
 * is chosen. Space ticks and unticks, Enter chooses, another list can be pasted in its place.
 */
final class PasteOptionsDialog {
    /** Pixels, where the screen has as many. */
    private static final double WIDTH = 980;
    private static final double HEIGHT = 600;
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V,
            KeyCombination.SHORTCUT_DOWN);

    private final Dialogs dialogs;
    private final Messages words;
    private final TaskRunner background;
    private final CarFormModel form;
    /** The list that is shown, or will be once it is read. */
    private String wanted = "";

    PasteOptionsDialog(Dialogs dialogs, Messages words, TaskRunner background, CarFormModel form) {
        this.dialogs = dialogs;
        this.words = words;
        this.background = background;
        this.form = form;
    }

    /** @return how many options were chosen */
    int show(OptionCatalogue catalogue, String text) {
        Dialog<ButtonType> dialog = dialogs.dialog("options.paste.title");
        ButtonType take = dialogs.buttons(dialog, words.get("options.paste.take", 0));
        Button agree = (Button) dialog.getDialogPane().lookupButton(take);
        agree.setId("takePasted");
        // Its text grows with what is found.
        ButtonBar.setButtonUniformSize(agree, false);
        agree.setMinWidth(Region.USE_PREF_SIZE);
        Label state = new Label();
        state.setId("pasteState");
        TextWrap.enable(state);
        LiveRegion.follow(state);
        PasteResultPane lists = new PasteResultPane(words, form);
        lists.taken().subscribe(count -> {
            agree.setText(words.get("options.paste.take", count.intValue()));
            agree.setDisable(count.intValue() == 0);
        });
        VBox content = new VBox(state, lists);
        content.getStyleClass().addAll("dialog-content", "pasted");
        content.setAlignment(Pos.TOP_LEFT);
        VBox.setVgrow(lists, Priority.ALWAYS);
        dialog.getDialogPane().setContent(content);
        TextDialogs.place(dialog, WIDTH, HEIGHT);
        TextDialogs.closeOnEscape(dialog, content);
        // A list takes these keys for itself.
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (PASTE.match(key)) {
                read(catalogue, ClipboardText.text(), state, lists);
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER && !agree.isDisabled()
                    && !(key.getTarget() instanceof Button)) {
                agree.fire();
                key.consume();
            }
        });
        dialog.setOnShown(event -> {
            TextDialogs.place(dialog, WIDTH, HEIGHT);
            lists.focus();
        });
        // What is read by then comes too late.
        dialog.setOnHidden(event -> wanted = "");
        read(catalogue, text, state, lists);
        BooleanSupplier still = form.isSameCar();
        boolean agreed = dialog.showAndWait().filter(take::equals).isPresent();
        if (agreed && !still.getAsBoolean()) {
            dialogs.say("options.paste.title", "options.paste.elsewhere");
            return 0;
        }
        List<String> names = agreed ? lists.names() : List.of();
        form.options().addAll(names);
        return names.size();
    }

    /** A long list takes a moment; what is found comes when it is read. */
    private void read(OptionCatalogue catalogue, String text, Label state, PasteResultPane lists) {
        wanted = text;
        int length = text.codePointCount(0, text.length());
        if (text.isBlank() || length > OptionCatalogue.LONGEST_LIST) {
            lists.show(new PasteResult(List.of(), List.of()));
            state.setText(text.isBlank() ? words.get("options.paste.none")
                    : words.get("options.paste.long", length, OptionCatalogue.LONGEST_LIST));
            return;
        }
        state.setText(words.get("options.paste.reading"));
        List<String> chosen = List.copyOf(form.options());
        background.run(() -> catalogue.read(text, chosen), pasted -> {
            if (!wanted.equals(text)) {
                // A long list that was pasted before this one.
                return;
            }
            lists.show(pasted);
            state.setText(
                    words.get(pasted.matches().isEmpty() ? "options.paste.nothing" : "options.paste.look",
                            pasted.matches().size()));
            lists.focus();
        });
    }
}
