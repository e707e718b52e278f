package app.forecourt.ui;

import app.forecourt.autochat.OptionsOutcome;
import java.time.Instant;
import java.util.Optional;

/** How the chosen profile is doing, as the band says it. */
public sealed interface ConnectionState {

    /** Signing in and loading the option list. */
    record Connecting() implements ConnectionState {}

    /**
     * Signed in, options loaded.
     *
     * @param tokenUntil how long the token holds
     */
    record Ready(Optional<Instant> tokenUntil) implements ConnectionState {}

    /** No option list could be had. */
    record Trouble(OptionsOutcome outcome) implements ConnectionState {}
}
