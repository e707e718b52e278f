package app.forecourt.ui.transfer;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.WaitReason;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.AppModel;
import app.forecourt.model.options.ConnectionState;
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
    private final TaskRunner background;
    private final Messages words;
    private final Dialogs dialogs;

    public SupportFileAction(AppModel model, SupportFile supportFile, TaskRunner background, Messages words,
            Dialogs dialogs) {
        this.model = model;
        this.supportFile = supportFile;
        this.background = background;
        this.words = words;
        this.dialogs = dialogs;
    }

    /** Lets the user choose a file, writes it in the background and shows the result. */
    public void write() {
        dialogs.files().save("support.title", supportFile.name(), "*.zip")
                .ifPresent(this::write);
    }

    private void write(Path file) {
        Map<Profile, String> states = states(model.options());
        background.run(() -> {
            try {
                supportFile.write(file, profile -> Objects.requireNonNull(states.get(profile)));
                return Optional.<String>empty();
            } catch (IOException failure) {
                return Optional.of(reason(failure));
            }
        }, failure -> failure.ifPresentOrElse(
                reason -> dialogs.say("support.title", "support.failed", file.toString(), reason),
                () -> dialogs.say("support.title", "support.done", file.toString())));
    }

    /**
     * Returns the connection state of each profile, in English. A profile that was not used in this run has a fixed
     * text. The support file reads its stored data from disk.
     */
    public static Map<Profile, String> states(OptionListsModel options) {
        var states = new EnumMap<Profile, String>(Profile.class);
        for (Profile profile : Profile.values()) {
            states.put(profile, options.lastSeen(profile).map(SupportFileAction::state)
                    .orElse("no answer since Forecourt was opened"));
        }
        return states;
    }

    private String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> words.get("support.nofolder");
            case AccessDeniedException _ -> words.get("disk.read_only");
            case FileSystemException refused when refused.getReason() != null -> refused.getReason();
            case FileSystemException _ -> words.get("disk.disk");
            default -> String.valueOf(failure.getMessage());
        };
    }

    /**
     * Returns a connection state for support: in English in every language of the window, and without text from a
     * server.
     */
    static String state(ConnectionState connection) {
        if (connection instanceof ConnectionState.Trouble trouble) {
            return switch (trouble.outcome()) {
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
