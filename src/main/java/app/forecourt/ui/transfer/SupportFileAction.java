package app.forecourt.ui.transfer;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.transfer.SupportFile;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Action that writes a support file, for the menu and the settings. */
public final class SupportFileAction {
    private final SupportFile supportFile;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final WindowDialogs dialogs;

    public SupportFileAction(SupportFile supportFile, TaskRunner taskRunner, Messages messages, WindowDialogs dialogs) {
        this.supportFile = supportFile;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
    }

    /** Lets the user choose a file, writes it in the background and shows the result. */
    public void write() {
        dialogs.fileChoosers()
                .chooseFileToSave("support.title", supportFile.fileName(), "*.zip")
                .ifPresent(this::write);
    }

    private void write(Path file) {
        Runnable endWait = dialogs.toasts().showWait("export.wait");
        taskRunner.run(
                () -> {
                    try {
                        supportFile.write(file);
                        return Optional.<IOException>empty();
                    } catch (IOException failure) {
                        return Optional.of(failure);
                    }
                },
                failure -> {
                    endWait.run();
                    failure.ifPresentOrElse(
                            reason -> dialogs.showFileFailure(
                                    reason, "support.title", "support.failed", file.toString(), reason(reason)),
                            () -> dialogs.showMessage("support.title", "support.done", file.toString()));
                },
                _ -> endWait.run());
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> messages.get("support.nofolder");
            case AccessDeniedException _ -> messages.get("disk.read_only");
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            case FileSystemException _ -> messages.get("disk.disk");
            default -> String.valueOf(failure.getMessage());
        };
    }
}
