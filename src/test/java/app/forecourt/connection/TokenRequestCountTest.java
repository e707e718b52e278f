package app.forecourt.connection;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SignInOutcome;
import app.forecourt.secret.SecretStorage;
import app.forecourt.send.OutboxFixture;
import app.forecourt.settings.Profile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The number of token requests over many restarts, with the settings on the disk. */
class TokenRequestCountTest extends OutboxFixture {
    private SignInOutcome signIn(Profile profile) {
        return clients.client(profile).signIn();
    }

    @Test
    void sixStartsADayTakeOneTokenADay() {
        open();
        for (int day = 0; day < 7; day++) {
            for (int start = 0; start < 6; start++) {
                restart();
                assertInstanceOf(SignInOutcome.SignedIn.class, signIn(STAGING));
                assertInstanceOf(SignInOutcome.SignedIn.class, signIn(PRODUCTION));
                clock.advance(Duration.ofHours(1));
            }
            clock.advance(Duration.ofHours(18));
        }
        assertEquals(7, autochat.tokenRequests());
        assertEquals(SecretStorage.KEYCHAIN, clients.tokenStorage(STAGING));
    }

    @Test
    void sixthStartWithoutKeyIsRateLimited() {
        properties.put("forecourt.secrets", "run");
        open();
        for (int start = 0; start < 5; start++) {
            restart();
            assertInstanceOf(SignInOutcome.SignedIn.class, signIn(STAGING));
            assertEquals(SecretStorage.RUN_ONLY, clients.tokenStorage(STAGING));
        }
        restart();
        assertEquals(
                RequestLimitReason.SIGN_IN_COUNT,
                assertInstanceOf(SignInOutcome.Limited.class, signIn(STAGING)).reason());
        assertEquals(5, autochat.tokenRequests());
        clock.advance(Duration.ofMinutes(10));
        assertInstanceOf(SignInOutcome.SignedIn.class, signIn(STAGING));
    }
}
