package app.forecourt.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Cause;
import app.forecourt.autochat.SignInFailure;
import app.forecourt.car.CarCheck;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.car.Rule;
import app.forecourt.car.Vocabulary;
import app.forecourt.http.HttpClients;
import app.forecourt.listing.Environments;
import app.forecourt.practice.PracticeServer;
import app.forecourt.profile.Preferences;
import app.forecourt.profile.Profile;
import app.forecourt.profile.Setting;
import app.forecourt.profile.Surroundings;
import app.forecourt.ui.StockEntry.Standing;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's model against real servers on loopback: practice itself, and one that misbehaves as told. */
class DeskTest {
    private static final String TOKEN = "{\"access_token\": \"t\", \"token_type\": \"Bearer\"}";
    private static final String OPTIONS = "[{\"name\": \"abs\", \"prettyName\": \"ABS\"}]";
    private static final int NOWHERE = 1;

    @TempDir
    private Path home;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, MockResponse> answers = new HashMap<>();
    private final MockWebServer autochat = new MockWebServer();
    private final Clock clock = Clock.system(ZoneOffset.UTC);
    private Preferences preferences;
    private Environments environments;
    private Desk desk;

    @BeforeEach
    void anAutoChatThatAnswersAsTold() throws IOException {
        answers.put("/oauth/token", answer(200, TOKEN));
        answers.put("/api/options", answer(200, OPTIONS));
        answers.put("/api/cars", answer(201, "{\"uuid\": \"u-1\"}"));
        autochat.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answers.getOrDefault(request.getUrl().encodedPath(), answer(404, ""));
            }
        });
        autochat.start();
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + autochat.getPort());
        properties.put("forecourt.production.url", "http://127.0.0.1:" + autochat.getPort());
        properties.put("forecourt.token.url", "http://127.0.0.1:" + autochat.getPort() + "/oauth/token");
        open(Map.of("FORECOURT_CLIENT_ID", "id", "FORECOURT_CLIENT_SECRET", "secret"));
    }

    private void open(Map<String, String> variables) {
        preferences = Preferences.open(home.resolve("preferences.json"),
                new Surroundings(variables::get, properties::get), Runnable::run);
        environments = new Environments(preferences, new HttpClients("test"), clock);
        desk = new Desk(preferences, environments, new CarForm(new CarCheck(clock, Vocabulary.bundled())),
                new Background(Runnable::run, Runnable::run), clock);
    }

    @AfterEach
    void close() {
        environments.close();
        preferences.close();
        autochat.close();
    }

    private static MockResponse answer(int status, String body) {
        return new MockResponse.Builder().code(status).addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private void type(CarField field, String text) {
        desk.form().text(field).set(text);
    }

    private void typeACar() {
        type(CarField.INTERNAL_ID, "SEB-1");
        type(CarField.DEALERSHIP_ID, "dealer");
        type(CarField.BRAND, "opel");
        type(CarField.MODEL, "corsa");
        type(CarField.SALES_PRICE, "12500");
    }

    private int posts() {
        return (int) java.util.stream.Stream.generate(this::next).takeWhile(Optional::isPresent)
                .filter(request -> request.get().getUrl().encodedPath().equals("/api/cars")).count();
    }

    private Optional<RecordedRequest> next() {
        try {
            return Optional.ofNullable(autochat.takeRequest(0, TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private SendOutcome outcome() {
        return desk.last().get().orElseThrow().outcome();
    }

    @Test
    void opensInPracticeWithNothingSetUp() {
        open(Map.of());
        assertEquals(Profile.PRACTICE, desk.profile().get());
        assertEquals(Optional.empty(), environments.practice(), "nothing is started before it is used");
        desk.begin();
        assertInstanceOf(ConnectionState.Ready.class, desk.connection().get());
        assertTrue(desk.form().known().get().orElseThrow().options().size() >= 150);
        typeACar();
        assertEquals(Desk.Step.SENDING, desk.send());
        assertInstanceOf(SendOutcome.Accepted.class, outcome());
        assertEquals(1, environments.practice().orElseThrow().received().size());
        assertEquals(0, autochat.getRequestCount());
    }

    @Test
    void acceptedCarIsNotSentThereAgainButElsewhere() {
        desk.begin();
        typeACar();
        assertEquals(Desk.Step.SENDING, desk.send());
        assertEquals(Standing.SENT, desk.standing().get());
        assertEquals(Desk.Step.NOT_AGAIN, desk.send());
        desk.choose(Profile.PRACTICE);
        assertEquals(Standing.DRAFT, desk.standing().get());
        assertEquals(Desk.Step.SENDING, desk.send());
        desk.choose(Profile.STAGING);
        assertEquals(Standing.SENT, desk.standing().get());
        assertEquals(1, posts());
    }

    @Test
    void emptyFormIsLookedAtAndNothingIsSent() {
        desk.begin();
        type(CarField.DEALERSHIP_ID, "");
        assertEquals(Desk.Step.LOOK, desk.send());
        assertEquals(Desk.Step.LOOK, desk.send());
        assertEquals(0, posts());
        assertEquals(List.of(CarField.DEALERSHIP_ID, CarField.BRAND, CarField.MODEL, CarField.SALES_PRICE),
                desk.form().shown().stream().filter(problem -> problem.rule() == Rule.REQUIRED)
                        .map(Problem::field)
                        .toList());
    }

    @Test
    void warningsAreSeenBeforeTheyAreSent() {
        desk.begin();
        typeACar();
        type(CarField.INTERNAL_ID, "");
        assertEquals(Desk.Step.LOOK, desk.send());
        assertEquals(Desk.Step.SENDING, desk.send());
        assertEquals(1, posts());
    }

    @Test
    void firstSendingToProductionIsAskedOnce() {
        desk.choose(Profile.PRODUCTION);
        typeACar();
        assertEquals(Desk.Step.ASK, desk.send());
        assertEquals(0, posts());
        desk.confirmProduction();
        assertEquals(Desk.Step.SENDING, desk.send());
        desk.newCar();
        typeACar();
        assertEquals(Desk.Step.SENDING, desk.send());
        assertEquals(2, posts());
    }

    @Test
    void amountThatWasTakenStaysOnceItIsSentAndFollowsWhenItCameBack() {
        desk.begin();
        typeACar();
        desk.form().take(desk.form().proposals().getFirst(), BigDecimal::toPlainString);
        answers.put("/api/cars", answer(422, "{\"detail\": \"no\"}"));
        desk.send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome());
        type(CarField.SALES_PRICE, "13000");
        assertEquals("13000.00", desk.form().text(CarField.SALES_PRICE_EX_VAT).get());
        answers.put("/api/cars", answer(201, "{}"));
        desk.send();
        assertEquals(Standing.SENT, desk.standing().get());
        type(CarField.SALES_PRICE, "14000");
        assertEquals("13000.00", desk.form().text(CarField.SALES_PRICE_EX_VAT).get(), "what was sent stays");
    }

    @Test
    void violationsComeBackToTheirFields() {
        answers.put("/api/cars", answer(422,
                """
                        {"violations": [{"propertyPath": "vin", "message": "not a VIN we know"}], "detail": "one problem"}"""));
        desk.begin();
        typeACar();
        CarDraft typed = desk.form().draft().get();
        desk.send();
        assertInstanceOf(SendOutcome.Rejected.class, outcome());
        assertEquals(List.of(Problem.of(CarField.VIN, Rule.REFUSED_BY_AUTOCHAT, "not a VIN we know")),
                desk.form().shown());
        assertEquals(typed, desk.form().draft().get());
        assertEquals(Standing.DRAFT, desk.standing().get(), "mended, it can be sent again");
    }

    @Test
    void unknownOutcomeIsDecidedByTheUser() {
        answers.put("/api/cars", answer(500, "<h1>oops</h1>"));
        desk.begin();
        typeACar();
        desk.send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        assertEquals(Standing.UNKNOWN, desk.standing().get());
        assertEquals(Desk.Step.NOT_AGAIN, desk.send());
        assertEquals(1, posts());

        assertEquals(Desk.Step.SENDING, desk.sendAgain());
        assertEquals(Standing.UNKNOWN, desk.standing().get());
        assertEquals(1, posts());

        desk.itIsThere();
        assertEquals(Standing.SENT, desk.standing().get());
        assertEquals(Desk.Step.NOT_AGAIN, desk.send());
        assertEquals(0, posts());
    }

    @Test
    void sentAgainInVainItIsStillUnknown() {
        answers.put("/api/cars", answer(500, "oops"));
        desk.begin();
        typeACar();
        desk.send();
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + NOWHERE);
        assertEquals(Desk.Step.SENDING, desk.sendAgain());
        assertEquals(new SendOutcome.NotSent(Cause.UNREACHABLE),
                desk.current().get().attempts().getLast().outcome());
        assertInstanceOf(SendOutcome.Unknown.class, outcome(), "the first may still be there");
        assertEquals(Standing.UNKNOWN, desk.standing().get());
    }

    @Test
    void dealershipOfAnotherProfileIsNotTakenAlongWithASentCar() {
        preferences.put(Setting.STAGING_DEALERSHIP, "dealer-s");
        preferences.put(Setting.PRODUCTION_DEALERSHIP, "dealer-p");
        desk.settingsChanged();
        typeACar();
        type(CarField.DEALERSHIP_ID, "dealer-s");
        desk.begin();
        desk.send();
        assertEquals(Standing.SENT, desk.standing().get());
        desk.choose(Profile.PRODUCTION);
        assertEquals("dealer-p", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void whatIsTypedAfterASendingIsNotSafe() {
        desk.begin();
        typeACar();
        desk.send();
        assertEquals(0, desk.unsent());
        desk.choose(Profile.PRODUCTION);
        assertEquals(0, desk.unsent(), "another dealership is no typing");
        type(CarField.DESCRIPTION, "long and lovingly written");
        assertEquals(1, desk.unsent());
    }

    @Test
    void refusedFieldIsMarkedAgainWhenItsCarIsOpened() {
        answers.put("/api/cars", answer(422, """
                {"violations": [{"propertyPath": "model", "message": "no such model"}]}"""));
        desk.begin();
        typeACar();
        desk.send();
        StockEntry refused = desk.current().get();
        desk.newCar();
        assertEquals(List.of(), desk.form().shown());
        desk.open(refused);
        assertEquals(List.of(CarField.MODEL), desk.form().shown().stream().map(Problem::field).toList());
        type(CarField.MODEL, "astra");
        desk.newCar();
        desk.open(refused);
        assertEquals(List.of(), desk.form().shown(), "mended meanwhile");
    }

    @Test
    void answerOutsideHttpEndsTheWaiting() {
        answers.put("/api/cars",
                new MockResponse.Builder().code(201).setHeader("Content-Length", "-5").build());
        desk.begin();
        typeACar();
        desk.send();
        assertInstanceOf(SendOutcome.Unknown.class, outcome());
        answers.put("/api/options",
                new MockResponse.Builder().code(200).setHeader("Content-Length", "-5").build());
        desk.loadOptions();
        assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
    }

    @Test
    void wrongSecretDoesNotPassOnTheRightOnesToken() throws IOException {
        desk.begin();
        assertInstanceOf(ConnectionState.Ready.class, desk.connection().get());
        answers.put("/oauth/token", answer(401, "{\"error\": \"access_denied\"}"));
        var wrong = preferences.connection(Profile.STAGING,
                setting -> setting == Setting.CLIENT_SECRET ? "wrong" : preferences.get(setting));
        assertInstanceOf(OptionsOutcome.SignInRefused.class, environments.client(wrong).options());
    }

    @Test
    void unreachableAddressLeavesTheDraftAsTyped() {
        properties.put("forecourt.staging.url", "http://127.0.0.1:" + NOWHERE);
        desk.begin();
        var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
        assertEquals(new OptionsOutcome.Failed(Cause.UNREACHABLE, 0), trouble.outcome());
        typeACar();
        CarDraft typed = desk.form().draft().get();
        desk.send();
        assertEquals(new SendOutcome.NotSent(Cause.UNREACHABLE), outcome());
        assertEquals(typed, desk.form().draft().get());
        assertEquals(Standing.DRAFT, desk.standing().get());
    }

    @Test
    void addressThatIsNoneIsSaid() {
        properties.put("forecourt.staging.url", "not an address");
        desk.begin();
        typeACar();
        desk.send();
        assertEquals(new SendOutcome.NotSent(Cause.BAD_ADDRESS), outcome());
    }

    @Test
    void wrongSecretIsSaid() throws IOException {
        try (PracticeServer strict = PracticeServer.start()) {
            properties.put("forecourt.token.url", strict.tokenAddress().toString());
            desk.begin();
            var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
            var refused = assertInstanceOf(OptionsOutcome.SignInRefused.class, trouble.outcome());
            assertEquals(SignInFailure.Kind.WRONG_CREDENTIALS, refused.failure().kind());
        }
    }

    @Test
    void optionsThatAreHtmlAreSaidAndTheCarCanStillBeSent() {
        answers.put("/api/options", answer(200, "<html><body>Login</body></html>"));
        desk.begin();
        var trouble = assertInstanceOf(ConnectionState.Trouble.class, desk.connection().get());
        assertEquals(new OptionsOutcome.Failed(Cause.UNREADABLE, 200), trouble.outcome());
        typeACar();
        assertEquals(Desk.Step.SENDING, desk.send());
    }

    @Test
    void optionsOfOneProfileAreNotTakenForAnothers() {
        desk.begin();
        assertEquals(1, desk.form().known().get().orElseThrow().options().size());
        answers.put("/api/options", answer(500, ""));
        desk.choose(Profile.PRODUCTION);
        assertEquals(Optional.empty(), desk.form().known().get());
        desk.choose(Profile.STAGING);
        assertEquals(1, desk.form().known().get().orElseThrow().options().size(),
                "what was loaded before still serves");
    }

    @Test
    void stagingAndProductionShareTheToken() {
        desk.begin();
        desk.choose(Profile.PRODUCTION);
        long asked = java.util.stream.Stream.generate(this::next).takeWhile(Optional::isPresent)
                .filter(request -> request.get().getUrl().encodedPath().equals("/oauth/token")).count();
        assertEquals(1, asked);
    }

    @Test
    void chosenProfileIsKept() {
        desk.choose(Profile.PRODUCTION);
        preferences.close();
        open(Map.of());
        assertEquals(Profile.PRODUCTION, desk.profile().get());
    }

    @Test
    void switchingKeepsWhatWasTypedAndTakesTheDealershipAlong() {
        preferences.put(Setting.STAGING_DEALERSHIP, "dealer-s");
        preferences.put(Setting.PRODUCTION_DEALERSHIP, "dealer-p");
        desk.settingsChanged();
        type(CarField.BRAND, "opel");
        assertEquals("dealer-s", desk.form().text(CarField.DEALERSHIP_ID).get());
        desk.choose(Profile.PRODUCTION);
        assertEquals("dealer-p", desk.form().text(CarField.DEALERSHIP_ID).get());
        assertEquals("opel", desk.form().text(CarField.BRAND).get());
        type(CarField.DEALERSHIP_ID, "another of ours");
        desk.choose(Profile.STAGING);
        assertEquals("another of ours", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void untouchedDealershipFollowsAChangedSetting() {
        preferences.put(Setting.STAGING_DEALERSHIP, "old");
        desk.settingsChanged();
        preferences.put(Setting.STAGING_DEALERSHIP, "new");
        desk.settingsChanged();
        assertEquals("new", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void dealershipOfTheEnvironmentIsThereToBeSeenAndChanged() {
        open(Map.of("FORECOURT_DEALERSHIP_ID", "managed", "FORECOURT_CLIENT_ID", "id",
                "FORECOURT_CLIENT_SECRET",
                "secret"));
        assertEquals("managed", desk.form().text(CarField.DEALERSHIP_ID).get());
    }

    @Test
    void newCarKeepsTheOldOneInTheList() {
        type(CarField.BRAND, "opel");
        desk.newCar();
        assertEquals("", desk.form().text(CarField.BRAND).get());
        assertEquals(2, desk.stock().size());
        desk.open(desk.stock().getLast());
        assertEquals("opel", desk.form().text(CarField.BRAND).get());
        assertEquals(1, desk.unsent());
    }

    @Test
    void untouchedCarIsNewAlready() {
        desk.newCar();
        desk.newCar();
        assertEquals(1, desk.stock().size());
        assertEquals(0, desk.unsent());
    }

    @Test
    void answerThatComesAfterASwitchBelongsToWhereItWasSent() throws InterruptedException {
        CountDownLatch let = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        desk = new Desk(preferences, environments, new CarForm(new CarCheck(clock, Vocabulary.bundled())),
                new Background(work -> Thread.ofVirtual().start(() -> {
                    try {
                        let.await();
                    } catch (InterruptedException stopped) {
                        throw new AssertionError(stopped);
                    }
                    work.run();
                    done.countDown();
                }), Runnable::run), clock);
        typeACar();
        desk.send();
        if (desk.standing().get() == Standing.DRAFT) {
            desk.send();
        }
        assertEquals(Standing.SENDING, desk.standing().get());
        let.countDown();
        assertTrue(done.await(20, TimeUnit.SECONDS));
        StockEntry entry = desk.current().get();
        assertEquals(List.of(Profile.STAGING), entry.attempts().stream().map(Attempt::profile).toList());
        assertFalse(entry.sending().get().isPresent());
    }
}
