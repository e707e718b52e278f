package app.forecourt.model.connection;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.secret.SecretStorage;
import java.time.Instant;
import java.util.Optional;

/** State of the chosen profile's connection, as shown in the band. */
public sealed interface ConnectionState {

    /** State while the program signs in and loads the option list. */
    record Connecting() implements ConnectionState {}

    /**
     * State after a sign-in with a loaded option list.
     *
     * @param options number of options
     * @param loaded time at which they were loaded
     * @param tokenUntil expiry of the token
     * @param keeping storage of the token, {@link SecretStorage#UNDECIDED} while it is unknown
     */
    record Ready(int options, Instant loaded, Optional<Instant> tokenUntil, SecretStorage keeping)
            implements ConnectionState {}

    /**
     * State after a failed load of the option list.
     *
     * @param cachedListTime time at which the older list in use was loaded, empty if there is none
     */
    record Failed(OptionsOutcome outcome, Optional<Instant> cachedListTime) implements ConnectionState {

        /** Returns whether a retry with the same settings may have another outcome. */
        public boolean isRetryUseful() {
            return switch (outcome) {
                case OptionsOutcome.SignInRefused(var failure) ->
                    failure.kind() != SignInRefusal.Kind.NOT_SET_UP
                            && failure.kind() != SignInRefusal.Kind.OTHER_ADDRESS;
                case OptionsOutcome.Failed(var cause, var status) -> !cause.isSettingsFault();
                // The list is loaded by itself when the limit ends.
                case OptionsOutcome.Limited limited -> false;
                case OptionsOutcome.Loaded loaded -> false;
            };
        }
    }
}
