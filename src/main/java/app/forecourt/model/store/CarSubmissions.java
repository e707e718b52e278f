package app.forecourt.model.store;

import app.forecourt.settings.Profile;
import app.forecourt.stock.SendingStatus;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.stock.UserVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The submissions of a car in memory, and the status that they give it with each profile. */
public final class CarSubmissions {
    private final List<Submission> submissions = new ArrayList<>();
    private Optional<Instant> reopened = Optional.empty();

    /** Returns all submissions of the car, oldest first. A submission that is only requested is left out. */
    public List<Submission> all() {
        return submissions.stream()
                .filter(submission -> !submission.isRequested())
                .toList();
    }

    /** Returns whether the car has none but perhaps a requested one. */
    public boolean isEmpty() {
        return all().isEmpty();
    }

    /** Returns whether a submission of the car is requested but not in the journal yet. */
    boolean hasRequest() {
        return submissions.stream().anyMatch(Submission::isRequested);
    }

    /** Withdraws the requested submission to a profile, which was not written. */
    public void withdrawRequest(Profile profile) {
        submissions.removeIf(submission -> submission.isRequested() && submission.profile() == profile);
    }

    /** Sets the time at which the car was reopened for correction, empty if it is not being corrected. */
    public void reopen(Optional<Instant> since) {
        reopened = since;
    }

    /**
     * Returns whether the car was reopened to correct it on a profile. A submission to another profile since then was
     * that correction.
     */
    public boolean isReopenedFor(Profile profile) {
        return status(profile) == SendingStatus.DRAFT
                && reopened.filter(since -> all().stream()
                                .noneMatch(submission -> submission.profile() != profile
                                        && !submission.requestedAt().isBefore(since)))
                        .isPresent();
    }

    /**
     * Returns the time at which a submission begins. The time is never before the current correction, because an
     * earlier submission would not count as the corrected one. The clock may have been set back since.
     */
    public Instant submissionTime(Instant now) {
        return reopened.filter(now::isBefore).orElse(now);
    }

    /** Stores the user's verdict on the submissions to a profile with unknown outcome. */
    public void decide(Profile profile, UserVerdict verdict, Instant now) {
        to(profile)
                .filter(Submission::needsVerdict)
                .toList()
                .forEach(submission -> put(submission.withVerdict(verdict, now)));
    }

    /**
     * Adds a submission, or replaces the known state of it.
     *
     * <p>A known submission is not replaced by its untried state, because that may be reported late. As in the journal,
     * a new submission marks the earlier ones of unknown outcome as sent again. If AutoChat then refuses to take it,
     * for example because the sign-in failed, their outcome counts as unknown again.
     */
    public void put(Submission submission) {
        boolean isKnown = all().stream().anyMatch(known -> known.id().equals(submission.id()));
        if (isKnown && submission.isUntried()) {
            return;
        }
        if (!isKnown && !submission.isRequested()) {
            decide(submission.profile(), UserVerdict.SENT_AGAIN, submission.requestedAt());
        }
        if (submission.state().isTurnedDown() && submission.state() != SubmissionState.REJECTED) {
            to(submission.profile())
                    .takeWhile(known -> known.state() != SubmissionState.ACCEPTED)
                    .filter(known ->
                            known.state() == SubmissionState.UNKNOWN && known.verdict() == UserVerdict.SENT_AGAIN)
                    .toList()
                    .forEach(known -> put(known.withVerdict(UserVerdict.NONE, submission.changedAt())));
        }
        submissions.removeIf(known -> known.id().equals(submission.id()));
        submissions.add(submission);
        submissions.sort(Comparator.comparing(Submission::requestedAt));
    }

    /** Sets the time at which the advert of a submission was taken off; empty if it is there again. */
    public void setTakenOff(UUID submission, Optional<Instant> at) {
        submissions.replaceAll(known -> known.id().equals(submission) ? known.takenOff(at) : known);
    }

    /** Takes over what another desk has changed. A submission whose progress is not saved yet stays. */
    void takeOver(StoredCar stored) {
        reopened = stored.reopened();
        for (Submission other : stored.submissions()) {
            Optional<Submission> known = submissions.stream()
                    .filter(submission -> submission.id().equals(other.id()))
                    .findFirst();
            if (known.filter(submission -> submission.changedAt().isAfter(other.changedAt()))
                    .isEmpty()) {
                known.ifPresent(submissions::remove);
                submissions.add(other);
            }
        }
        submissions.sort(Comparator.comparing(Submission::requestedAt));
    }

    Optional<Instant> reopened() {
        return reopened;
    }

    /** Returns the submissions to a profile, newest first, without a requested one. */
    public Stream<Submission> to(Profile profile) {
        return all().reversed().stream().filter(submission -> submission.profile() == profile);
    }

    /**
     * Returns the submission that the window shows for a profile: the requested one, else the newest if it is under
     * way, else the newest with unknown outcome, else the newest.
     */
    public Optional<Submission> shown(Profile profile) {
        return request(profile)
                .or(() ->
                        to(profile).findFirst().filter(newest -> newest.state().isUnderWay()))
                .or(() -> to(profile).filter(Submission::needsVerdict).findFirst())
                .or(() -> to(profile).findFirst());
    }

    private Optional<Submission> request(Profile profile) {
        return submissions.stream()
                .filter(submission -> submission.isRequested() && submission.profile() == profile)
                .findFirst();
    }

    /** Returns the newest submission that staging accepted, empty if there is any submission to production. */
    public Optional<Submission> acceptedByStaging() {
        return to(Profile.PRODUCTION).findAny().isPresent()
                ? Optional.empty()
                : to(Profile.STAGING).filter(Submission::isAccepted).findFirst();
    }

    /** Returns the car's status with a profile. Only a draft may be sent. */
    public SendingStatus status(Profile profile) {
        return request(profile).isPresent() ? SendingStatus.SENDING : SendingStatus.of(summaries(), reopened, profile);
    }

    List<SubmissionSummary> summaries() {
        return all().stream().map(Submission::summary).toList();
    }
}
