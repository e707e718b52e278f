package app.forecourt.autochat;

import app.forecourt.option.CarOption;
import java.time.Instant;
import java.util.List;

/** The result of loading a profile's option list. */
public sealed interface OptionsOutcome {

    /**
     * The option list.
     *
     * @param options the options of all loaded pages, in the server's order, without duplicates
     * @param complete whether the list is complete; only then is an option missing from it unknown to AutoChat
     */
    record Loaded(List<CarOption> options, boolean complete) implements OptionsOutcome {
        public Loaded {
            options = List.copyOf(options);
        }
    }

    /** There is no token, or AutoChat does not accept it. */
    record SignInRefused(SignInRefusal failure) implements OptionsOutcome {}

    /**
     * Too many requests (429), or a sign-in that has to wait.
     *
     * @param until the earliest time of a retry
     */
    record Limited(Instant until, RequestLimitReason reason) implements OptionsOutcome {
        /** Creates a limit set by AutoChat. */
        public Limited(Instant until) {
            this(until, RequestLimitReason.AUTOCHAT);
        }
    }

    /**
     * No response, or a response that is no option list.
     *
     * @param status the HTTP status; 0 if there was no response
     */
    record Failed(FailureCause cause, int status) implements OptionsOutcome {}
}
