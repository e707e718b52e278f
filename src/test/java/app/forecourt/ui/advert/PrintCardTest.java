package app.forecourt.ui.advert;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MODEL;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.SampleAdverts;
import app.forecourt.card.CardContent;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardRepository;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.testing.Cases;
import app.forecourt.text.Language;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.photos.PhotoPictureState;
import app.forecourt.ui.words.Messages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Printing of the windscreen card with a fake printer: messages for each outcome. */
class PrintCardTest extends AdvertFixture {
    private final WindowDialogs dialogs = dialogs();
    private final List<String> printed = new ArrayList<>();

    @BeforeEach
    void showPane() {
        show(800, 600, Pane::new);
    }

    /** Fake printer with the same outcome for every page. */
    private final class FakePrinter implements PrintService {
        private final Outcome outcome;

        FakePrinter(Outcome outcome) {
            this.outcome = outcome;
        }

        @Override
        public Optional<Outcome> findObstacle() {
            return outcome == Outcome.NO_PRINTER || outcome == Outcome.NO_COMMAND
                    ? Optional.of(outcome)
                    : Optional.empty();
        }

        @Override
        public Outcome print(Image page, String name, Window over) {
            printed.add(name + " " + Math.round(page.getWidth()) + "x" + Math.round(page.getHeight()));
            return outcome;
        }
    }

    private AdvertDialogs createDialogs(PrintService printService, PhotoPictureState photo, Executor executor) {
        return new AdvertDialogs(
                createModel(new TaskRunner(executor, Platform::runLater)),
                new CardRepository(preferences),
                form,
                createFormPane(form),
                dialogs,
                printService,
                _ -> photo);
    }

    private void openPreview(PrintService printService, PhotoPictureState photo, Executor executor) {
        Platform.runLater(() -> {
            form.text(BRAND).set("opel");
            form.text(MODEL).set("corsa");
            form.text(IMAGES).set("https://pictures.example/1.jpg");
            createDialogs(printService, photo, executor).showPreview();
        });
        untilPreview();
    }

    private void openPreview(PrintService.Outcome outcome) {
        openPreview(new FakePrinter(outcome), new PhotoPictureState.NotRequested(), Runnable::run);
    }

    private void untilPreview() {
        until("the preview", () -> isCovered() && isVisible("windscreenCard") && frontScene() == stage().getScene());
    }

    private void closePreview() {
        press(ESCAPE);
        untilWindowAlone();
    }

    private void print(int count) {
        press(SHORTCUT, P);
        until("the printer", () -> printed.size() == count);
    }

    private static Stream<PrintService.Outcome> outcomes() {
        return Cases.some(2, Stream.of(PrintService.Outcome.values()));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomeIsShown(PrintService.Outcome outcome) {
        openPreview(outcome);
        boolean possible = new FakePrinter(outcome).findObstacle().isEmpty();
        print(possible ? 1 : 0);
        if (possible) {
            assertEquals(List.of("Opel Corsa 2480x3508"), printed);
        }
        String expected =
                outcome == PrintService.Outcome.CANCELLED ? "" : messages.get("preview.print." + Messages.key(outcome));
        if (outcome == PrintService.Outcome.PRINTED) {
            untilToast(expected);
        } else if (outcome != PrintService.Outcome.CANCELLED) {
            until(expected, () -> shownText().contains(expected));
            press(ESCAPE);
        }
        untilPreview();
        closePreview();
    }

    /** The form may show another car by then, if the disk is slow. */
    @Test
    void printedCardIsOfThePreviewedCar() {
        openPreview(PrintService.Outcome.CANCELLED);
        print(1);
        onFxThread(() -> form.text(BRAND).set("audi"));
        print(2);
        assertEquals(List.of("Opel Corsa 2480x3508", "Opel Corsa 2480x3508"), printed);
        closePreview();
    }

    /** The crash reporter reports the exception, so the preview shows no message. */
    @Test
    void printingCanBeRetriedAfterException() {
        List<Throwable> faults = new ArrayList<>();
        Executor work = task -> {
            try {
                task.run();
            } catch (IllegalStateException fault) {
                faults.add(fault);
            }
        };
        PrintService broken = new PrintService() {
            @Override
            public Optional<Outcome> findObstacle() {
                throw new UnsupportedOperationException();
            }

            @Override
            public Outcome print(Image page, String name, Window over) {
                throw new AssertionError(name);
            }
        };
        openPreview(broken, new PhotoPictureState.NotRequested(), work);
        press(SHORTCUT, P);
        until("the fault", () -> faults.size() == 1);
        until("the button", () -> !node("printCard").isDisabled());
        closePreview();
    }

    /** The chooser of the system is passed over, because a robot can't use it. */
    @Test
    void savedCardIsToldAndFailureIsShown() throws Exception {
        CardContent content = CardContent.of(SampleAdverts.of(SampleAdverts.WHOLE, Language.ENGLISH), Dealer.NONE);
        Button saver = new Button();
        AdvertDialogs adverts = onFxThread(() -> createDialogs(
                new FakePrinter(PrintService.Outcome.PRINTED), new PhotoPictureState.NotRequested(), Runnable::run));
        Path file = home.resolve("card.pdf");
        var opened = new ArrayList<URI>();
        dialogs.toasts().setOpener(opened::add);
        Platform.runLater(() -> adverts.savePdf(content, file, saver));
        untilToast(messages.get("preview.pdf.done", file));
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        assertFalse(saver.isDisabled());
        fire("toastOpen");
        until("the file", () -> opened.equals(List.of(file.toUri())));

        Path noFolder = file.resolve("card.pdf");
        Platform.runLater(() -> adverts.savePdf(content, noFolder, saver));
        String failed = messages.get("preview.pdf.failed", noFolder);
        until(failed, () -> shownText().contains(failed));
        press(ESCAPE);
        untilWindowAlone();
        assertFalse(saver.isDisabled());
    }

    @Test
    void photoReplacesItsAddressOnceFetched() {
        openPreview(PrintService.Outcome.CANCELLED);
        until("its address", () -> shownText().contains("https://pictures.example/1.jpg"));
        assertTrue(find("#advertPicture .image-view").isEmpty());
        closePreview();

        WritableImage photo = new WritableImage(288, 216);
        openPreview(
                new FakePrinter(PrintService.Outcome.CANCELLED),
                new PhotoPictureState.Loaded(photo, 1_600, 1_200),
                Runnable::run);
        until(
                "the photo",
                () -> find("#advertPicture .image-view").orElse(null) instanceof ImageView view
                        && view.getImage() == photo);
        assertFalse(shownText().contains("https://pictures.example/1.jpg"));
        closePreview();
    }
}
