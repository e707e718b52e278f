package app.forecourt.ui.words;

import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.server.DeskPresence;
import app.forecourt.sharing.server.ServerAddressParser.Problem;
import app.forecourt.sharing.server.ServerFailure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** The messages about the shared stock: its status as short texts with icons and in sentences, and its faults. */
public record SharingMessages(Messages words) {

    /** Returns the reason why the server can't be used, and what to do. */
    public String sentence(ServerFailure failure) {
        return words.get("sharedstock.failure." + Messages.key(failure));
    }

    /** Returns what is wrong with a typed address. */
    public String sentence(Problem problem) {
        return words.get("sharedstock.address." + Messages.key(problem));
    }

    public Feather icon(SyncStatus status) {
        return switch (status) {
            case SyncStatus.Starting _, SyncStatus.Joining _ -> Feather.LOADER;
            case SyncStatus.Together _ -> Feather.USERS;
            case SyncStatus.Alone _ -> Feather.USER_X;
            case SyncStatus.DiskFailure _, SyncStatus.Faulty _ -> Feather.ALERT_TRIANGLE;
        };
    }

    /** Returns whether a status needs no attention, so that its icon is enough in a narrow band. */
    public boolean isQuiet(SyncStatus status) {
        return status instanceof SyncStatus.Together || status instanceof SyncStatus.Starting;
    }

    /** Returns the status in a few words. */
    public String shortText(SyncStatus status) {
        return switch (status) {
            case SyncStatus.Starting _ -> words.get("desks.starting");
            case SyncStatus.Joining(int done, int total) -> words.get("desks.joining", done, total);
            case SyncStatus.Together(List<DeskPresence> desks, Instant at, int _) ->
                words.get("desks.together", desks.size(), words.timeOfDay(at));
            case SyncStatus.Alone(Instant since, ServerFailure _) -> words.get("desks.alone", words.moment(since));
            case SyncStatus.DiskFailure(Instant since) -> words.get("desks.stopped", words.moment(since));
            case SyncStatus.Faulty(Instant since) -> words.get("desks.stopped", words.moment(since));
        };
    }

    /** Returns the status in whole sentences, with the reason of a failure and what to do. */
    public String sentence(SyncStatus status) {
        return switch (status) {
            case SyncStatus.Starting _ -> words.get("desks.starting.sentence");
            case SyncStatus.Joining _ -> words.get("desks.joining.sentence");
            case SyncStatus.Together(List<DeskPresence> desks, Instant at, int tooLarge) ->
                words.get(
                                "desks.together.sentence",
                                desks.stream().map(DeskPresence::name).collect(Collectors.joining("; ")),
                                words.exactMoment(at))
                        + (tooLarge == 0 ? "" : " " + words.get("desks.too_large", tooLarge));
            case SyncStatus.Alone(Instant _, ServerFailure failure) ->
                sentence(failure) + " " + words.get("desks.alone.sentence");
            case SyncStatus.DiskFailure _ -> words.get("desks.disk.sentence");
            case SyncStatus.Faulty _ -> words.get("desks.faulty.sentence");
        };
    }

    /** Returns the tag of a car that other desks have open too. */
    public String openElsewhere(List<String> desks) {
        return words.get("desks.open", String.join("; ", desks));
    }
}
