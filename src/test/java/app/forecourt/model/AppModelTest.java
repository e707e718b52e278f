package app.forecourt.model;

import static app.forecourt.autochat.FailureCause.OTHERS_ADDRESS;
import static app.forecourt.car.CarField.BRAND;
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
import app.forecourt.connection.ConnectionSettingsReader;
import app.forecourt.model.connection.ConnectionState;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Tests of the profiles, their option lists and their dealerships. */
class AppModelTest extends AppModelFixture {
    private <T extends ConnectionState> T connection(Class<T> state) {
        return assertInstanceOf(state, appModel.profileModel().connection().get());
    }

    private int optionCount() {
        return form().knownOptions().get().orElseThrow().options().size();
    }

    @Test
    void startsInPracticeWithoutSettings() {
        openModel(Map.of());
        assertEquals(PRACTICE, profile());
        assertEquals(Optional.empty(), clients.runningPractice(), "nothing is started before it is used");
        startModel();
        connection(ConnectionState.Ready.class);
        assertTrue(optionCount() >= 150);
        typeCar();
        assertSend(SENDING);
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(1, clients.runningPractice().orElseThrow().received().size());
        assertEquals(0, autochat.requests.size());
    }

    @Test
    void invalidHttpAnswerEndsConnecting() {
        MockResponse invalid = new MockResponse.Builder()
                .code(201)
                .setHeader("Content-Length", "-5")
                .build();
        answers.put("/api/cars", invalid);
        startWithCar();
        send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        answers.put("/api/options", invalid);
        appModel.profileModel().loadOptions();
        awaitConnected();
        connection(ConnectionState.Failed.class);
    }

    @Test
    void wrongSecretGetsNoCachedToken() throws IOException {
        startModel();
        connection(ConnectionState.Ready.class);
        answers.put("/oauth/token", response(401, "{\"error\": \"access_denied\"}"));
        var wrong = new ConnectionSettingsReader(preferences, vault)
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
        var failed = connection(ConnectionState.Failed.class);
        var refused = assertInstanceOf(OptionsOutcome.SignInRefused.class, failed.outcome());
        assertEquals(SignInRefusal.Kind.LOCKED, refused.failure().kind());
        appModel.onVaultStateChanged(vault.state());
        connection(ConnectionState.Failed.class);

        keychain.key = Optional.of(key);
        vault.open();
        appModel.onVaultStateChanged(vault.decideStorage().join());
        awaitConnected();
        connection(ConnectionState.Ready.class);
        appModel.onVaultStateChanged(vault.state());
        connection(ConnectionState.Ready.class);
    }

    @Test
    void otherEnvironmentsAddressGetsNoCar() {
        properties.put("forecourt.staging.url", PRODUCTION_ADDRESS.defaultValue());
        startModel();
        var failed = connection(ConnectionState.Failed.class);
        assertEquals(new OptionsOutcome.Failed(OTHERS_ADDRESS, 0), failed.outcome());
        typeCar();
        send();
        assertNotSent(OTHERS_ADDRESS);
        assertEmpty(clients.dashboard(STAGING));
        assertEmpty(nextRequest());
    }

    @Test
    void profilesHaveSeparateOptions() {
        startModel();
        assertEquals(1, optionCount());
        answers.put("/api/options", response(500, ""));
        selectProfile(PRODUCTION);
        assertEmpty(form().knownOptions().get());
        selectProfile(STAGING);
        assertEquals(1, optionCount(), "what was loaded before still serves");
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
        assertEquals(PRODUCTION, profile());
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
    void textTypedDuringTheLastSaveIsSaved() {
        startWithCar();
        cars().autosave().enqueue(_ -> type(BRAND, "fiat"));
        assertTrue(flush());
        assertEquals(0, cars().unsavedCount());
    }
}
