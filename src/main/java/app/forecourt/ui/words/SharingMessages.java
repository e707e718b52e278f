package app.forecourt.ui.words;

import app.forecourt.sharing.SharingStatus;
import app.forecourt.sharing.server.DeskPresence;
import app.forecourt.sharing.server.ServerFailure;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.kordamp.ikonli.feather.Feather;

/** The messages about the status of the shared stock: short texts with icons, and whole sentences. */
public record SharingMessages(Messages words) {

    /** Returns the icon of a status. */
    public Feather icon(SharingStatus status) {
        return switch (status) {
            case SharingStatus.Starting _,SharingStatus.Joining _ -> Feather.LOADER;
            case SharingStatus.Together _ -> Feather.USERS;
            case SharingStatus.Alone _ -> Feather.USER_X;
            case SharingStatus.DiskFailure _,SharingStatus.Faulty _ -> Feather.ALERT_TRIANGLE;
        };
    }

    /** Returns whether a status needs no attention, so that its icon is enough in a narrow band. */
    public boolean isQuiet(SharingStatus status) {
        return status instanceof SharingStatus.Together || status instanceof SharingStatus.Starting;
    }

    /** Returns the status in a few words. */
    public String shortText(SharingStatus status) {
        return switch (status) {
            case SharingStatus.Starting _ -> words.get("desks.starting");
            case SharingStatus.Joining(int done, int total) -> words.get("desks.joining", done, total);
            case SharingStatus.Together(List<DeskPresence> desks, Instant at) -> words.get("desks.together",
                    desks.size(), words.timeOfDay(at));
            case SharingStatus.Alone(Instant since, ServerFailure _) -> words.get("desks.alone",
                    words.moment(since));
            case SharingStatus.DiskFailure(Instant since) -> words.get("desks.stopped", words.moment(since));
            case SharingStatus.Faulty(Instant since) -> words.get("desks.stopped", words.moment(since));
        };
    }

    /** Returns the status in whole sentences, with the reason of a failure and what to do. */
    public String sentence(SharingStatus status) {
        return switch (status) {
            case SharingStatus.Starting _ -> words.get("desks.starting.sentence");
            case SharingStatus.Joining _ -> words.get("desks.joining.sentence");
            case SharingStatus.Together(List<DeskPresence> desks, Instant at) ->
                words.get("desks.together.sentence",
                        desks.stream().map(DeskPresence::name).collect(Collectors.joining("; ")),
                        words.exactMoment(at));
            case SharingStatus.Alone(Instant _, ServerFailure failure) ->
                new SharedStockMessages(words).sentence(failure) + " " + words.get("desks.alone.sentence");
            case SharingStatus.DiskFailure _ -> words.get("desks.disk.sentence");
            case SharingStatus.Faulty _ -> words.get("desks.faulty.sentence");
        };
    }

    /** Returns the tag of a car that other desks have open too. */
    public String openElsewhere(List<String> desks) {
        return words.get("desks.open", String.join("; ", desks));
    }
}
