package app.forecourt.ui.transfer;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.database.JournalException;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Runner of file operations off the FX thread. A failing disk is shown as a message, because it is no bug of the
 * program.
 */
final class FileTaskRunner {
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final WindowDialogs dialogs;

    /** Blocking operation on a file. */
    interface FileOperation<T> {
        T run() throws IOException;
    }

    FileTaskRunner(TaskRunner taskRunner, Messages messages, WindowDialogs dialogs) {
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
    }

    /**
     * Runs an operation in the background and passes its result to a callback on the FX thread. Shows a message if the
     * operation throws an {@link IOException} or a {@link JournalException}.
     *
     * @param waitKey key of the text shown while a long operation runs
     */
    <T> void run(String waitKey, FileOperation<T> blocking, Consumer<T> onDone) {
        Runnable endWait = dialogs.toasts().showWait(waitKey);
        taskRunner.<Runnable>run(
                () -> {
                    try {
                        T result = blocking.run();
                        return () -> onDone.accept(result);
                    } catch (JournalException failure) {
                        return () -> show(
                                failure.getCause() instanceof IOException file ? file : failure,
                                messages.get("disk." + Messages.key(failure.reason())));
                    } catch (IOException failure) {
                        return () -> show(failure, String.valueOf(failure.getMessage()));
                    }
                },
                report -> {
                    endWait.run();
                    report.run();
                },
                _ -> endWait.run());
    }

    private void show(Exception failure, String reason) {
        dialogs.showFileFailure(failure, "export.title", "exchange.failed", reason);
    }
}
