package app.forecourt.stock;

import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The status of a car on one profile, or on all profiles together. A car is sent only while it is a draft. */
public enum SendingStatus {
    DRAFT,
    /** The car will be sent when its submission is due. */
    WAITING,
    /** The car is being sent. */
    SENDING,
    /** The car was sent, but the outcome is unknown. */
    UNKNOWN,
    SENT;

    /**
     * Returns the status of a car with these submissions.
     *
     * @param reopened the time at which the car was last reopened for correction; earlier accepted submissions do not
     *     count then
     */
    public static SendingStatus of(Collection<SubmissionSummary> summaries, Optional<Instant> reopened) {
        if (summaries.stream().anyMatch(summary -> summary.state() == SubmissionState.SENDING)) {
            return SENDING;
        }
        if (summaries.stream().anyMatch(summary -> summary.state() == SubmissionState.WAITING)) {
            return WAITING;
        }
        if (summaries.stream().anyMatch(SubmissionSummary::needsVerdict)) {
            return UNKNOWN;
        }
        boolean there = summaries.stream()
                .anyMatch(summary -> summary.isAccepted()
                        && reopened.filter(summary.requestedAt()::isBefore).isEmpty());
        return there ? SENT : DRAFT;
    }

    /** Returns the status of a car on one profile. */
    public static SendingStatus of(List<SubmissionSummary> summaries, Optional<Instant> reopened, Profile profile) {
        return of(
                summaries.stream()
                        .filter(summary -> summary.profile() == profile)
                        .toList(),
                reopened);
    }
}
