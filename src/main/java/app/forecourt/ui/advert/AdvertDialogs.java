package app.forecourt.ui.advert;

import app.forecourt.advert.Description;
import app.forecourt.car.CarField;
import app.forecourt.card.CardContent;
import app.forecourt.card.CardPdf;
import app.forecourt.card.CardRepository;
import app.forecourt.model.AdvertModel;
import app.forecourt.model.cars.CurrentCar;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.store.CarInMemory;
import app.forecourt.ui.dialog.Sheet;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.photos.PhotoPictureState;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Sheets of the advert: the description builder and the preview. */
public final class AdvertDialogs {
    /** Width in pixels. */
    private static final double WIDTH = 1_120;
    /** Resolution of the printer: 300 pixels an inch. */
    private static final float PIXELS_PER_POINT = 300 / 72f;

    private static final KeyCombination TAKE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ADD =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination PRINT = new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final AdvertModel advertising;
    private final CardRepository cards;
    private final CarFormModel form;
    private final FormPane fields;
    private final Messages messages;
    private final WindowDialogs dialogs;
    private final PrintService printService;
    private final Function<String, PhotoPictureState> previewOf;
    private boolean isOpening;
    private boolean isBuilding;

    public AdvertDialogs(
            AdvertModel advertising,
            CardRepository cards,
            CarFormModel form,
            FormPane fields,
            WindowDialogs dialogs,
            PrintService printService,
            Function<String, PhotoPictureState> previewOf) {
        this.advertising = advertising;
        this.cards = cards;
        this.form = form;
        this.fields = fields;
        messages = dialogs.messages();
        this.dialogs = dialogs;
        this.printService = printService;
        this.previewOf = previewOf;
    }

    /**
     * Shows the description builder. Puts the text into the description field if the user accepts it. Copies the text
     * to the clipboard if the form shows another car by then. Saves what the user edits until then with the car, so
     * that a kill does not lose it.
     */
    public void buildDescription(CurrentCar current) {
        advertising.whenLoaded(() -> {
            if (isBuilding) {
                return;
            }
            CarInMemory car = current.car().get();
            DescriptionPane pane = new DescriptionPane(
                    advertising,
                    messages,
                    car.editedDescription(),
                    text -> current.description().save(car, text));
            String oldText = form.text(CarField.DESCRIPTION).get().stripTrailing();
            BooleanSupplier isSameCar = form.isSameCar();
            Sheet sheet = newSheet("builder.title", pane);
            ButtonType take = new ButtonType(
                    messages.get(oldText.isEmpty() ? "builder.take" : "builder.replace"), ButtonData.OK_DONE);
            ButtonType add = new ButtonType(messages.get("builder.add"), ButtonData.APPLY);
            sheet.pane().getButtonTypes().add(take);
            button(sheet, take, "builderTake", TAKE)
                    .disableProperty()
                    .bind(pane.fits().not());
            if (!oldText.isEmpty()) {
                sheet.pane().getButtonTypes().add(add);
                button(sheet, add, "builderAdd", ADD)
                        .disableProperty()
                        .bind(pane.fits().not());
            }
            sheet.pane().getButtonTypes().add(closeButton());
            sheet.setOnShown(() -> Platform.runLater(pane.firstControl()::requestFocus));
            sheet.confirmClose(() ->
                    sheet.result().filter(type -> type == take || type == add).isPresent()
                            || !pane.isEditedByHand()
                            || isDropped(current, car));
            ButtonType answer = showBuilder(sheet);
            if (pane.hasChangedBlocks()) {
                advertising.runInBackground(advertising.blocks()::saveNow, dialogs::showPreferencesTrouble, () -> {});
            }
            boolean isAdded = answer.equals(add);
            if (!isAdded && !answer.equals(take)) {
                return;
            }
            if (isSameCar.getAsBoolean()) {
                putDescription(isAdded ? oldText + Description.BETWEEN + pane.text() : pane.text());
                // Afterwards, so that a kill finds the text in one of both places.
                current.description().save(car, "");
            } else {
                ClipboardText.text(pane.text());
                dialogs.showMessage("builder.title", "builder.elsewhere");
            }
        });
    }

    private ButtonType showBuilder(Sheet sheet) {
        isBuilding = true;
        try {
            return sheet.showAndWait().orElseGet(this::closeButton);
        } finally {
            isBuilding = false;
        }
    }

    /** Asks whether to drop the edited text, and forgets it then. A window that closes by itself forgets nothing. */
    private boolean isDropped(CurrentCar current, CarInMemory car) {
        boolean dropped = dialogs.ask("builder.drop.title", "builder.drop.text", "builder.drop.yes", "leave.no");
        if (dropped) {
            current.description().save(car, "");
        }
        return dropped;
    }

    private void putDescription(String text) {
        form.type(CarField.DESCRIPTION, text);
        fields.jumpTo(CarField.DESCRIPTION);
    }

    /** Shows a preview of the advert. From there the user can print the windscreen card or save it as PDF. */
    public void showPreview() {
        if (isOpening) {
            return;
        }
        isOpening = true;
        advertising.whenLoaded(() -> advertising.runInBackground(
                cards::dealer,
                dealer -> {
                    isOpening = false;
                    showPreview(new AdvertPreviewPane(advertising, dealer, previewOf, messages));
                },
                () -> isOpening = false));
    }

    private void showPreview(AdvertPreviewPane pane) {
        Sheet sheet = newSheet("preview.title", pane);
        ButtonType print = new ButtonType(messages.get("preview.print"), ButtonData.LEFT);
        ButtonType save = new ButtonType(messages.get("preview.pdf"), ButtonData.LEFT);
        sheet.pane().getButtonTypes().addAll(print, save, closeButton());
        Button printer = button(sheet, print, "printCard", PRINT);
        Button saver = button(sheet, save, "saveCard", SAVE);
        // Consumes the events, because neither closes the preview.
        printer.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            print(pane, printer);
        });
        saver.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            dialogs.fileChoosers()
                    .chooseFileToSave("preview.pdf.title", CardPdf.fileName(pane.cardContent()), "*.pdf")
                    .ifPresent(file -> savePdf(pane.cardContent(), file, saver));
        });
        sheet.setOnShown(() -> Platform.runLater(pane.firstControl()::requestFocus));
        sheet.showAndWait();
    }

    /** Saves the windscreen card as PDF in the background. A failing disk is no bug of the program. */
    void savePdf(CardContent card, Path file, Button saver) {
        saver.setDisable(true);
        Runnable endWait = dialogs.toasts().showWait("preview.pdf.wait");
        Runnable end = () -> {
            endWait.run();
            saver.setDisable(false);
        };
        advertising.<Runnable>runInBackground(
                () -> {
                    try {
                        CardPdf pdf = CardPdf.of(card);
                        pdf.save(file);
                        SequencedSet<String> missing = pdf.missingCharacters();
                        return missing.isEmpty()
                                ? () -> dialogs.toasts().showSaved("preview.pdf.done", file)
                                : () -> dialogs.showMessage(
                                        "preview.pdf.title", "preview.pdf.missing", file, String.join(" ", missing));
                    } catch (IOException failure) {
                        return () -> dialogs.showFileFailure(failure, "preview.pdf.title", "preview.pdf.failed", file);
                    }
                },
                report -> {
                    end.run();
                    report.run();
                },
                end);
    }

    /**
     * Prints the windscreen card. The list of printers is read and the page is rendered in the background, because that
     * may take seconds.
     */
    private void print(AdvertPreviewPane pane, Button printer) {
        printer.setDisable(true);
        Runnable endWait = dialogs.toasts().showWait("preview.print.wait");
        CardContent card = pane.cardContent();
        String title = pane.title();
        advertising.<Supplier<PrintService.Outcome>>runInBackground(
                () -> {
                    Optional<PrintService.Outcome> obstacle = printService.findObstacle();
                    if (obstacle.isPresent()) {
                        return obstacle::get;
                    }
                    Image page = WindscreenCardView.picture(card, PIXELS_PER_POINT);
                    return () ->
                            printService.print(page, title, printer.getScene().getWindow());
                },
                print -> {
                    endWait.run();
                    printer.setDisable(false);
                    if (printer.getScene() == null
                            || !printer.getScene().getWindow().isShowing()) {
                        return;
                    }
                    PrintService.Outcome outcome = print.get();
                    String textKey = "preview.print." + Messages.key(outcome);
                    switch (outcome) {
                        case CANCELLED -> {}
                        case PRINTED -> dialogs.toasts().show(textKey);
                        default -> dialogs.showMessage("preview.print.title", textKey);
                    }
                },
                () -> {
                    endWait.run();
                    printer.setDisable(false);
                });
    }

    private ButtonType closeButton() {
        return new ButtonType(messages.get("answer.close"), ButtonData.CANCEL_CLOSE);
    }

    private Sheet newSheet(String titleKey, Node content) {
        Sheet sheet = dialogs.createSheet(titleKey);
        sheet.pane().getStyleClass().add("advert-window");
        sheet.pane().setContent(content);
        sheet.setWidth(WIDTH);
        return sheet;
    }

    /** Sets up a button with its accelerator. It is no default button, because lists and text areas need Enter. */
    private static Button button(Sheet sheet, ButtonType type, String id, KeyCombination accelerator) {
        Button button = sheet.button(type);
        button.setId(id);
        button.setDefaultButton(false);
        // Each button is as wide as its own text, because three buttons of the longest text may not fit.
        ButtonBar.setButtonUniformSize(button, false);
        sheet.pane().addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (accelerator.match(key)) {
                button.fire();
                key.consume();
            }
        });
        return button;
    }
}
