package app.forecourt.ui.advert;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MODEL;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.P;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.BlockRepository;
import app.forecourt.advert.SampleAdverts;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.card.CardContent;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardRepository;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.model.AdvertModel;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.settings.Preferences;
import app.forecourt.testing.Cases;
import app.forecourt.testing.TestHome;
import app.forecourt.text.Language;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.form.WordSuggestions;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.photos.Preview;
import app.forecourt.ui.words.Messages;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Printing of the windscreen card with a fake printer: messages for each outcome. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class PrintCardTest {
    private final FxRobot robot = new FxRobot();
    private final Messages messages = new Messages(Locale.UK, Clock.systemUTC());
    private final Vocabulary vocabulary = Vocabulary.bundled();
    private final CarFormModel form =
            new CarFormModel(new CarValidator(Clock.systemUTC(), vocabulary), messages::value);
    private final List<String> printed = new ArrayList<>();
    private final List<Image> pages = new ArrayList<>();

    @RegisterExtension
    final TestHome home = new TestHome();

    private Preferences preferences;
    private Stage stage;

    @BeforeEach
    void openWindow() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        preferences = home.preferences();
        FxToolkit.setupStage(shown -> {
            Theme.apply(preferences);
            shown.setScene(new Scene(new Pane(), 800, 600));
            shown.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
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
            pages.add(page);
            return outcome;
        }
    }

    private void preview(PrintService printService, Preview photo) {
        preview(printService, photo, Runnable::run);
    }

    private void preview(PrintService printService, Preview photo, Executor executor) {
        TaskRunner taskRunner = new TaskRunner(executor, Platform::runLater);
        form.text(BRAND).set("opel");
        form.text(MODEL).set("corsa");
        form.text(IMAGES).set("https://pictures.example/1.jpg");
        AdvertModel advertising =
                new AdvertModel(form, new BlockRepository(preferences), vocabulary, Locale.UK, taskRunner);
        WordSuggestions known =
                new WordSuggestions(vocabulary, () -> new ModelHistory(word -> word, word -> word), Locale.UK);
        FormPane fields = new FormPane(form, messages, known);
        Dialogs dialogs = new Dialogs(() -> stage, messages, _ -> false);
        new AdvertDialogs(
                        advertising,
                        new CardRepository(preferences),
                        form,
                        fields,
                        messages,
                        dialogs,
                        printService,
                        _ -> photo)
                .showPreview();
    }

    private static List<Stage> windows() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .toList();
    }

    private boolean isPreviewOpen() {
        return stage.getScene().getRoot().lookup(".sheet-pane") != null;
    }

    private void closePreview() {
        robot.push(ESCAPE);
        Await.until("the preview to go", () -> windows().size() == 1 && !isPreviewOpen());
    }

    private static String shownText() {
        return windows().getLast().getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining(" "));
    }

    private static Stream<PrintService.Outcome> outcomes() {
        return Cases.some(2, Stream.of(PrintService.Outcome.values()));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void outcomeIsShown(PrintService.Outcome outcome) {
        Platform.runLater(() -> preview(new FakePrinter(outcome), new Preview.NotRequested()));
        Await.until("the preview", () -> windows().size() == 1 && isPreviewOpen());
        robot.push(SHORTCUT, P);
        boolean possible = new FakePrinter(outcome).findObstacle().isEmpty();
        Await.until("the printer", () -> printed.size() == (possible ? 1 : 0));
        if (possible) {
            assertEquals(List.of("Opel Corsa 2480x3508"), printed);
        }
        String expected =
                outcome == PrintService.Outcome.CANCELLED ? "" : messages.get("preview.print." + Messages.key(outcome));
        if (outcome == PrintService.Outcome.PRINTED) {
            Await.until(
                    expected,
                    () -> robot.lookup("#toast")
                            .tryQuery()
                            .filter(toast -> expected.equals(toast.getAccessibleText()))
                            .isPresent());
        } else if (outcome != PrintService.Outcome.CANCELLED) {
            Await.until("the word", () -> windows().size() == 2);
            Await.until(expected, () -> shownText().contains(expected));
            robot.push(ESCAPE);
        }
        Await.until("the preview", () -> windows().size() == 1 && isPreviewOpen());
        Await.until("the card", () -> robot.lookup("#windscreenCard").query().isVisible());
        closePreview();
    }

    /** The form may show another car by then, if the disk is slow. */
    @Test
    void printedCardIsOfThePreviewedCar() {
        Platform.runLater(() -> preview(new FakePrinter(PrintService.Outcome.CANCELLED), new Preview.NotRequested()));
        Await.until("the preview", () -> windows().size() == 1 && isPreviewOpen());
        robot.push(SHORTCUT, P);
        Await.until("the printer", () -> printed.size() == 1);
        Platform.runLater(() -> form.text(BRAND).set("audi"));
        robot.push(SHORTCUT, P);
        Await.until("the printer", () -> printed.size() == 2);
        assertEquals(List.of("Opel Corsa 2480x3508", "Opel Corsa 2480x3508"), printed);
        assertArrayEquals(pixels(pages.getFirst()), pixels(pages.getLast()));
        closePreview();
    }

    private static int[] pixels(Image page) {
        int[] pixels = new int[(int) (page.getWidth() * page.getHeight())];
        page.getPixelReader()
                .getPixels(
                        0,
                        0,
                        (int) page.getWidth(),
                        (int) page.getHeight(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        (int) page.getWidth());
        return pixels;
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
        Platform.runLater(() -> preview(broken, new Preview.NotRequested(), work));
        Await.until("the preview", () -> windows().size() == 1 && isPreviewOpen());
        robot.push(SHORTCUT, P);
        Await.until("the fault", () -> faults.size() == 1);
        Await.until("the button", () -> !robot.lookup("#printCard").query().isDisabled());
        closePreview();
    }

    /** The chooser of the system is passed over, because a robot can't use it. */
    @Test
    void savedCardIsToldAndFailureIsShown() throws Exception {
        Path folder = preferences.path().resolveSibling("");
        CardContent content = CardContent.of(SampleAdverts.of(SampleAdverts.WHOLE, Language.ENGLISH), Dealer.NONE);
        Button saver = new Button();
        Dialogs dialogs = new Dialogs(() -> stage, messages, _ -> false);
        AdvertModel advertising = new AdvertModel(
                form,
                new BlockRepository(preferences),
                vocabulary,
                Locale.UK,
                new TaskRunner(Runnable::run, Platform::runLater));
        AdvertDialogs adverts = new AdvertDialogs(
                advertising,
                new CardRepository(preferences),
                form,
                new FormPane(
                        form,
                        messages,
                        new WordSuggestions(vocabulary, () -> new ModelHistory(word -> word, word -> word), Locale.UK)),
                messages,
                dialogs,
                new FakePrinter(PrintService.Outcome.PRINTED),
                _ -> new Preview.NotRequested());
        Path file = folder.resolve("card.pdf");
        var opened = new ArrayList<URI>();
        dialogs.toasts().setOpener(opened::add);
        Platform.runLater(() -> adverts.savePdf(content, file, saver));
        String saved = messages.get("preview.pdf.done", file);
        Await.until(
                saved,
                () -> robot.lookup("#toast")
                        .tryQuery()
                        .filter(toast -> saved.equals(toast.getAccessibleText()))
                        .isPresent());
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        assertFalse(saver.isDisabled());
        Button open = robot.lookup("#toastOpen").query();
        Platform.runLater(open::fire);
        Await.until("the file", () -> opened.equals(List.of(file.toUri())));

        Path noFolder = file.resolve("card.pdf");
        Platform.runLater(() -> adverts.savePdf(content, noFolder, saver));
        String failed = messages.get("preview.pdf.failed", noFolder);
        Await.until(failed, () -> windows().size() == 2 && shownText().contains(failed));
        robot.push(ESCAPE);
        Await.until("the window", () -> windows().size() == 1);
        assertFalse(saver.isDisabled());
    }

    @Test
    void photoReplacesItsAddressOnceFetched() {
        FakePrinter printer = new FakePrinter(PrintService.Outcome.CANCELLED);
        Platform.runLater(() -> preview(printer, new Preview.NotRequested()));
        Await.until("its address", () -> isPreviewOpen() && shownText().contains("https://pictures.example/1.jpg"));
        assertEquals(0, robot.lookup("#advertPicture .image-view").queryAll().size());
        closePreview();

        WritableImage photo = new WritableImage(288, 216);
        Platform.runLater(() -> preview(printer, new Preview.Loaded(photo, 1_600, 1_200)));
        Await.until(
                "the photo",
                () -> isPreviewOpen()
                        && robot.lookup("#advertPicture .image-view")
                                .<ImageView>tryQuery()
                                .filter(view -> view.getImage() == photo)
                                .isPresent());
        assertFalse(shownText().contains("https://pictures.example/1.jpg"));
        closePreview();
    }
}
