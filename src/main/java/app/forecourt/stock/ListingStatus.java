package app.forecourt.stock;

import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where a car stands with one profile, or in the list as a whole. Anything but a draft is not sent there again. */
public enum ListingStatus {
    DRAFT,
    /** It will be sent when it is due. */
    WAITING,
    /** It is on its way. */
    SENDING,
    /** Sent, and nobody knows whether it arrived. */
    UNKNOWN, SENT;

    /**
     * Where a car with those attempts stands.
     *
     * @param reopened when it was last opened again to be corrected; what was taken before does not count then
     */
    public static ListingStatus of(Collection<SubmissionSummary> traces, Optional<Instant> reopened) {
        if (traces.stream().anyMatch(trace -> trace.state() == SubmissionState.SENDING)) {
            return SENDING;
        }
        if (traces.stream().anyMatch(trace -> trace.state() == SubmissionState.WAITING)) {
            return WAITING;
        }
        if (traces.stream().anyMatch(SubmissionSummary::open)) {
            return UNKNOWN;
        }
        boolean there = traces.stream().anyMatch(
                trace -> trace.accepted() && reopened.filter(trace.begun()::isBefore).isEmpty());
        return there ? SENT : DRAFT;
    }

    /** The same of one profile's attempts only. */
    public static ListingStatus of(List<SubmissionSummary> traces, Optional<Instant> reopened,
            Profile profile) {
        return of(traces.stream().filter(trace -> trace.profile() == profile).toList(), reopened);
    }
}
