package app.forecourt.ui.transfer;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.WaitReason;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModel;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.model.options.OptionListsModel;
import app.forecourt.settings.Profile;
import app.forecourt.support.SupportFile;
import app.forecourt.ui.dialog.Dialogs;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Action that writes a support file, for the menu and the settings. */
public final class SupportFileAction {
    private final AppModel model;
    private final SupportFile supportFile;
    private final TaskRunner taskRunner;
    private final Messages messages;
    private final Dialogs dialogs;

    public SupportFileAction(AppModel model, SupportFile supportFile, TaskRunner taskRunner,
            Messages messages,
            Dialogs dialogs) {
        this.model = model;
        this.supportFile = supportFile;
        this.taskRunner = taskRunner;
        this.messages = messages;
        this.dialogs = dialogs;
    }

    /** Lets the user choose a file, writes it in the background and shows the result. */
    public void write() {
        dialogs.fileChoosers().chooseFileToSave("support.title", supportFile.fileName(), "*.zip")
                .ifPresent(this::write);
    }

    private void write(Path file) {
        Map<Profile, String> states = connectionStates(model.options());
        Runnable endWait = dialogs.toasts().showWait("export.wait");
        taskRunner.run(() -> {
            try {
                supportFile.write(file, profile -> Objects.requireNonNull(states.get(profile)));
                return Optional.<String>empty();
            } catch (IOException failure) {
                return Optional.of(reason(failure));
            }
        }, failure -> {
            endWait.run();
            failure.ifPresentOrElse(
                    reason -> dialogs.showMessage("support.title", "support.failed", file.toString(), reason),
                    () -> dialogs.showMessage("support.title", "support.done", file.toString()));
        }, _ -> endWait.run());
    }

    /**
     * Returns the connection state of each profile, in English. A profile that was not used in this run has a fixed
     * text. The support file reads its stored data from disk.
     */
    public static Map<Profile, String> connectionStates(OptionListsModel options) {
        var states = new EnumMap<Profile, String>(Profile.class);
        for (Profile profile : Profile.values()) {
            states.put(profile, options.lastState(profile).map(SupportFileAction::describe)
                    .orElse("no answer since Forecourt was opened"));
        }
        return states;
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

    /**
     * Returns a connection state for support: in English in every language of the window, and without text from a
     * server.
     */
    static String describe(ConnectionState connection) {
        if (connection instanceof ConnectionState.Failed failed) {
            return switch (failed.outcome()) {
                case OptionsOutcome.Loaded loaded -> "loaded";
                case OptionsOutcome.SignInRefused(var failure) -> "refused, " + Messages.key(failure.kind());
                case OptionsOutcome.Limited(var until, var reason) -> "limited until " + until
                        + (reason == WaitReason.AUTOCHAT ? "" : ", " + Messages.key(reason));
                case OptionsOutcome.Failed(var cause, var status) ->
                    Messages.key(cause) + ", status " + status;
            };
        }
        return connection.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
