package app.forecourt.autochat;

import app.forecourt.autochat.SendOutcome.Cause;
import java.util.Optional;

/**
 * A test of a connection in steps. Each step blocks and is optional. {@link #stop()} cancels the current step; later
 * steps fail at once.
 */
public final class ConnectionTest {
    private final AutochatClient client;
    private final AuthorizedExchange exchange;

    ConnectionTest(AutochatClient client, AuthorizedExchange exchange) {
        this.client = client;
        this.exchange = exchange;
    }

    /** Checks the address, see {@link AutochatClient#checkAddress()}. */
    public Optional<Cause> checkAddress() {
        return client.checkAddress();
    }

    /** Signs in, see {@link AutochatClient#signIn()}. */
    public SignInOutcome signIn() {
        return exchange.signIn();
    }

    /** Loads the option list, see {@link AutochatClient#loadOptions()}. */
    public OptionsOutcome loadOptions() {
        return client.loadOptions(exchange);
    }

    /**
     * Stops the test; may be called from any thread. Cancels its token request unless another caller waits for that
     * token.
     */
    public void stop() {
        exchange.stop();
    }
}
