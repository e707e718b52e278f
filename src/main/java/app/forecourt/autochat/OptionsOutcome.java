package app.forecourt.autochat;

import app.forecourt.option.CarOption;
import java.time.Instant;
import java.util.List;

/** What came of loading a profile's option list. */
public sealed interface OptionsOutcome {

    /**
     * The list.
     *
     * @param options all pages that could be had, in the order given, without repeats
     * @param whole whether that is all AutoChat has; an option that is not among them is unknown only then
     * @param leftOut how many are left out because their names are too long
     */
    record Loaded(List<CarOption> options, boolean whole, int leftOut) implements OptionsOutcome {
        /** A list without names that are too long. */
        public Loaded(List<CarOption> options, boolean whole) {
            this(options, whole, 0);
        }

        public Loaded {
            options = List.copyOf(options);
        }
    }

    /** No token, or none that AutoChat takes. */
    record SignInRefused(SignInFailure failure) implements OptionsOutcome {}

    /**
     * Too many requests (429), or a sign-in that has to wait.
     *
     * @param until when it may be tried again
     */
    record Limited(Instant until, WaitReason reason) implements OptionsOutcome {
        /** A limit of AutoChat's. */
        public Limited(Instant until) {
            this(until, WaitReason.AUTOCHAT);
        }
    }

    /**
     * No answer, or one that is no option list.
     *
     * @param status the HTTP status, 0 when there was none
     */
    record Failed(SendOutcome.Cause cause, int status) implements OptionsOutcome {}

    /** Returns whether the profile's address was asked and answered, whatever it said. */
    default boolean isAnswered() {
        return switch (this) {
            case Loaded _,Limited _ -> true;
            case SignInRefused(var failure) -> failure.kind() == SignInFailure.Kind.NOT_ALLOWED;
            case Failed(var cause, int status) -> status != 0;
        };
    }
}
