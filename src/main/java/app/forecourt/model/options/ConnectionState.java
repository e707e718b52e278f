package app.forecourt.model.options;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.secret.SecretStorage;
import java.time.Instant;
import java.util.Optional;

/** How the chosen profile is doing, as the band says it. */
public sealed interface ConnectionState {

    /** Signing in and loading the option list. */
    record Connecting() implements ConnectionState {}

    /**
     * Signed in, options loaded.
     *
     * @param options how many
     * @param loaded when they were loaded
     * @param tokenUntil how long the token holds
     * @param keeping where the token is kept, {@link SecretStorage#UNDECIDED} while that is not known
     */
    record Ready(int options, Instant loaded, Optional<Instant> tokenUntil,
            SecretStorage keeping) implements ConnectionState {}

    /**
     * No option list could be had now.
     *
     * @param listOf when the one that serves instead was loaded, if there is one
     */
    record Trouble(OptionsOutcome outcome, Optional<Instant> listOf) implements ConnectionState {

        /** Whether it may come to something else if it is tried again with nothing changed in the settings. */
        public boolean isWorthTrying() {
            return switch (outcome) {
                case OptionsOutcome.SignInRefused(var failure) ->
                    failure.kind() != SignInFailure.Kind.NOT_SET_UP
                            && failure.kind() != SignInFailure.Kind.OTHER_ADDRESS;
                case OptionsOutcome.Failed(var cause, var status) -> !cause.isOfSettings();
                // It is tried by itself when the limit ends.
                case OptionsOutcome.Limited limited -> false;
                case OptionsOutcome.Loaded loaded -> false;
            };
        }
    }
}
