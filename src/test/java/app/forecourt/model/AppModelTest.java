package app.forecourt.model;

import static app.forecourt.autochat.FailureCause.OTHERS_ADDRESS;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.model.send.SendWorkflow.Step.SENDING;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.PRODUCTION_ADDRESS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.connection.ConnectionSettings;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Tests of the profiles, their option lists and their dealerships. */
class AppModelTest extends AppModelFixture {

    @Test
    void startsInPracticeWithoutSettings() {
        openModel(Map.of());
        assertEquals(PRACTICE, appModel.profile().get());
        assertEquals(Optional.empty(), clients.runningPractice(), "nothing is started before it is used");
        startModel();
        assertInstanceOf(
                ConnectionState.Ready.class,
                appModel.profileModel().connection().get());
        assertTrue(form().knownOptions().get().orElseThrow().options().size() >= 150);
        typeCar();
        assertEquals(SENDING, send());
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(1, clients.runningPractice().orElseThrow().received().size());
        assertEquals(0, autochat.requests.size());
    }

    @Test
    void invalidHttpAnswerEndsConnecting() {
        answers.put(
                "/api/cars",
                new MockResponse.Builder()
                        .code(201)
                        .setHeader("Content-Length", "-5")
                        .build());
        startModel();
        typeCar();
        send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        answers.put(
                "/api/options",
                new MockResponse.Builder()
                        .code(200)
                        .setHeader("Content-Length", "-5")
                        .build());
        appModel.profileModel().loadOptions();
        awaitConnected();
        assertInstanceOf(
                ConnectionState.Failed.class,
                appModel.profileModel().connection().get());
    }

    @Test
    void wrongSecretGetsNoCachedToken() throws IOException {
        startModel();
        assertInstanceOf(
                ConnectionState.Ready.class,
                appModel.profileModel().connection().get());
        answers.put("/oauth/token", response(401, "{\"error\": \"access_denied\"}"));
        var wrong = new ConnectionSettings(preferences, vault)
                .of(STAGING, setting -> setting.isSecret() ? "wrong" : preferences.get(setting));
        assertInstanceOf(
                OptionsOutcome.SignInRefused.class, clients.client(wrong).loadOptions());
    }

    @Test
    void lateKeychainReloadsOptions() {
        preferences.put(CLIENT_ID, "id");
        vault.put(CLIENT_SECRET, "secret").join();
        String key = keychain.key.orElseThrow();
        keychain.key = Optional.empty();
        openModel(Map.of());
        startModel();
        var failed = assertInstanceOf(
                ConnectionState.Failed.class,
                appModel.profileModel().connection().get());
        var refused = assertInstanceOf(OptionsOutcome.SignInRefused.class, failed.outcome());
        assertEquals(SignInRefusal.Kind.LOCKED, refused.failure().kind());
        appModel.onVaultStateChanged(vault.state());
        assertInstanceOf(
                ConnectionState.Failed.class,
                appModel.profileModel().connection().get(),
                "still locked");

        keychain.key = Optional.of(key);
        vault.open();
        appModel.onVaultStateChanged(vault.decideStorage().join());
        awaitConnected();
        assertInstanceOf(
                ConnectionState.Ready.class,
                appModel.profileModel().connection().get());
        appModel.onVaultStateChanged(vault.state());
        assertInstanceOf(
                ConnectionState.Ready.class,
                appModel.profileModel().connection().get(),
                "not loaded twice");
    }

    @Test
    void otherEnvironmentsAddressGetsNoCar() {
        properties.put("forecourt.staging.url", PRODUCTION_ADDRESS.defaultValue());
        startModel();
        var failed = assertInstanceOf(
                ConnectionState.Failed.class,
                appModel.profileModel().connection().get());
        assertEquals(new OptionsOutcome.Failed(OTHERS_ADDRESS, 0), failed.outcome());
        typeCar();
        send();
        assertEquals(new SendOutcome.NotSent(OTHERS_ADDRESS), outcome());
        assertEmpty(clients.dashboard(STAGING));
        assertEmpty(nextRequest());
    }

    @Test
    void profilesHaveSeparateOptions() {
        startModel();
        assertEquals(1, form().knownOptions().get().orElseThrow().options().size());
        answers.put("/api/options", response(500, ""));
        selectProfile(PRODUCTION);
        assertEmpty(form().knownOptions().get());
        selectProfile(STAGING);
        assertEquals(
                1, form().knownOptions().get().orElseThrow().options().size(), "what was loaded before still serves");
    }

    @Test
    void stagingAndProductionShareToken() {
        startModel();
        selectProfile(PRODUCTION);
        long asked = Stream.generate(this::nextRequest)
                .takeWhile(Optional::isPresent)
                .filter(request -> request.get().getUrl().encodedPath().equals("/oauth/token"))
                .count();
        assertEquals(1, asked);
    }

    @Test
    void chosenProfileIsSaved() {
        selectProfile(PRODUCTION);
        preferences.close();
        openModel(Map.of());
        assertEquals(PRODUCTION, appModel.profile().get());
    }

    @Test
    void environmentDealershipFillsField() {
        openModel(Map.of(
                "FORECOURT_DEALERSHIP_ID",
                "managed",
                "FORECOURT_CLIENT_ID",
                "id",
                "FORECOURT_CLIENT_SECRET",
                "secret"));
        assertEquals("managed", form().text(DEALERSHIP_ID).get());
    }

    @Test
    void changeCountsAsUnsavedUntilItIsWritten() {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        cars().autosave().enqueue(_ -> {
            writing.countDown();
            LongWait.untilOpen(written);
        });
        window.until("the write", () -> writing.getCount() == 0);
        assertEquals(1, cars().unsavedCount());
        written.countDown();
        window.until("the saving", () -> cars().unsavedCount() == 0);
    }

    @Test
    void newCarReusesUntouchedCar() {
        newCar();
        newCar();
        assertEquals(0, stock().all().size());
        assertEquals(0, cars().unsavedCount());
    }
}
