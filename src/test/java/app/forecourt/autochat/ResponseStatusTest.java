package app.forecourt.autochat;

import static app.forecourt.autochat.FailureCause.UNREADABLE;
import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static app.forecourt.autochat.FakeAutochat.json;
import static app.forecourt.car.CarField.DEALERSHIP_ID;
import static app.forecourt.http.ScriptedServer.limited;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.Problem;
import app.forecourt.car.SampleCars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outcome of each status and body for the car. */
class ResponseStatusTest extends AutochatFixture {
    @Test
    void everyStatusHasItsOutcomeAndOnePost() {
        AutochatClient client = client();
        for (int status = 200; status <= 599; status++) {
            String body = Set.of(204, 205, 304).contains(status) ? "" : "{}";
            autochat.cars = inTurn(json(status, body));
            int before = autochat.posts();

            SendOutcome outcome = post(client);

            assertEquals(expected(status), kind(outcome), "status " + status);
            assertEquals(status == 401 ? 2 : 1, autochat.posts() - before, "POSTs after " + status);
        }
    }

    private static String expected(int status) {
        return switch (status) {
            case 200, 201, 202 -> "Accepted";
            case 401, 403 -> "SignInRefused NOT_ALLOWED";
            // OkHttp rejects a 407 that does not come from a proxy.
            case 407, 408 -> "Unknown SERVER_ERROR";
            case 429 -> "Limited";
            default ->
                switch (status / 100) {
                    case 2 -> "Unknown UNREADABLE";
                    case 3 -> "Unknown REDIRECT";
                    case 4 -> "Rejected";
                    default -> "Unknown SERVER_ERROR";
                };
        };
    }

    private static String kind(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Unknown unknown -> "Unknown " + unknown.cause();
            case SendOutcome.NotSent(FailureCause cause) -> "NotSent " + cause;
            case SendOutcome.SignInRefused(SignInRefusal failure) -> "SignInRefused " + failure.kind();
            default -> outcome.getClass().getSimpleName();
        };
    }

    /** An empty {@code text/html} is PHP's default. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "201 | application/json | {\"id\": 7, \"uuid\": \"u\"} | 7",
                "200 | application/json | {\"uuid\": \"u-1\"} | u-1",
                "202 | application/json | {\"@id\": \"/api/cars/9\"} | /api/cars/9",
                "201 | text/plain | '' | ''",
                "201 | text/html; charset=UTF-8 | '' | ''",
                "201 | text/html | '\r\n' | ''",
                "200 | text/plain | OK, 5 < 6 | ''",
                "201 | application/json | {broken | ''",
                "201 | application/json | [1, 2] | ''",
                "201 | application/json | \"<p>\" | ''",
                "202 | application/json | null | ''"
            })
    void completeBodyIsAcceptedWithItsId(int status, String type, String body, String id) {
        assertEquals(id, id(answer(status, type, body).build()).orElse(""));
    }

    @Test
    void idFromLocationWhenTheBodyHasNone() {
        assertEquals(
                Optional.of("/api/cars/3"),
                id(answer(201, "text/plain", "thanks")
                        .addHeader("Location", "/api/cars/3")
                        .build()));
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <!doctype html><title>Log in</title>",
        "201, text/html, <p>thanks</p>",
        "202, text/html; charset=utf-8, Please log in",
        "200, application/xhtml+xml, Welcome",
        "200, text/plain, '\t\n <html>'",
        "201, application/json, <h1>proxy</h1>",
        "200, '', \uFEFF<?xml version=\"1.0\"?><e/>"
    })
    void webPageIsUnknown(int status, String type, String page) {
        autochat.cars = inTurn(
                answer(status, type, page).addHeader("Location", "/login").build());

        var unknown = assertInstanceOf(SendOutcome.Unknown.class, send());

        assertEquals(UNREADABLE, unknown.cause());
        assertEquals(page.replace("\uFEFF", ""), unknown.answer().orElseThrow().body());
        assertPosts(1);
    }

    private Optional<String> id(MockResponse response) {
        autochat.cars = inTurn(response);
        return accepted().id();
    }

    @Test
    void responseIsKeptUnchanged() {
        autochat.cars = inTurn(
                answer(422, "application/problem+json", "{\"detail\": \"Nö\"}").build());

        var rejected = rejected();

        assertEquals(
                new SendOutcome.Answer(422, "application/problem+json", "{\"detail\": \"Nö\"}"), rejected.answer());
        assertEquals(List.of("Nö"), rejected.messages());
    }

    @Test
    void forbiddenWithViolationsIsARejection() {
        autochat.cars = inTurn(
                json(403, "{\"violations\": [{\"propertyPath\": \"dealershipId\", \"message\": \"not yours\"}]}"));

        var rejected = rejected();

        assertEquals(
                List.of(Problem.of(DEALERSHIP_ID, Problem.Code.REFUSED_BY_AUTOCHAT, "not yours")), rejected.problems());
    }

    @Test
    void http403KeepsMessage() {
        autochat.cars = inTurn(json(403, "{\"detail\": \"Stock integration is off\"}"));

        assertEquals(
                new SendOutcome.SignInRefused(
                        new SignInRefusal(SignInRefusal.Kind.NOT_ALLOWED, Optional.of("Stock integration is off"))),
                send());
    }

    @Test
    void http429KeepsServerTime() {
        autochat.cars = inTurn(limited(120));
        assertEquals(new SendOutcome.Limited(clock.instant().plusSeconds(120)), send());

        autochat.cars = inTurn(json(429, "{}"));
        assertEquals(new SendOutcome.Limited(clock.instant().plus(Duration.ofSeconds(60))), send());
    }

    @Test
    void postsTheCarWithTheTokenOnly() {
        String car = new CarJsonWriter().toJson(SampleCars.example());

        client().newPost(car).run();

        var post = autochat.requestsTo("POST", "/api/cars").getFirst();
        assertEquals("Bearer token-1", post.getHeaders().get("Authorization"));
        assertEquals("application/json", post.getHeaders().get("Content-Type"));
        assertEquals("Forecourt/test", post.getHeaders().get("User-Agent"));
        assertEquals(car, post.getBody().utf8());
    }
}
