package app.forecourt.ui.transfer;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.database.JournalException;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Work with files, away from the window; a disk that will not is said, for it is no fault of the program. */
final class FileTask {
    private final TaskRunner background;
    private final Messages words;
    private final Dialogs dialogs;

    /** What may go wrong on the way to or from a file. */
    interface Blocking<T> {
        T run() throws IOException;
    }

    FileTask(TaskRunner background, Messages words, Dialogs dialogs) {
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
    }

    private record Result<T>(Optional<T> value, String failure) {}

    /** Does it, and hands its result over on the window's thread. */
    <T> void run(Blocking<T> blocking, Consumer<T> done) {
        background.run(() -> {
            try {
                return new Result<>(Optional.of(blocking.run()), "");
            } catch (JournalException failure) {
                return new Result<T>(Optional.empty(), words.get("disk." + Messages.key(failure.reason())));
            } catch (IOException failure) {
                return new Result<T>(Optional.empty(), String.valueOf(failure.getMessage()));
            }
        }, result -> result.value().ifPresentOrElse(done,
                () -> dialogs.say("export.title", "exchange.failed", result.failure())));
    }
}
