package app.forecourt.connection;

import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.SignInOutcome;
import app.forecourt.autochat.WaitReason;
import app.forecourt.secret.SecretStorage;
import app.forecourt.send.OutboxFixture;
import app.forecourt.settings.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The number of token requests over many restarts, with the settings on the disk. */
class TokenRequestCountTest {
    @TempDir
    private Path home;

    @AutoClose
    private OutboxFixture fixture;

    private SignInOutcome signIn(Profile profile) {
        return fixture.clients.client(profile).signIn();
    }

    @Test
    void sixStartsADayTakeOneTokenADay() throws IOException {
        fixture = new OutboxFixture(home).open();
        for (int day = 0; day < 7; day++) {
            for (int start = 0; start < 6; start++) {
                fixture.restart();
                assertInstanceOf(SignInOutcome.SignedIn.class, signIn(STAGING));
                assertInstanceOf(SignInOutcome.SignedIn.class, signIn(PRODUCTION));
                fixture.clock.advance(Duration.ofHours(1));
            }
            fixture.clock.advance(Duration.ofHours(18));
        }
        assertEquals(7, fixture.autochat.tokenRequests());
    }

    @Test
    void http401AsksFiveTimesAnHourOverRestarts() throws IOException {
        fixture = new OutboxFixture(home).open();
        fixture.autochat.tokens = inTurn(json(401, "{}"));
        for (int hour = 1; hour <= 3; hour++) {
            for (int start = 0; start < 10; start++) {
                fixture.restart();
                signIn(STAGING);
                fixture.clock.advance(Duration.ofMinutes(6));
            }
            assertEquals(5 * hour, fixture.autochat.tokenRequests());
        }
    }

    @Test
    void sixthStartWithoutKeyIsRateLimited() throws IOException {
        fixture = new OutboxFixture(home);
        fixture.properties.put("forecourt.secrets", "run");
        fixture.open();
        for (int start = 0; start < 5; start++) {
            fixture.restart();
            assertInstanceOf(SignInOutcome.SignedIn.class, signIn(STAGING));
            assertEquals(SecretStorage.RUN_ONLY, fixture.clients.tokenStorage(STAGING));
        }
        fixture.restart();
        assertEquals(
                WaitReason.SIGN_IN_COUNT,
                assertInstanceOf(SignInOutcome.Limited.class, signIn(STAGING)).reason());
        assertEquals(5, fixture.autochat.tokenRequests());
        fixture.clock.advance(Duration.ofMinutes(10));
        assertInstanceOf(SignInOutcome.SignedIn.class, signIn(STAGING));
    }

    @Test
    void sixStartsWithKeyTakeOneToken() throws IOException {
        fixture = new OutboxFixture(home).open();
        for (int start = 0; start < 6; start++) {
            fixture.restart();
            assertInstanceOf(SignInOutcome.SignedIn.class, signIn(STAGING));
            assertEquals(SecretStorage.KEYCHAIN, fixture.clients.tokenStorage(STAGING));
        }
        assertEquals(1, fixture.autochat.tokenRequests());
    }
}
