package app.forecourt.stock;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.json.CarPayload;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import app.forecourt.car.Problem;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One sending of a car to one profile, and what came of it so far.
 *
 * @param address the profile's root address when it was asked for
 * @param follows the accepted attempt that this one corrects or, from staging to production, repeats
 * @param sent the car as it was typed then
 * @param payload the JSON that is posted
 * @param begun when it was asked for
 * @param changed when it last came further
 * @param tries how often it was tried
 * @param due when a waiting one is tried next
 * @param outcome what came of the last try, empty before there was one
 */
public record Submission(UUID id, UUID car, Profile profile, String address, Optional<UUID> follows,
        CarDraft sent, String payload, SubmissionState state, Instant begun, Instant changed, int tries,
        Optional<Instant> due, Optional<SendOutcome> outcome, UserVerdict decision) {
    private static final SendOutcome STOPPED = new SendOutcome.NotSent(SendOutcome.Cause.STOPPED);

    /** Times are kept to the millisecond. */
    public Submission {
        begun = begun.truncatedTo(ChronoUnit.MILLIS);
        changed = changed.truncatedTo(ChronoUnit.MILLIS);
        due = due.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** An attempt that has just been asked for. */
    public static Submission of(UUID car, Profile profile, String address, CarDraft sent, String payload,
            Instant now) {
        return new Submission(UUID.randomUUID(), car, profile, address, Optional.empty(), sent, payload,
                SubmissionState.WAITING, now, now, 0, Optional.empty(), Optional.empty(), UserVerdict.NONE);
    }

    /** It leaves now. */
    public Submission leaving(Instant now) {
        return with(SubmissionState.SENDING, now, tries + 1, Optional.empty(), Optional.empty());
    }

    /** It has not left, and is tried again. */
    public Submission waiting(Instant now, SendOutcome why, Instant until) {
        return with(SubmissionState.WAITING, now, tries, Optional.of(until), Optional.of(why));
    }

    /** It is tried at another time than was meant. */
    public Submission due(Instant other) {
        return with(state, changed, tries, Optional.of(other), outcome);
    }

    /** It has come to an end. */
    public Submission ended(Instant now, SendOutcome came) {
        return with(switch (came) {
            case SendOutcome.Accepted accepted -> SubmissionState.ACCEPTED;
            case SendOutcome.Rejected rejected -> SubmissionState.REJECTED;
            case SendOutcome.SignInRefused refused -> SubmissionState.REFUSED;
            case SendOutcome.Limited limited -> SubmissionState.LIMITED;
            case SendOutcome.NotSent notSent -> SubmissionState.NOT_SENT;
            case SendOutcome.Unknown unknown -> SubmissionState.UNKNOWN;
        }, now, tries, Optional.empty(), Optional.of(came));
    }

    /** The user has said what came of it. */
    public Submission decided(UserVerdict by, Instant now) {
        return new Submission(id, car, profile, address, follows, sent, payload, state, begun, now, tries,
                due, outcome, by);
    }

    private Submission with(SubmissionState now, Instant at, int tried, Optional<Instant> next,
            Optional<SendOutcome> came) {
        return new Submission(id, car, profile, address, follows, sent, payload, now, begun, at, tried, next,
                came, decision);
    }

    /** What the stock list needs of it. */
    public SubmissionSummary trace() {
        return new SubmissionSummary(id, profile, state,
                state == SubmissionState.NOT_SENT && outcome.filter(STOPPED::equals).isPresent(), decision,
                begun,
                StockRow.texts(sent));
    }

    /** Whether AutoChat took the car, by its own word or by the user's. */
    public boolean accepted() {
        return trace().accepted();
    }

    /** Whether nobody knows what came of it, and nobody has said. */
    public boolean open() {
        return trace().open();
    }

    /** The sales price as it was sent, which is not always the one that stands in the form by now. */
    public Optional<Price> price() {
        return CarPayload.price(payload);
    }

    /** The dealership as it was sent, empty when none was. */
    public Optional<String> dealership() {
        return CarPayload.dealership(payload);
    }

    /** The options as they were sent, by their API names; empty when there is no word of them. */
    public Optional<List<String>> options() {
        return CarPayload.options(payload);
    }

    /** What AutoChat refused and still stands as it was sent. */
    public List<Problem> standing(CarDraft now) {
        return outcome.orElse(null) instanceof SendOutcome.Rejected(var answer, var problems, var messages)
                ? problems.stream().filter(problem -> isAsSent(problem.field(), now)).toList()
                : List.of();
    }

    private boolean isAsSent(CarField field, CarDraft now) {
        return field == CarField.OPTIONS ? now.options().equals(sent.options())
                : now.text(field).equals(sent.text(field));
    }
}
