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
    record SignInRefused(SignInFailure failure) implements SendOutcome {}

    /**
     * Too many requests for cars or tokens (429), or a sign-in that has to wait. The car was not accepted.
     *
     * @param until the earliest time of a retry
     */
    record Limited(Instant until, WaitReason reason) implements SendOutcome {
        /** Creates a limit set by AutoChat. */
        public Limited(Instant until) {
            this(until, WaitReason.AUTOCHAT);
        }
    }

    /** The request provably was not sent: no header was written. */
    record NotSent(Cause cause) implements SendOutcome {}

    /**
     * The car may or may not have arrived. The response is inconclusive (3xx, 5xx, a web page), missing or cut off.
     *
     * @param answer the part of the response that was read, if any
     */
    record Unknown(Cause cause, Optional<Answer> answer) implements SendOutcome {}

    /**
     * A response as received.
     *
     * @param body the text of the body, at most 8 MB
     */
    record Answer(int status, String contentType, String body) {}

    /** The reason why there is no usable response. */
    enum Cause {
        /** The host of the address is unknown. */
        NO_SUCH_HOST,
        /** The host refused the connection or can't be reached. */
        UNREACHABLE,
        /** No secure connection could be made. */
        TLS,
        /** The time limit was reached. */
        TIMEOUT,
        /** The connection broke. */
        BROKEN,
        /** The user stopped waiting. */
        STOPPED,
        /** A redirect, which is never followed. */
        REDIRECT,
        /** The server reported a failure (5xx) or violated HTTP. */
        SERVER_ERROR,
        /** A success with a body that was cut, too large, unreadable or a web page. */
        UNREADABLE,
        /** The profile's address isn't allowed: not https, or not a web address. */
        BAD_ADDRESS,
        /** The profile's address belongs to another profile. */
        OTHERS_ADDRESS,
        /** The proxy address in the settings is invalid. */
        BAD_PROXY,
        /** The proxy requires a user name and a password. */
        PROXY_PASSWORD,
        /** The profile's address has changed since the submission was created. */
        MOVED,
        /** The journal could not record the submission before it was sent. */
        NOT_NOTED,
        /** The submission waited in a journal that was copied, moved or restored: another copy may have sent it. */
        COPIED,
        /** The submission had waited for more than a day when the program started. */
        WAITED,
        /** The submission was sent while the journal could not be written. */
        NOT_KEPT;

        /** Returns whether only a change of the settings helps, so that a retry is useless. */
        public boolean isSettingsFault() {
            return this == BAD_ADDRESS || this == OTHERS_ADDRESS || this == BAD_PROXY;
        }
    }
}
