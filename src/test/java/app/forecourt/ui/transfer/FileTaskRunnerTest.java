package app.forecourt.ui.transfer;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.file.FileInUseException;
import app.forecourt.journal.database.JournalException;
import app.forecourt.ui.PaneTest;
import java.io.IOException;
import javafx.application.Platform;
import javafx.scene.layout.VBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTaskRunnerTest extends PaneTest {
    /** A backup is read by the journal, which wraps the failure. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void fileOpenElsewhereIsNamed(boolean isBackup) {
        show(700, 500, VBox::new);
        IOException inUse = new FileInUseException(home.resolve("list.csv"), new IOException());
        Platform.runLater(() -> new FileTaskRunner(
                        new TaskRunner(Runnable::run, Platform::runLater), messages, dialogs())
                .run(
                        "export.wait",
                        () -> {
                            if (isBackup) {
                                throw new JournalException(JournalException.Reason.DISK, inUse);
                            }
                            throw inUse;
                        },
                        _ -> {}));
        String text = "list.csv is open in another program. Close it there and try again.";
        until(text, () -> shownText().contains(text));
    }
}
