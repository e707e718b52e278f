package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import java.util.Optional;

/**
 * A connection that is tried step by step. Each step blocks and may be left out; the one under way is broken off by
 * {@link #stop()}, after which nothing goes on and no other is made.
 */
public final class ConnectionTest {
    private final AutochatClient client;
    private final AuthorizedExchange visit;

    ConnectionTest(AutochatClient client, AuthorizedExchange visit) {
        this.client = client;
        this.visit = visit;
    }

    /** As {@link AutochatClient#tryAddress()}. */
    public Optional<Cause> address() {
        return client.tryAddress();
    }

    /** As {@link AutochatClient#signIn()}. */
    public SignInOutcome signIn() {
        return visit.signIn();
    }

    /** As {@link AutochatClient#options()}. */
    public OptionsOutcome options() {
        return client.options(visit);
    }

    /** Ends it, from any thread. A token that others wait for too is theirs to wait for. */
    public void stop() {
        visit.stop();
    }
}
