package app.forecourt.model.connection;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.http.ScriptedServer.limited;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.RequestLimitReason;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.model.AppModelFixture;
import app.forecourt.stock.Submission;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.OutcomeMessages;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of the band after submissions, and of the reason shown for queued cars. */
class ConnectionModelTest extends AppModelFixture {
    private final ConnectionMessages telling = new ConnectionMessages(new Messages(Locale.UK, clock));

    private String band() {
        return telling.shortText(appModel.profileModel().connection().get(), STAGING);
    }

    /** Waits for the band, because the car may get its outcome from the journal a moment earlier. */
    private void awaitBand(String beginning) {
        window.until(beginning, () -> band().startsWith(beginning));
    }

    private void startReady() {
        startModel();
        window.until("ready", () -> appModel.profileModel().connection().get() instanceof ConnectionState.Ready);
    }

    @Test
    void submissionLimitIsOnBand() {
        startReady();
        answers.put("/api/cars", limited(590));
        typeCar();
        send();
        assertInstanceOf(SendOutcome.Limited.class, outcome());
        awaitBand("Limited until");
    }

    @Test
    void refusalIsOnBandUntilAccepted() {
        startReady();
        answerCars(403, "{}");
        typeCar();
        send();
        awaitBand("Sign-in refused");
        answerCars(201, "{}");
        sendAccepted();
        awaitBand("Ready");
    }

    @Test
    void failingSignInNamesSignInServer() {
        answers.put("/oauth/token", response(503, "{}"));
        startModel();
        window.until("an answer", () -> appModel.profileModel().connection().get() instanceof ConnectionState.Failed);
        typeCar();
        send();
        SendOutcome.Limited limited = assertInstanceOf(SendOutcome.Limited.class, outcome());
        assertEquals(RequestLimitReason.SIGN_IN_FAILED, limited.reason());
        awaitBand("Sign-in failed, retry");
        OutcomeMessages words = new OutcomeMessages(new Messages(Locale.UK, clock));
        assertEquals("The sign-in server fails or does not answer.", words.reason(limited, STAGING));
        assertTrue(words.sentence(limited, STAGING).contains("at most five times an hour"));
    }

    @Test
    void queuedCarNamesFirstWaiting() {
        UUID first = queueTwoCars();
        assertEmpty(lastSubmission().outcome());
        awaitFirstWaiting(first);
    }

    @Test
    void queuedCarNamesFirstWaitingAfterRestart() {
        UUID first = queueTwoCars();
        restartModel();
        awaitFirstWaiting(first);
    }

    /** Queues two cars. The first waits because of a limit. Returns the id of its submission. */
    private UUID queueTwoCars() {
        startReady();
        answers.put("/api/cars", limited(590));
        typeCar();
        send();
        UUID first = lastSubmission().id();
        newCar();
        typeCar();
        type(INTERNAL_ID, "SEB-2");
        sendWorkflow.send();
        window.until("the second in line", () -> !submissions().isEmpty());
        return first;
    }

    private void awaitFirstWaiting(UUID id) {
        window.until(
                "the first in line",
                () -> appModel.profileModel()
                        .firstWaiting()
                        .get()
                        .map(Submission::id)
                        .equals(Optional.of(id)));
    }

    @Test
    void changedSecretRetriesAtOnce() {
        openModel(Map.of());
        preferences.put(CLIENT_ID, "id");
        var wrong = vault.put(CLIENT_SECRET, "the wrong one").join();
        assertEquals(false, wrong.isLocked());
        answers.put("/oauth/token", response(503, "{}"));
        startModel();
        selectProfile(STAGING);
        typeCar();
        send();
        assertInstanceOf(SendOutcome.Limited.class, outcome());
        answers.put("/oauth/token", response(200, TOKEN));
        var right = vault.put(CLIENT_SECRET, "the right one").join();
        assertEquals(false, right.isLocked());
        appModel.settingsChanged();
        window.until("the car", () -> lastSubmission().isAccepted());
    }
}
