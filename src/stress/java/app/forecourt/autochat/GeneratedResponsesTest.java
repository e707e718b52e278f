package app.forecourt.autochat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.json.CarImportParser;
import app.forecourt.autochat.json.CarImportResult;
import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.CarDraft;
import app.forecourt.car.PricingTerms;
import app.forecourt.car.ProfileDealerships;
import app.forecourt.car.check.CarValidator;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.http.RateLimitHeaders;
import app.forecourt.proof.GeneratedInputs;
import app.forecourt.secret.Redaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.Headers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Generated responses of AutoChat and generated import files. */
@Tag("stress")
class GeneratedResponsesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final int[] STATUSES = {200, 201, 202, 204, 302, 400, 401, 403, 404, 408, 422, 429, 500, 503};
    private static final List<String> TYPES =
            List.of("application/json", "application/problem+json", "text/html; charset=utf-8", "text/plain", "");
    private static final List<String> TOKENS = List.of(
            "{\"access_token\": \"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc\", \"token_type\": \"Bearer\","
                    + " \"expires_in\": 86400}",
            "{\"access_token\":\"t\",\"expires_in\":\"3600\"}",
            "{\"error\": \"access_denied\", \"error_description\": \"Too many requests\"}");
    private static final List<String> OPTIONS = List.of(
            "[{\"esaco_identifier\": 7, \"name\": \"abs\", \"prettyName\": \"ABS\", \"uuid\": \"u\"},"
                    + " {\"name\": \"ac\", \"prettyName\": \"Air conditioning\"}]",
            "{\"hydra:member\": [{\"name\": \"abs\"}], \"hydra:view\": {\"hydra:next\": \"/api/options?page=2\"}}",
            "{\"member\": [{\"name\": \"abs\"}], \"view\": {\"next\": \"?page=2\"}}");
    private static final List<String> ANSWERS = List.of(
            "{\"id\": 7, \"uuid\": \"u-1\", \"@id\": \"/api/cars/7\"}",
            "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": \"This is no VIN.\"},"
                    + " {\"propertyPath\": \"images[0]\", \"message\": \"No address.\"}]}",
            "{\"errors\": {\"data.model\": [\"Unknown\"], \"options[3]\": \"Gone\"}, \"detail\": \"vin: no\"}",
            "{\"hydra:description\": \"model: Unknown\", \"title\": \"An error occurred\", \"status\": 422}",
            "<!DOCTYPE html><html><head><title>Sign in &amp; go on</title><style>p {}</style></head>"
                    + "<body><script>x()</script><p>No</p></body></html>",
            "Service unavailable");
    private static final List<String> HEADERS = List.of(
            "</api/options?page=2>; rel=\"next\"",
            "120",
            "Fri, 31 Dec 2026 23:59:59 GMT",
            "1767225600",
            "b=per_hour;q=10;r=0;t=3540",
            "/api/cars/7");

    private final GeneratedInputs generated = new GeneratedInputs();
    private final Redaction redaction = new Redaction();
    private final CarValidator check = new CarValidator(Clock.fixed(NOW, ZoneOffset.UTC), Vocabulary.bundled());
    private final CarJsonWriter json = new CarJsonWriter();

    /** Creates a response as the client passes it to its parsers. */
    private RawResponse response(List<String> bodies, RandomGenerator random) {
        var headers = new Headers.Builder();
        for (String name :
                List.of("Link", "Location", "Retry-After", "x-ratelimit-reset", "Auth0-Client-Quota-Limit")) {
            headers.addUnsafeNonAscii(name, GeneratedInputs.mutated(HEADERS, random));
        }
        return new RawResponse(
                        STATUSES[random.nextInt(STATUSES.length)],
                        headers.build(),
                        random.nextInt(4) == 0
                                ? GeneratedInputs.mutated(TYPES, random)
                                : TYPES.get(random.nextInt(TYPES.size())),
                        GeneratedInputs.mutated(bodies, random),
                        random.nextInt(10) == 0 ? Optional.of(new IOException("cut")) : Optional.empty())
                .redacted(redaction);
    }

    /** A response with its length as text, from which the memory limit is calculated. */
    private record Answer(RawResponse response) {
        @Override
        public String toString() {
            return response.status() + " " + response.headers() + response.contentType() + "\n" + response.body();
        }
    }

    @Test
    void nothingThrowsAndCarsAreReadBack() throws IOException {
        redaction.addSecret("secret-that-is-long");
        generated.check("answer with a token", 1, random -> new Answer(response(TOKENS, random)), answer -> {
            if (TokenResponseMapper.outcome(answer.response, redaction, NOW)
                    instanceof SignInOutcome.SignedIn(var token)) {
                assertTrue(token.expires().isAfter(NOW), token.value());
                assertTrue(TokenResponseMapper.isSendable(token.value()));
            }
        });
        generated.check(
                "answer with options",
                1,
                random -> new Answer(response(OPTIONS, random)),
                answer -> OptionPage.parse(answer.response)
                        .ifPresent(page -> page.options()
                                .forEach(option ->
                                        assertTrue(option.name().chars().noneMatch(Character::isISOControl)))));
        generated.check("answer to a car", 1, random -> new Answer(response(ANSWERS, random)), answer -> {
            SendOutcome outcome = CarResponseMapper.outcome(answer.response, NOW);
            int status = answer.response.status();
            if (outcome instanceof SendOutcome.Accepted) {
                assertTrue(status == 200 || status == 201 || status == 202);
                assertTrue(answer.response.isWhole());
            }
            if (outcome instanceof SendOutcome.Limited(var until, var reason)) {
                assertTrue(until.isAfter(NOW) && !until.isAfter(NOW.plus(RateLimitHeaders.LONGEST)));
            }
            if (outcome instanceof SendOutcome.Rejected(var _, var problems, var messages)) {
                assertTrue(problems.size() <= 100 && messages.stream().allMatch(message -> message.length() <= 2_001));
            }
        });
        generated.checkTexts("file to be imported", imported(), text -> {
            if (CarImportParser.parse(text) instanceof CarImportResult.Cars(var cars, var _)) {
                cars.forEach(car -> check(car.draft()));
            }
        });
    }

    private static List<String> imported() throws IOException {
        try (var in = GeneratedResponsesTest.class.getResourceAsStream("/example-car.json")) {
            String car = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(
                    car,
                    "[" + car + "," + car.replaceAll("\\s+", "") + "]",
                    "{\"hydra:member\": [{\"brand\": \"opel\", \"salesPrice\": 12500.5}]}",
                    "Hello,\n{\"brand\": \"opel\", \"images\": [\"https://a.nl/1.jpg\"], \"tags\": [\"new\"]}\nbye");
        }
    }

    private CarValidator.Result check(CarDraft draft) {
        return check.check(draft, Optional.empty(), PricingTerms.STANDARD, ProfileDealerships.NONE);
    }
}
