package app.forecourt.model.options;

import static app.forecourt.car.Problem.Code.OPTION_BEYOND_LIST;
import static app.forecourt.car.Problem.Code.UNKNOWN_OPTION;
import static app.forecourt.http.ScriptedServer.limited;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.STAGING_CLIENT_ID;
import static app.forecourt.settings.Setting.STAGING_CLIENT_SECRET;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.OptionsOutcome;
import app.forecourt.autochat.SignInRefusal;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.journal.Journal;
import app.forecourt.model.AppModelFixture;
import app.forecourt.model.connection.ConnectionState;
import app.forecourt.option.CarOption;
import app.forecourt.secret.MemoryKeyStorage;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import app.forecourt.ui.words.ConnectionMessages;
import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test of the option lists over hours, days and addresses, and of the band's text. */
public class OptionListsModelTest extends AppModelFixture {
    private static final String THREE = """
            [{"name": "abs", "prettyName": "ABS"}, {"name": "tow_bar", "prettyName": "Tow bar"},
            {"name": "sunroof", "prettyName": "Sunroof"}]""";
    public static final String CUT = """
            {"member": [{"name": "abs", "prettyName": "ABS"}], "view": {"next": "https://elsewhere.example/"}}""";
    private final SettableClock time = new SettableClock();
    private final ConnectionMessages telling = new ConnectionMessages(new Messages(Locale.UK, time));

    private Journal book;

    private OptionListsModel lists;
    private int seen;

    @BeforeEach
    void start() {
        book = new Journal(home.resolve("lists.db"), home.resolve("lists"), List.of(), time);
        lists = lists();
    }

    @Override
    @AfterEach
    public void close() {
        super.close();
        book.close();
    }

    /** Returns a new model, as after a start of the program. */
    private OptionListsModel lists() {
        return new OptionListsModel(
                new ProfileClients(preferences, vault, new HttpClients("test"), time), book, background(), time);
    }

    private void select(Profile profile) {
        lists.select(profile);
        awaitAnswer();
    }

    private void awaitAnswer() {
        window.until("an answer", () -> !(lists.connection().get() instanceof ConnectionState.Connecting));
    }

    /** Returns the number of requests since the last call. */
    private int newRequests() {
        int all = autochat.requests.size();
        int since = all - seen;
        seen = all;
        return since;
    }

    private boolean refreshes() {
        lists.refreshIfDue();
        return lists.nextLoad().isEmpty();
    }

    private void untilListed() {
        window.until("the list", () -> lists.list().get().isPresent());
    }

    private void answerOptions(int status, String body) {
        answers.put("/api/options", response(status, body));
    }

    private void reloadOptions() {
        appModel.profileModel().loadOptions();
        awaitConnected();
    }

    /** Creates a new model and selects Staging, as after a start of the program. */
    private void restart() {
        lists = lists();
        select(STAGING);
    }

    private void assertRefreshesAfter(boolean expected, int minutes) {
        time.advance(Duration.ofMinutes(minutes));
        assertEquals(expected, refreshes());
    }

    private String band() {
        return telling.shortText(lists.connection().get(), STAGING);
    }

    private String sentence() {
        return telling.sentence(lists.connection().get(), STAGING);
    }

    private OptionsOutcome failure() {
        return assertInstanceOf(ConnectionState.Failed.class, lists.connection().get())
                .outcome();
    }

    /** Waits until the loaded list is in the journal. */
    private void awaitStored() {
        untilListed();
        LongWait.until(
                "the list in the journal",
                () -> book.options(STAGING, clients.address(STAGING))
                        .filter(kept -> kept.loaded().equals(time.instant()))
                        .isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            false | Options from yesterday 12:00 | Staging had an internal error (500).
            true | Offline: options from yesterday 12:00 | Staging can't be reached. \
            Check the network, and the address in Settings.
            """)
    void cachedListIsUsedNextDay(boolean isOffline, String band, String reason) {
        select(STAGING);
        assertEquals(false, lists.list().get().orElseThrow().fromEarlierRun());
        awaitStored();
        time.advance(Duration.ofHours(20));
        answerOptions(500, "");
        if (isOffline) {
            autochat.close();
        }
        restart();
        untilListed();
        assertEquals(
                Optional.of(new LoadedOptionList(
                        List.of(new CarOption("abs", "ABS")), time.instant().minus(Duration.ofHours(20)), true, true)),
                lists.list().get());
        assertEquals(band, band());
        assertEquals(
                reason + " Until then the options from yesterday 12:00 are used. Forecourt tries again automatically.",
                sentence());
    }

    @Test
    void otherAddressHasItsOwnList() {
        select(STAGING);
        awaitStored();
        properties.put("forecourt.staging.url", "http://localhost:" + autochat.server.getPort());
        answerOptions(500, "");
        select(STAGING);
        assertEmpty(lists.list().get());
        restart();
        assertEmpty(lists.list().get());
        assertEquals("No options", band());
        properties.put("forecourt.staging.url", autochat.url(""));
        select(STAGING);
        untilListed();
    }

    @Test
    void missingCredentialsSendNoRequest() {
        openModel(Map.of());
        lists = lists();
        for (Profile profile : List.of(STAGING, PRODUCTION)) {
            select(profile);
            assertEquals(
                    SignInRefusal.Kind.NOT_SET_UP,
                    assertInstanceOf(OptionsOutcome.SignInRefused.class, failure())
                            .failure()
                            .kind());
            assertEquals(Optional.empty(), lists.nextLoad(), "it is not tried by itself");
        }
        assertEquals("Not set up yet", band());
        preferences.put(STAGING_CLIENT_ID, "id");
        var unused = vault.put(STAGING_CLIENT_SECRET, "secret").join();
        select(PRODUCTION);
        assertEquals(0, newRequests(), "what staging has of its own is not production's");
        select(STAGING);
        assertInstanceOf(ConnectionState.Ready.class, lists.connection().get());
    }

    @Test
    void listIsReloadedHourly() {
        select(STAGING);
        assertRefreshesAfter(false, 59);
        answerOptions(200, THREE);
        assertRefreshesAfter(true, 1);
        assertInstanceOf(ConnectionState.Ready.class, lists.connection().get(), "nothing flickers");
        window.until(
                "the list", () -> lists.list().get().orElseThrow().options().size() == 3);
    }

    @Test
    void pausesGrow() {
        answerOptions(502, "");
        select(STAGING);
        for (int minutes : new int[] {1, 2, 4}) {
            assertEquals(Optional.of(time.instant().plus(Duration.ofMinutes(minutes))), lists.nextLoad());
            assertRefreshesAfter(true, minutes);
            assertEquals("No options", band(), "nothing flickers");
            window.until("the failure", () -> lists.nextLoad().isPresent());
        }
    }

    @Test
    void limitPausesAndResumesRequests() {
        answers.put("/api/options", limited(590));
        select(STAGING);
        assertEquals("Limited until 12:10", band());
        newRequests();
        select(PRACTICE);
        lists.select(STAGING);
        assertRefreshesAfter(false, 9);
        assertEquals("Limited until 12:10", band());
        assertEquals(0, newRequests());
        answerOptions(200, OPTIONS);
        assertRefreshesAfter(true, 1);
        window.until("the list", () -> lists.connection().get() instanceof ConnectionState.Ready);
    }

    @Test
    void setBackClockEndsLimit() {
        time.advance(Duration.ofDays(365));
        answers.put("/api/options", limited(590));
        select(STAGING);
        time.advance(Duration.ofDays(-365));
        answerOptions(200, OPTIONS);
        lists.refreshIfDue();
        window.until("the list", () -> lists.connection().get() instanceof ConnectionState.Ready);
    }

    @Test
    void refusedSignInIsRetriedHourly() {
        answers.put("/oauth/token", response(401, "{\"error\": \"access_denied\"}"));
        select(STAGING);
        assertEquals("Sign-in refused", band());
        assertEquals(
                "The client id or secret was not accepted. Check them in Settings." + " AutoChat says: access_denied.",
                sentence());
        assertRefreshesAfter(false, 59);
        assertRefreshesAfter(true, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://console.autochat.ai", "http://autochat.example", "no address"})
    void wrongAddressIsNotRetried(String address) {
        properties.put("forecourt.staging.url", address);
        select(STAGING);
        assertFalse(sentence().contains("tries again"), sentence());
        assertFalse(assertInstanceOf(
                        ConnectionState.Failed.class, lists.connection().get())
                .isRetryUseful());
        assertEmpty(lists.nextLoad());
    }

    @Test
    void lateSecretIsAwaited() throws IOException {
        Path file = home.resolve("late.json");
        Files.writeString(file, "{\"clientId\": \"id\", \"clientSecret\": \"secret\"}");
        preferences = Preferences.open(file, new SystemEnvironment(_ -> null, properties::get), Runnable::run);
        vault = new MemoryKeyStorage().newVault(preferences);
        lists = lists();
        lists.select(STAGING);
        vault.open();
        awaitAnswer();
        assertInstanceOf(ConnectionState.Ready.class, lists.connection().get());
    }

    @Test
    void optionBeyondIncompleteListWarns() {
        answerOptions(200, THREE);
        startModel();
        form().toggleOption("tow_bar");
        answerOptions(200, CUT);
        reloadOptions();
        assertEquals(List.of(OPTION_BEYOND_LIST), optionProblems());
        // The options are equal, but the list is complete now.
        answerOptions(200, OPTIONS);
        reloadOptions();
        assertEquals(List.of(UNKNOWN_OPTION), optionProblems());
    }

    private List<Problem.Code> optionProblems() {
        return visibleProblems().stream()
                .filter(problem -> problem.field() == CarField.OPTIONS)
                .map(Problem::code)
                .toList();
    }
}
