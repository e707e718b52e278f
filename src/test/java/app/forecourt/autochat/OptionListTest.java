package app.forecourt.autochat;

import static app.forecourt.autochat.FailureCause.REDIRECT;
import static app.forecourt.autochat.FailureCause.SERVER_ERROR;
import static app.forecourt.autochat.FailureCause.UNREADABLE;
import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.option.CarOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of loading the option list: formats, pages and limits. */
class OptionListTest extends AutochatFixture {
    private static final CarOption ABS = new CarOption("abs", "ABS brakes");
    private static final CarOption AC = new CarOption("ac", "Air conditioning");
    private static final String ABS_JSON = """
            {"esaco_identifier": 0, "name": "abs", "prettyName": "ABS brakes", "uuid": "u"}""";
    private static final String AC_JSON = """
            {"name": "ac", "prettyName": "Air conditioning"}""";

    @Test
    void entriesAreReadLeniently() {
        assertEquals(List.of(new CarOption("a", "a"), new CarOption("b", "b"), new CarOption("c", "Cc")), loaded("""
                        [{"name": "a"}, {"name": "b", "prettyName": null}, {"name": " c ", "prettyName": "C\\u0007c"},
                         {"prettyName": "nameless"}, null, 7, "text", {"name": ""}, {"name": "x\\u0000y"}, {"name": "a"}]"""));
    }

    @Test
    void requestHasTokenAndAcceptsJson() {
        loaded("[]");

        var request = autochat.requestsTo("GET", "/api/options").getFirst();
        assertEquals("Bearer token-1", request.getHeaders().get("Authorization"));
        assertEquals(
                true, Objects.requireNonNull(request.getHeaders().get("Accept")).startsWith("application/json"));
    }

    private static MockResponse page(String option, String next) {
        return json(200, "{\"member\": [%s], \"view\": {\"next\": \"%s\"}}".formatted(option, next));
    }

    private void assertIncomplete(CarOption... options) {
        assertEquals(new OptionsOutcome.Loaded(List.of(options), false), client().loadOptions());
    }

    private void assertTwoPages() {
        assertEquals(List.of(ABS, AC), loaded());
        assertEquals(List.of("/api/options", "/api/options?page=2"), targets());
    }

    @Test
    void nextPageByLinkHeader() {
        autochat.options = inTurn(
                answer(200, "application/json", "[" + ABS_JSON + "]")
                        .addHeader("Link", "</api/docs.jsonld>; rel=\"help\", </api/options?page=2>; rel=\"next\"")
                        .build(),
                json(200, "[" + AC_JSON + "]"));

        assertTwoPages();
    }

    @ParameterizedTest
    @CsvSource({"hydra:member, hydra:view, hydra:next, /api/options?page=2", "member, view, next, ?page=2"})
    void nextPageByView(String members, String view, String next, String page) {
        String first = "{\"%s\": [%s], \"%s\": {\"%s\": \"%s\"}}".formatted(members, ABS_JSON, view, next, page);
        autochat.options =
                inTurn(json(200, first), json(200, "{\"%s\": [%s], \"%s\": {}}".formatted(members, AC_JSON, view)));

        assertTwoPages();
    }

    @Test
    void nextPageOnAnotherServerIsNotFollowed() {
        try (var other = new FakeAutochat()) {
            for (String elsewhere : List.of(
                    other.url("/api/options"),
                    autochat.url("/api/options?page=2").replace("127.0.0.1", "localhost"),
                    autochat.url("/api/options?page=2").replace("http", "https"),
                    "//[bad",
                    "ftp://x/")) {
                autochat.options = inTurn(page(ABS_JSON, elsewhere));
                int before = autochat.requests.size();

                assertIncomplete(ABS);

                assertEquals(before == 0 ? 2 : 1, autochat.requests.size() - before, elsewhere);
            }
            assertEquals(0, other.requests.size());
        }
    }

    @Test
    void pageLoopEnds() {
        autochat.options = inTurn(page(ABS_JSON, "?page=2"), page(AC_JSON, "/api/options"));

        assertIncomplete(ABS, AC);
        assertEquals(2, targets().size());
    }

    @Test
    void endlessPagesEndAtAHundred() {
        var page = new AtomicInteger();
        autochat.options = _ -> answer(
                        200,
                        "application/json",
                        "{\"member\": [" + ABS_JSON + "], \"view\": {\"next\": \"?page=" + page.incrementAndGet()
                                + "\"}}")
                // With a kept connection this server needs 40 ms per response.
                .addHeader("Connection", "close")
                .build();

        assertIncomplete(ABS);
        assertEquals(100, targets().size());
    }

    @Test
    void listWithoutATooLongNameIsIncomplete() {
        autochat.options = inTurn(json(200, "[%s, {\"name\": \"%s\"}]".formatted(ABS_JSON, "a".repeat(501))));

        assertIncomplete(ABS);
    }

    @Test
    void failedPageFailsWholeList() {
        autochat.options = inTurn(page(ABS_JSON, "?page=2"), json(500, "{}"));

        assertEquals(new OptionsOutcome.Failed(SERVER_ERROR, 500), client().loadOptions());
    }

    @Test
    void otherBodiesAreUnreadable() {
        for (String odd : List.of(
                "",
                "null",
                "7",
                "{}",
                "{\"member\": {}}",
                "[1, 2]",
                "[{\"title\": \"x\"}]",
                "[",
                "<!doctype html><title>Log in</title>",
                "[".repeat(100_000))) {
            autochat.options = inTurn(json(200, odd));

            assertEquals(new OptionsOutcome.Failed(UNREADABLE, 200), client().loadOptions());
        }
    }

    @Test
    void everyOtherStatus() {
        assertEquals(new OptionsOutcome.Failed(UNREADABLE, 404), of(404));
        assertEquals(new OptionsOutcome.Failed(SERVER_ERROR, 502), of(502));
        assertEquals(new OptionsOutcome.Failed(UNREADABLE, 204), of(204));
        assertEquals(new OptionsOutcome.Limited(clock.instant().plusSeconds(60)), of(429));
        var notAllowed = new SignInRefusal(SignInRefusal.Kind.NOT_ALLOWED, Optional.empty());
        assertEquals(new OptionsOutcome.SignInRefused(notAllowed), of(403));
        assertEquals(new OptionsOutcome.SignInRefused(notAllowed), of(401));
    }

    @Test
    void redirectIsNotFollowed() {
        autochat.options = inTurn(answer(302, "text/plain", "")
                .addHeader("Location", autochat.url("/login"))
                .build());

        assertEquals(new OptionsOutcome.Failed(REDIRECT, 302), client().loadOptions());
        assertEquals(0, autochat.requestsTo("GET", "/login").size());
    }

    @Test
    void oneRenewalForAllPages() {
        autochat.options = inTurn(json(401, "{}"), page(ABS_JSON, "?page=2"), json(401, "{}"));

        assertInstanceOf(OptionsOutcome.SignInRefused.class, client().loadOptions());
        assertEquals(3, targets().size());
        assertTokenRequests(2);
    }

    private OptionsOutcome of(int status) {
        autochat.options = inTurn(json(status, status == 204 ? "" : "{}"));
        return client().loadOptions();
    }

    private List<CarOption> loaded(String body) {
        autochat.options = inTurn(json(200, body));
        return loaded();
    }

    private List<CarOption> loaded() {
        return assertInstanceOf(OptionsOutcome.Loaded.class, client().loadOptions())
                .options();
    }

    private List<String> targets() {
        return autochat.requestsTo("GET", "/api/options").stream()
                .map(request -> request.getTarget())
                .toList();
    }
}
