package app.forecourt.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.ProblemCode;
import app.forecourt.environment.ConnectionSettings;
import app.forecourt.model.options.ConnectionState;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.practice.PracticeServer;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.stock.ListingStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** Tests of the profiles, their option lists and their dealerships. */
class AppModelTest extends AppModelFixture {

    @Test
    void startsInPracticeWithoutSettings() {
        open(Map.of());
        assertEquals(Profile.PRACTICE, desk.profile().get());
        assertEquals(Optional.empty(), environments.practice(), "nothing is started before it is used");
        begin();
        assertInstanceOf(ConnectionState.Ready.class, desk.connection().get());
        assertTrue(desk.form().knownOptions().get().orElseThrow().options().size() >= 150);
        typeACar();
        assertEquals(SendWorkflow.Step.SENDING, send());
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(1, environments.practice().orElseThrow().received().size());
        assertEquals(0, autochat.getRequestCount());
    }

    @Test
    void emptyJournalFillsStockList() {
        assertFalse(desk.cars().stock().filled().get());
        var told = new AtomicInteger();
        desk.cars().stock().filled().subscribe((before, now) -> told.incrementAndGet());
        begin();
        assertTrue(desk.cars().stock().filled().get());
        assertEquals(1, told.get());
    }

    @Test
    void emptyFormShowsProblemsAndIsNotSent() {
        begin();
        type(CarField.DEALERSHIP_ID, "");
        assertEquals(SendWorkflow.Step.LOOK, send());
        assertEquals(SendWorkflow.Step.LOOK, send());
        assertEquals(0, posts());
        assertEquals(List.of(CarField.DEALERSHIP_ID, CarField.BRAND, CarField.MODEL, CarField.SALES_PRICE),
                desk.form().shown().stream().filter(problem -> problem.rule() == ProblemCode.REQUIRED)
                        .map(Problem::field)
                        .toList());
    }

    @Test
    void invalidHttpAnswerEndsConnecting() {
        answers.put("/api/cars",
                new MockResponse.Builder().code(201).setHeader("Content-Length", "-5").build());
        begin();
        typeACar();
        send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        answers.put("/api/options",
                new MockResponse.Builder().code(200).setHeader("Content-Length", "-5").build());
        desk.loadOptions();
        connected();
        assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
    }

    @Test
    void wrongSecretGetsNoCachedToken() throws IOException {
        begin();
        assertInstanceOf(ConnectionState.Ready.class, desk.connection().get());
        answers.put("/oauth/token", answer(401, "{\"error\": \"access_denied\"}"));
        var wrong = new ConnectionSettings(preferences, vault).of(Profile.STAGING,
                setting -> setting.isSecret() ? "wrong" : preferences.get(setting));
        assertInstanceOf(OptionsOutcome.SignInRefused.class, environments.client(wrong).options());
    }

    @Test
    void lateKeychainReloadsOptions() {
        preferences.put(Setting.CLIENT_ID, "id");
        vault.put(Setting.CLIENT_SECRET, "secret").join();
        String key = keychain.key.orElseThrow();
        keychain.delete();
        open(Map.of());
        begin();
        var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
        var refused = assertInstanceOf(OptionsOutcome.SignInRefused.class, trouble.outcome());
        assertEquals(SignInFailure.Kind.LOCKED, refused.failure().kind());
        desk.vaultIs(vault.state());
        assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get(), "still locked");

        keychain.write(key);
        vault.open();
        desk.vaultIs(vault.settle().join());
        connected();
        assertInstanceOf(ConnectionState.Ready.class, desk.connection().get());
        desk.vaultIs(vault.state());
        assertInstanceOf(ConnectionState.Ready.class, desk.connection().get(), "not loaded twice");
    }

    @Test
    void otherEnvironmentsAddressGetsNoCar() {
        properties.put("forecourt.staging.url", Setting.PRODUCTION_ADDRESS.standard());
        begin();
        var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
        assertEquals(new OptionsOutcome.Failed(Cause.OTHERS_ADDRESS, 0), trouble.outcome());
        typeACar();
        send();
        assertEquals(new SendOutcome.NotSent(Cause.OTHERS_ADDRESS), outcome());
        assertEquals(Optional.empty(), environments.dashboard(Profile.STAGING));
        assertEquals(Optional.empty(), next());
    }

    @Test
    void wrongSecretIsReported() throws IOException {
        try (PracticeServer strict = PracticeServer.start()) {
            properties.put("forecourt.token.url", strict.tokenAddress().toString());
            begin();
            var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
            var refused = assertInstanceOf(OptionsOutcome.SignInRefused.class, trouble.outcome());
            assertEquals(SignInFailure.Kind.WRONG_CREDENTIALS, refused.failure().kind());
        }
    }

    @Test
    void htmlOptionListStillAllowsSending() {
        answers.put("/api/options", answer(200, "<html><body>Login</body></html>"));
        begin();
        var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
        assertEquals(new OptionsOutcome.Failed(Cause.UNREADABLE, 200), trouble.outcome());
        typeACar();
        assertEquals(SendWorkflow.Step.SENDING, send());
    }

    @Test
    void profilesHaveSeparateOptions() {
        begin();
        assertEquals(1, desk.form().knownOptions().get().orElseThrow().options().size());
        answers.put("/api/options", answer(500, ""));
        choose(Profile.PRODUCTION);
        assertEquals(Optional.empty(), desk.form().knownOptions().get());
        choose(Profile.STAGING);
        assertEquals(1, desk.form().knownOptions().get().orElseThrow().options().size(),
                "what was loaded before still serves");
    }

    @Test
    void stagingAndProductionShareToken() {
        begin();
        choose(Profile.PRODUCTION);
        long asked = Stream.generate(this::next).takeWhile(Optional::isPresent)
                .filter(request -> request.get().getUrl().encodedPath().equals("/oauth/token")).count();
        assertEquals(1, asked);
    }

    @Test
    void chosenProfileIsSaved() {
        choose(Profile.PRODUCTION);
        preferences.close();
        open(Map.of());
        assertEquals(Profile.PRODUCTION, desk.profile().get());
    }

    @Test
    void switchKeepsDraftAndMapsDealership() {
        dealerships(new Dealership("", "dealer-s", "dealer-p"));
        desk.settingsChanged();
        type(CarField.BRAND, "opel");
        assertEquals("dealer-s", desk.form().text(CarField.DEALERSHIP_ID).get());
        choose(Profile.PRODUCTION);
        assertEquals("dealer-p", desk.form().text(CarField.DEALERSHIP_ID).get());
        assertEquals("opel", desk.form().text(CarField.BRAND).get());
        type(CarField.DEALERSHIP_ID, "another of ours");
        choose(Profile.STAGING);
        assertEquals("another of ours", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void untouchedDealershipFollowsSettings() {
        dealerships(new Dealership("", "old", ""));
        desk.settingsChanged();
        dealerships(new Dealership("", "new", ""));
        desk.settingsChanged();
        assertEquals("new", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void environmentDealershipFillsField() {
        open(Map.of("FORECOURT_DEALERSHIP_ID", "managed", "FORECOURT_CLIENT_ID", "id",
                "FORECOURT_CLIENT_SECRET",
                "secret"));
        assertEquals("managed", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void newCarLeavesOldCarInList() {
        type(CarField.BRAND, "opel");
        desk.cars().newCar();
        assertEquals("", desk.form().text(CarField.BRAND).get());
        assertEquals(1, desk.cars().stock().all().size());
        openCar(desk.cars().stock().all().getFirst().id());
        assertEquals("opel", desk.form().text(CarField.BRAND).get());
    }

    @Test
    void newCarReusesUntouchedCar() {
        desk.cars().newCar();
        desk.cars().newCar();
        assertEquals(0, desk.cars().stock().all().size());
        assertEquals(0, desk.cars().unsaved());
    }
}
