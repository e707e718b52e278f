package app.forecourt.environment;

import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
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

/** How often a desk asks for a token that is closed and opened often, with its settings on the disk. */
class WeekOfUseTest {
    @TempDir
    private Path home;
    @AutoClose
    private OutboxFixture desk;

    private SignInOutcome signIn(Profile profile) {
        return desk.environments.client(profile).signIn();
    }

    @Test
    void sevenDaysOfSixStartsTakeSevenTokens() throws IOException {
        desk = new OutboxFixture(home).open();
        for (int day = 0; day < 7; day++) {
            for (int start = 0; start < 6; start++) {
                desk.restart();
                assertInstanceOf(SignInOutcome.SignedIn.class, signIn(Profile.STAGING));
                assertInstanceOf(SignInOutcome.SignedIn.class, signIn(Profile.PRODUCTION));
                desk.clock.go(Duration.ofHours(1));
            }
            desk.clock.go(Duration.ofHours(18));
        }
        assertEquals(7, desk.autochat.tokenRequests());
    }

    @Test
    void refusedForEverItAsksFiveTimesAnHourOverRestarts() throws IOException {
        desk = new OutboxFixture(home).open();
        desk.autochat.tokens = inTurn(json(401, "{}"));
        for (int hour = 1; hour <= 3; hour++) {
            for (int start = 0; start < 10; start++) {
                desk.restart();
                signIn(Profile.STAGING);
                desk.clock.go(Duration.ofMinutes(6));
            }
            assertEquals(5 * hour, desk.autochat.tokenRequests());
        }
    }

    @Test
    void sixthStartWithoutAKeyWaitsForOurOwnBrake() throws IOException {
        desk = new OutboxFixture(home);
        desk.properties.put("forecourt.secrets", "run");
        desk.open();
        for (int start = 0; start < 5; start++) {
            desk.restart();
            assertInstanceOf(SignInOutcome.SignedIn.class, signIn(Profile.STAGING));
            assertEquals(SecretStorage.RUN_ONLY, desk.environments.keeping(Profile.STAGING));
        }
        desk.restart();
        assertEquals(WaitReason.SIGN_IN_COUNT,
                assertInstanceOf(SignInOutcome.Limited.class, signIn(Profile.STAGING)).reason());
        assertEquals(5, desk.autochat.tokenRequests());
    }

    @Test
    void sixStartsWithAKeyTakeOneToken() throws IOException {
        desk = new OutboxFixture(home).open();
        for (int start = 0; start < 6; start++) {
            desk.restart();
            assertInstanceOf(SignInOutcome.SignedIn.class, signIn(Profile.STAGING));
            assertEquals(SecretStorage.KEYCHAIN, desk.environments.keeping(Profile.STAGING));
        }
        assertEquals(1, desk.autochat.tokenRequests());
    }
}
