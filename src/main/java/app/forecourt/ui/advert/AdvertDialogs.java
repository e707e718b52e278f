package app.forecourt.ui.advert;

import app.forecourt.advert.Description;
import app.forecourt.car.CarField;
import app.forecourt.model.AdvertModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.dialog.TextDialogs;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.photos.PhotoPreviews.Preview;
import app.forecourt.ui.words.Messages;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The builder of descriptions and the preview, over the window. */
public final class AdvertDialogs {
    /** Pixels; fits a screen of 1366 by 768. */
    private static final double WIDTH = 1_120;
    private static final double HEIGHT = 690;
    private static final KeyCombination TAKE = new KeyCodeCombination(KeyCode.ENTER,
            KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ADD = new KeyCodeCombination(KeyCode.ENTER,
            KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination PRINT = new KeyCodeCombination(KeyCode.P,
            KeyCombination.SHORTCUT_DOWN);

    private final AdvertModel advertising;
    private final CarFormModel form;
    private final FormPane fields;
    private final Messages words;
    private final Dialogs dialogs;
    private final PrintService printing;
    private final Function<String, Preview> look;

    public AdvertDialogs(AdvertModel advertising, CarFormModel form, FormPane fields, Messages words,
            Dialogs dialogs,
            PrintService printing, Function<String, Preview> look) {
        this.advertising = advertising;
        this.form = form;
        this.fields = fields;
        this.words = words;
        this.dialogs = dialogs;
        this.printing = printing;
        this.look = look;
    }

    /** Builds the description, and puts it into its field if she takes it. */
    public void describe() {
        advertising.whenLoaded(() -> {
            DescriptionPane pane = new DescriptionPane(advertising, words);
            String before = form.text(CarField.DESCRIPTION).get().stripTrailing();
            BooleanSupplier still = form.isSameCar();
            Dialog<ButtonType> dialog = dialog("builder.title", pane);
            DialogPane around = dialog.getDialogPane();
            ButtonType take = new ButtonType(words.get(before.isEmpty() ? "builder.take" : "builder.replace"),
                    ButtonData.OK_DONE);
            ButtonType add = new ButtonType(words.get("builder.add"), ButtonData.APPLY);
            around.getButtonTypes().add(take);
            button(dialog, take, "builderTake", TAKE).disableProperty().bind(pane.fits().not());
            if (!before.isEmpty()) {
                around.getButtonTypes().add(add);
                button(dialog, add, "builderAdd", ADD).disableProperty().bind(pane.fits().not());
            }
            around.getButtonTypes().add(close());
            dialog.setOnShown(event -> Platform.runLater(pane.first()::requestFocus));
            dialog.setOnCloseRequest(event -> {
                if (dialog.getResult() != take && dialog.getResult() != add && pane.isChanged()
                        && !over(around).confirmDropping()) {
                    event.consume();
                }
            });
            ButtonType answer = dialog.showAndWait().orElseGet(this::close);
            if (pane.hasKept()) {
                advertising.elsewhere(advertising.blocks()::saveNow, dialogs::trouble, () -> {});
            }
            boolean below = answer.equals(add);
            if (!below && !answer.equals(take)) {
                return;
            }
            if (still.getAsBoolean()) {
                put(below ? before + Description.BETWEEN + pane.text() : pane.text());
            } else {
                ClipboardText.text(pane.text());
                dialogs.say("builder.title", "builder.elsewhere");
            }
        });
    }

    private void put(String text) {
        form.type(CarField.DESCRIPTION, text);
        fields.jumpTo(CarField.DESCRIPTION);
    }

    /** Shows how the advert will read. */
    public void preview() {
        advertising.whenLoaded(() -> {
            AdvertPane pane = new AdvertPane(advertising, look, words);
            Dialog<ButtonType> dialog = dialog("preview.title", pane);
            ButtonType print = new ButtonType(words.get("preview.print"), ButtonData.LEFT);
            dialog.getDialogPane().getButtonTypes().addAll(print, close());
            Button printer = button(dialog, print, "printCard", PRINT);
            // Printing is no answer: the preview stays.
            printer.addEventFilter(ActionEvent.ACTION, event -> {
                event.consume();
                print(pane, printer);
            });
            dialog.setOnShown(event -> Platform.runLater(pane.first()::requestFocus));
            dialog.showAndWait();
        });
    }

    /** Asking the system for its printers may take seconds. */
    private void print(AdvertPane pane, Button printer) {
        printer.setDisable(true);
        advertising.elsewhere(printing::obstacle, obstacle -> {
            printer.setDisable(false);
            if (printer.getScene() == null || !printer.getScene().getWindow().isShowing()) {
                return;
            }
            PrintService.Outcome outcome = obstacle.orElseGet(
                    () -> printing.print(pane.card(), pane.title(), printer.getScene().getWindow()));
            if (outcome != PrintService.Outcome.LEFT) {
                over(printer).say("preview.print.title",
                        "preview.print." + Messages.key(outcome));
            }
        }, () -> printer.setDisable(false));
    }

    /** Those that lie over the window that a node is in. */
    private Dialogs over(Node node) {
        return new Dialogs(() -> node.getScene().getWindow(), words, () -> false);
    }

    private ButtonType close() {
        return new ButtonType(words.get("answer.close"), ButtonData.CANCEL_CLOSE);
    }

    private Dialog<ButtonType> dialog(String titleKey, Node content) {
        Dialog<ButtonType> dialog = dialogs.dialog(titleKey);
        DialogPane pane = dialog.getDialogPane();
        pane.getStyleClass().add("advert-window");
        pane.setContent(content);
        TextDialogs.enlarge(dialog, WIDTH, HEIGHT);
        // Lists and texts keep it to themselves.
        pane.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                // That closes it, unless what is typed in there has something against it.
                dialog.setResult(close());
            }
        });
        return dialog;
    }

    /** A button with its key. Enter alone presses none: it is needed elsewhere in there. */
    private static Button button(Dialog<?> dialog, ButtonType type, String id, KeyCombination pressed) {
        Button button = (Button) dialog.getDialogPane().lookupButton(type);
        button.setId(id);
        button.setDefaultButton(false);
        // As wide as its own text, and not as the longest: there may be no room for three of those.
        ButtonBar.setButtonUniformSize(button, false);
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (pressed.match(key)) {
                button.fire();
                key.consume();
            }
        });
        return button;
    }
}
