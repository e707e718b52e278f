package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.model.AppModel;
import app.forecourt.transfer.MigrationArchive;
import app.forecourt.ui.PaneFixture;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.keys.ConfirmationPolicy;
import app.forecourt.ui.transfer.ImportExportActions;
import app.forecourt.ui.words.Messages;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Content of the main window with a journal that was found damaged at the start. */
class MainWindowTest extends PaneFixture {
    @AutoClose
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();
    private final TaskRunner onFxThread = new TaskRunner(blocking, Platform::runLater);
    private final Messages messages = new Messages(Locale.UK, clock);
    private @Nullable MainWindow content;
    private @Nullable AppModel model;

    private Scene createScene() {
        AppModel loaded = Objects.requireNonNull(model);
        var dialogs = new Dialogs(() -> frontScene().getWindow(), messages, () -> false);
        var exchange = new ImportExportActions(loaded, journal,
                new MigrationArchive(journal, preferences, home.resolve("vocabulary.properties")),
                new CarValidator(clock, Vocabulary.bundled()), onFxThread, messages, dialogs);
        content = new MainWindow(loaded, exchange, messages, Vocabulary.bundled(), dialogs,
                new ConfirmationPolicy(System::nanoTime), _ -> {}, () -> {});
        Scene scene = content.createScene();
        content.deferredParts().forEach(Runnable::run);
        return scene;
    }

    @AfterEach
    void closeModel() {
        if (model != null) {
            Await.onFxThread(model::close);
        }
    }

    private static String dialogText() {
        return frontScene().getRoot().lookup(".dialog-content") instanceof Label text
                ? text.getText()
                : "";
    }

    private static void untilDialog(String beginning) {
        Await.untilTrue(beginning, () -> dialogText().startsWith(beginning)
                && frontScene().getWindow().isFocused());
    }

    private void pressInDialog(KeyCode key) {
        Await.onFxThread(() -> press(key));
    }

    @Test
    void damagedJournalIsRestoredFromDailyCopy() throws Exception {
        startModel();
        type(CarField.LICENSE_PLATE, "R-759-BK");
        type(CarField.BRAND, "opel");
        type(CarField.MODEL, "corsa");
        awaitSaved();
        journal.backUpToday();
        openModel(Map.of());
        Files.writeString(home.resolve("journal.db"), "This was a journal once.");

        model = new AppModel(preferences, clients, journal, appModel.form(), onFxThread, clock);
        showScene(this::createScene);
        Platform.runLater(() -> Objects.requireNonNull(model)
                .start(Objects.requireNonNull(content)::onJournalLoaded));
        untilDialog("The file of your cars was damaged. It was moved aside");
        assertEquals("This was a journal once.", Files.readString(home.resolve("journal.db.bad")));
        pressInDialog(KeyCode.ESCAPE);
        untilDialog("There is a backup from ");
        Await.onFxThread(() -> assertTrue(isVisible("agree")));
        pressInDialog(KeyCode.ENTER);
        untilDialog("What was missing here was restored from the backup");
        pressInDialog(KeyCode.ESCAPE);
        Await.untilTrue("the window alone", () -> Window.getWindows().size() == 1);
        Await.untilTrue("the car in the list", () -> frontScene().getRoot()
                .lookupAll("#stock .stock-title").stream().map(node -> ((Label) node).getText()).toList()
                .equals(List.of("opel corsa")));
        Await.onFxThread(() -> {
            pressShortcut(KeyCode.F);
            press(KeyCode.DOWN);
        });
        Await.untilTrue("the car", () -> text(CarField.LICENSE_PLATE).equals("R-759-BK"));
    }
}
