package app.forecourt.model.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.WaitReason;
import app.forecourt.car.CarField;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.Submission;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Test of the band after submissions, and of the reason shown for queued cars. */
class ConnectionStatusTest extends AppModelFixture {
    private static final MockResponse BUSY = new MockResponse.Builder().code(429)
            .addHeader("Retry-After", "590").build();

    private final ConnectionMessages telling = new ConnectionMessages(new Messages(Locale.UK, clock));

    private String band() {
        return telling.state(desk.connection().get(), Profile.STAGING);
    }

    /** Waits for the band, because the car may get its outcome from the journal a moment earlier. */
    private void awaitBand(String beginning) {
        window.until(beginning, () -> band().startsWith(beginning));
    }

    private void startReady() {
        begin();
        window.until("ready", () -> desk.connection().get() instanceof ConnectionState.Ready);
    }

    @Test
    void submissionLimitIsOnBand() {
        startReady();
        answers.put("/api/cars", BUSY);
        typeACar();
        send();
        assertInstanceOf(SendOutcome.Limited.class, outcome());
        awaitBand("Limited until");
    }

    @Test
    void refusalIsOnBandUntilAccepted() {
        startReady();
        answers.put("/api/cars", answer(403, "{}"));
        typeACar();
        send();
        awaitBand("Sign-in refused");
        answers.put("/api/cars", answer(201, "{}"));
        send();
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        awaitBand("Ready");
    }

    @Test
    void failingSignInNamesSignInServer() {
        answers.put("/oauth/token", answer(503, "{}"));
        begin();
        window.until("an answer", () -> desk.connection().get() instanceof ConnectionState.Trouble);
        typeACar();
        send();
        SendOutcome.Limited limited = assertInstanceOf(SendOutcome.Limited.class, outcome());
        assertEquals(WaitReason.SIGN_IN_FAILED, limited.reason());
        awaitBand("Sign-in failed, retry");
        OutcomeMessages words = new OutcomeMessages(new Messages(Locale.UK, clock));
        assertEquals("The sign-in server fails or does not answer.", words.why(limited, Profile.STAGING));
        assertTrue(words.sentence(limited, Profile.STAGING).contains("at most five times an hour"));
    }

    @Test
    void queuedCarNamesFirstWaiting() {
        startReady();
        answers.put("/api/cars", BUSY);
        typeACar();
        send();
        Submission first = attempts().getLast();
        desk.cars().newCar();
        typeACar();
        type(CarField.INTERNAL_ID, "SEB-2");
        dispatch.send();
        window.until("the second in line", () -> !attempts().isEmpty());
        assertEquals(Optional.empty(), attempts().getLast().outcome());
        window.until("the first in line",
                () -> desk.firstInLine().get().map(Submission::id).equals(Optional.of(first.id())));
    }

    @Test
    void changedSecretRetriesAtOnce() {
        open(Map.of());
        preferences.put(Setting.CLIENT_ID, "id");
        var wrong = vault.put(Setting.CLIENT_SECRET, "the wrong one").join();
        assertEquals(false, wrong.isLocked());
        answers.put("/oauth/token", answer(503, "{}"));
        begin();
        choose(Profile.STAGING);
        typeACar();
        send();
        assertInstanceOf(SendOutcome.Limited.class, outcome());
        answers.put("/oauth/token", answer(200, TOKEN));
        var right = vault.put(Setting.CLIENT_SECRET, "the right one").join();
        assertEquals(false, right.isLocked());
        desk.settingsChanged();
        window.until("the car", () -> attempts().getLast().accepted());
    }
}
