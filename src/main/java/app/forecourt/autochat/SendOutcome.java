package app.forecourt.autochat;

import app.forecourt.car.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of sending one car. Its type decides about retries: only {@link NotSent} and {@link Limited} may be
 * retried without asking the user. {@link Unknown} never may.
 */
public sealed interface SendOutcome {

    /**
     * AutoChat accepted the car: 200, 201 or 202 with a complete body that is no web page.
     *
     * @param id the id of the car in the body or in {@code Location}, if any
     */
    record Accepted(Answer answer, Optional<String> id) implements SendOutcome {}

    /**
     * AutoChat checked the car and rejected it (400, 404, 409, 422 and other 4xx).
     *
     * @param problems errors that belong to a field of the form
     * @param messages all other errors
     */
    record Rejected(Answer answer, List<Problem> problems, List<String> messages) implements SendOutcome {
        public Rejected {
            problems = List.copyOf(problems);
            messages = List.copyOf(messages);
        }

        /** Parses the errors of a stored response again. */
        public static Rejected of(Answer answer) {
            ErrorBodyParser.ParsedErrors parsed = ErrorBodyParser.parse(answer.contentType(), answer.body());
            return new Rejected(answer, parsed.problems(), parsed.messages());
        }
    }

    /** The car was not checked: a 401 after a renewed token, a 403, or a refused sign-in. */
    record SignInRefused(SignInRefusal failure) implements SendOutcome {}

    /**
     * Too many requests for cars or tokens (429), or a sign-in that has to wait. The car was not accepted.
     *
     * @param until the earliest time of a retry
     */
    record Limited(Instant until, RequestLimitReason reason) implements SendOutcome {
        /** Creates a limit set by AutoChat. */
        public Limited(Instant until) {
            this(until, RequestLimitReason.AUTOCHAT);
        }
    }

    /** The request provably was not sent: no header was written. */
    record NotSent(FailureCause cause) implements SendOutcome {}

    /**
     * The car may or may not have arrived. The response is inconclusive (3xx, 5xx, a web page), missing or cut off.
     *
     * @param answer the part of the response that was read, if any
     */
    record Unknown(FailureCause cause, Optional<Answer> answer) implements SendOutcome {}

    /**
     * A response as received.
     *
     * @param body the text of the body, at most 8 MB
     */
    record Answer(int status, String contentType, String body) {}
}
