package app.forecourt.autochat;

import app.forecourt.car.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of sending one car. What may happen next follows from the kind alone: only {@link NotSent} and
 * {@link Limited} may ever be tried again without asking, and {@link Unknown} never.
 */
public sealed interface SendOutcome {

    /**
     * AutoChat took the car (200, 201 or 202 with a whole body that is no web page).
     *
     * @param id what the body or {@code Location} names the car by, if anything
     */
    record Accepted(Answer answer, Optional<String> id) implements SendOutcome {}

    /**
     * AutoChat looked at the car and said no (400, 404, 409, 422 and the other 4xx).
     *
     * @param problems what belongs to one of our fields
     * @param messages what else was said, as it came
     */
    record Rejected(Answer answer, List<Problem> problems, List<String> messages) implements SendOutcome {
        public Rejected {
            problems = List.copyOf(problems);
            messages = List.copyOf(messages);
        }

        /** Reads again what an answer that was kept said no to. */
        public static Rejected of(Answer answer) {
            ErrorBodyParser.Said said = ErrorBodyParser.read(answer.contentType(), answer.body());
            return new Rejected(answer, said.problems(), said.messages());
        }
    }

    /**
     * The car was not looked at, because we may not (401 after a renewed token, 403) or the sign-in itself failed.
     */
    record SignInRefused(SignInFailure failure) implements SendOutcome {}

    /**
     * Too many requests, here or at the token address (429), or a sign-in that has to wait; nothing was taken.
     *
     * @param until when it may be tried again
     */
    record Limited(Instant until, WaitReason reason) implements SendOutcome {
        /** A limit of AutoChat's. */
        public Limited(Instant until) {
            this(until, WaitReason.AUTOCHAT);
        }
    }

    /** The request provably never left: no header was written. */
    record NotSent(Cause cause) implements SendOutcome {}

    /**
     * The car may or may not have arrived: an answer that says nothing (3xx, 5xx, a web page), none at all, or a cut
     * one.
     *
     * @param answer what was read, if anything
     */
    record Unknown(Cause cause, Optional<Answer> answer) implements SendOutcome {}

    /**
     * An answer as it came.
     *
     * @param body at most 8 MB, as text
     */
    record Answer(int status, String contentType, String body) {}

    /** Why there is no usable answer. */
    enum Cause {
        /** The address has no host of that name. */
        NO_SUCH_HOST,
        /** The host refused the connection or can't be reached. */
        UNREACHABLE,
        /** No secure connection could be made. */
        TLS,
        /** Nothing in time. */
        TIMEOUT,
        /** The connection broke. */
        BROKEN,
        /** The user stopped waiting. */
        STOPPED,
        /** A redirect, which is never followed. */
        REDIRECT,
        /** The server said it failed (5xx) or answered outside HTTP's sense. */
        SERVER_ERROR,
        /** A success whose body was cut, too large, unreadable or a web page. */
        UNREADABLE,
        /** The profile's address isn't allowed: not https, or not a web address. */
        BAD_ADDRESS,
        /** The profile's address belongs to another profile. */
        OTHERS_ADDRESS,
        /** The proxy that the settings want is none. */
        BAD_PROXY,
        /** The proxy wants a name and a password. */
        PROXY_PASSWORD,
        /** The profile's address is another one than when the sending was asked for. */
        MOVED,
        /** That it leaves could not be written down first. */
        NOT_NOTED,
        /** The sending waited in a journal that was copied, moved or restored: another copy may have sent it. */
        COPIED,
        /** The sending has waited for longer than a day when the program started. */
        WAITED,
        /** The sending left while the journal could not be written. */
        NOT_KEPT;

        /** Whether only other settings can help: trying again comes to the same. */
        public boolean isOfSettings() {
            return this == BAD_ADDRESS || this == OTHERS_ADDRESS || this == BAD_PROXY;
        }
    }
}
