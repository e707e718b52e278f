package app.forecourt.stock;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.json.SentPayloadValues;
import app.forecourt.car.CarDraft;
import app.forecourt.car.Price;
import app.forecourt.car.Problem;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A submission of a car to one profile, and its outcome so far.
 *
 * @param address the root address of the profile when the submission was requested
 * @param follows the accepted submission that this one corrects, or repeats from staging on production
 * @param draft the draft of the car when the submission was requested
 * @param payload the JSON that is posted
 * @param requestedAt the time at which the submission was requested
 * @param changedAt the time of the last progress
 * @param tries the number of tries
 * @param due the time of the next try of a waiting submission
 * @param outcome the outcome of the last try; empty before the first one
 * @param verdict the user's verdict on an unknown outcome
 * @param takenOff the time at which the dealer took the advert off AutoChat by hand; empty if it is there
 */
public record Submission(
        UUID id,
        UUID car,
        Profile profile,
        String address,
        Optional<UUID> follows,
        CarDraft draft,
        String payload,
        SubmissionState state,
        Instant requestedAt,
        Instant changedAt,
        int tries,
        Optional<Instant> due,
        Optional<SendOutcome> outcome,
        UserVerdict verdict,
        Optional<Instant> takenOff) {
    private static final SendOutcome STOPPED = new SendOutcome.NotSent(FailureCause.STOPPED);

    /** Truncates the times to milliseconds, as the journal stores them. */
    public Submission {
        requestedAt = requestedAt.truncatedTo(ChronoUnit.MILLIS);
        changedAt = changedAt.truncatedTo(ChronoUnit.MILLIS);
        due = due.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        takenOff = takenOff.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Creates a submission that was just requested and waits. */
    public static Submission of(UUID car, Profile profile, String address, CarDraft sent, String payload, Instant now) {
        return new Submission(
                UUID.randomUUID(),
                car,
                profile,
                address,
                Optional.empty(),
                sent,
                payload,
                SubmissionState.WAITING,
                now,
                now,
                0,
                Optional.empty(),
                Optional.empty(),
                UserVerdict.NONE,
                Optional.empty());
    }

    /** Returns the submission as the journal has added it, with its link and its final time. */
    public Submission enqueued(Optional<UUID> link, Instant time) {
        return new Submission(
                id, car, profile, address, link, draft, payload, state, time, changedAt, tries, due, outcome, verdict,
                takenOff);
    }

    /** Returns the submission with another draft, because the send log has only a few fields of it. */
    public Submission withDraft(CarDraft whole) {
        return new Submission(
                id,
                car,
                profile,
                address,
                follows,
                whole,
                payload,
                state,
                requestedAt,
                changedAt,
                tries,
                due,
                outcome,
                verdict,
                takenOff);
    }

    /** Returns the submission as it is requested, before it is in the journal. */
    public Submission asRequested() {
        return with(SubmissionState.REQUESTED, changedAt, tries, due, outcome);
    }

    /** Returns true if the submission was never tried. */
    public boolean isUntried() {
        return tries == 0 && outcome.isEmpty();
    }

    /** Returns true if the submission is requested but not in the journal yet. */
    public boolean isRequested() {
        return state == SubmissionState.REQUESTED;
    }

    /** Returns the submission as it is being sent, with one more try. */
    public Submission asSending(Instant now) {
        return with(SubmissionState.SENDING, now, tries + 1, Optional.empty(), Optional.empty());
    }

    /** Returns the submission as it waits for its next try. */
    public Submission asWaiting(Instant now, SendOutcome reason, Instant due) {
        return with(SubmissionState.WAITING, now, tries, Optional.of(due), Optional.of(reason));
    }

    /** Returns the submission with another time for its next try. */
    public Submission due(Instant time) {
        return with(state, changedAt, tries, Optional.of(time), outcome);
    }

    /** Returns the submission with its final outcome. */
    public Submission withOutcome(Instant now, SendOutcome result) {
        return with(
                switch (result) {
                    case SendOutcome.Accepted _ -> SubmissionState.ACCEPTED;
                    case SendOutcome.Rejected _ -> SubmissionState.REJECTED;
                    case SendOutcome.SignInRefused _ -> SubmissionState.REFUSED;
                    case SendOutcome.Limited _ -> SubmissionState.LIMITED;
                    case SendOutcome.NotSent _ -> SubmissionState.NOT_SENT;
                    case SendOutcome.Unknown _ -> SubmissionState.UNKNOWN;
                },
                now,
                tries,
                Optional.empty(),
                Optional.of(result));
    }

    /** Returns the submission with the user's verdict on its outcome. */
    public Submission withVerdict(UserVerdict verdict, Instant now) {
        return new Submission(
                id,
                car,
                profile,
                address,
                follows,
                draft,
                payload,
                state,
                requestedAt,
                now,
                tries,
                due,
                outcome,
                verdict,
                takenOff);
    }

    /** Returns the submission with the time at which its advert was taken off; empty if the advert is there again. */
    public Submission takenOff(Optional<Instant> at) {
        return new Submission(
                id,
                car,
                profile,
                address,
                follows,
                draft,
                payload,
                state,
                requestedAt,
                changedAt,
                tries,
                due,
                outcome,
                verdict,
                at);
    }

    private Submission with(
            SubmissionState nextState,
            Instant at,
            int nextTries,
            Optional<Instant> nextDue,
            Optional<SendOutcome> nextOutcome) {
        return new Submission(
                id,
                car,
                profile,
                address,
                follows,
                draft,
                payload,
                nextState,
                requestedAt,
                at,
                nextTries,
                nextDue,
                nextOutcome,
                verdict,
                takenOff);
    }

    /** Returns the summary for the stock list. */
    public SubmissionSummary summary() {
        return new SubmissionSummary(
                id,
                profile,
                state,
                state == SubmissionState.NOT_SENT
                        && outcome.filter(STOPPED::equals).isPresent(),
                verdict,
                requestedAt,
                number(),
                takenOff,
                StockRow.texts(draft));
    }

    /** Returns AutoChat's number of the car; empty if AutoChat gave none. */
    public Optional<String> number() {
        return outcome.filter(SendOutcome.Accepted.class::isInstance)
                .map(SendOutcome.Accepted.class::cast)
                .flatMap(SendOutcome.Accepted::id);
    }

    /** Returns true if AutoChat has accepted the car, by its answer or by the user's verdict. */
    public boolean isAccepted() {
        return summary().isAccepted();
    }

    /** Returns true if the outcome is unknown and the user has given no verdict. */
    public boolean needsVerdict() {
        return summary().needsVerdict();
    }

    /** Returns the sales price as it was sent, which may differ from the price in the form. */
    public Optional<Price> price() {
        return SentPayloadValues.price(payload);
    }

    /** Returns the dealership as it was sent; empty if none was sent. */
    public Optional<String> dealership() {
        return SentPayloadValues.dealership(payload);
    }

    /** Returns the API names of the options as they were sent; empty if the payload has no options member. */
    public Optional<List<String>> options() {
        return SentPayloadValues.options(payload);
    }

    /**
     * Returns the problems that AutoChat reported on fields that still have the sent value.
     *
     * @param typed the draft as it is typed now
     */
    public List<Problem> remainingProblems(CarDraft typed) {
        return outcome.orElse(null) instanceof SendOutcome.Rejected(var _, var problems, var _)
                ? problems.stream()
                        .filter(problem -> draft.isSame(problem.field(), typed))
                        .toList()
                : List.of();
    }
}
