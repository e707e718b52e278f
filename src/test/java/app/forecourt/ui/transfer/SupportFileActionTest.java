package app.forecourt.ui.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.model.connection.ConnectionState;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Connection states as the support file lists them. */
class SupportFileActionTest {

    private static String state(OptionsOutcome outcome) {
        return SupportFileAction.describe(new ConnectionState.Failed(outcome, Optional.empty()));
    }

    @Test
    void stateHasNoTextFromServer() {
        assertEquals("refused, wrong_credentials", state(new OptionsOutcome.SignInRefused(
                new SignInFailure(SignInFailure.Kind.WRONG_CREDENTIALS, Optional.of("no Renate here")))));
        assertEquals("limited until 2026-11-24T14:10:00Z",
                state(new OptionsOutcome.Limited(Instant.parse("2026-11-24T14:10:00Z"))));
        assertEquals("server_error, status 503",
                state(new OptionsOutcome.Failed(FailureCause.SERVER_ERROR, 503)));
        assertEquals("connecting", SupportFileAction.describe(new ConnectionState.Connecting()));
    }
}
