package app.forecourt.ui.window;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MODEL;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModel;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.ui.PaneTest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Content of the main window with a journal that was found damaged at the start. */
class MainWindowTest extends PaneTest {
    @AutoClose
    private final ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor();

    private final TaskRunner onFxThread = new TaskRunner(blocking, Platform::runLater);
    private @Nullable MainWindow content;
    private @Nullable AppModel model;

    private Scene createScene() {
        content = createMainWindow(Objects.requireNonNull(model), onFxThread);
        Scene scene = content.createScene();
        content.deferredParts().forEach(Runnable::run);
        return scene;
    }

    @AfterEach
    void closeModel() {
        if (model != null) {
            onFxThread(model::close);
        }
    }

    private String dialogText() {
        return frontScene().getRoot().lookup(".dialog-content") instanceof Label text ? text.getText() : "";
    }

    private void untilDialog(String beginning) {
        until(
                beginning,
                () -> dialogText().startsWith(beginning)
                        && frontScene().getWindow().isFocused());
    }

    @Test
    void damagedJournalIsRecoveredAndReported() throws Exception {
        startModel();
        type(LICENSE_PLATE, "R-759-BK");
        type(BRAND, "opel");
        type(MODEL, "corsa");
        awaitSaved();
        journal.backUp();
        openModel(Map.of());
        // A read of the closed model may have left its log, from which the file would be whole again.
        Files.deleteIfExists(home.resolve("journal.db-wal"));
        Files.deleteIfExists(home.resolve("journal.db-shm"));
        Files.writeString(home.resolve("journal.db"), "This was a journal once.");

        model = new AppModel(
                clients,
                journal,
                form(),
                webSpace.uploads(journal, home.path(), files -> files, onFxThread),
                SubmissionClaims.NOT_SHARED,
                onFxThread,
                clock);
        showScene(this::createScene);
        Platform.runLater(() -> Objects.requireNonNull(model).start(Objects.requireNonNull(content)::onJournalLoaded));
        untilDialog("The file of your cars was damaged. A new one has one car and no submission");
        assertEquals("This was a journal once.", Files.readString(home.resolve("journal.db.bad")));
        press(ESCAPE);
        until("the window alone", () -> Window.getWindows().size() == 1);
        until(
                "the car in the list",
                () -> stockTitles().stream().map(Label::getText).toList().equals(List.of("Opel Corsa")));
        press(SHORTCUT, F);
        press(DOWN);
        until("the car", () -> text(LICENSE_PLATE).equals("R-759-BK"));
    }
}
