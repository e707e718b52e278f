package app.forecourt.autochat;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.json.UntrustedJsonParser;
import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.testing.Cases;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of reading AutoChat's error responses in all known formats. */
class ErrorBodyParserTest {

    @Test
    void problemJsonOfApiPlatform() {
        var errors = json("""
                {"type": "about:blank", "title": "An error occurred", "status": 422,
                 "detail": "vin: This is no VIN.\\nsalesPrice: Too low.",
                 "violations": [{"propertyPath": "vin", "message": "This is no VIN.", "code": "c1"},
                                {"propertyPath": "salesPrice", "message": "Too low."}]}""");

        assertEquals(List.of(problem(VIN, "This is no VIN."), problem(SALES_PRICE, "Too low.")), errors.problems());
        // The detail only repeats the violations.
        assertEmpty(errors.messages());
    }

    @Test
    void detailWithNewTextIsKept() {
        var errors = json(
                "{\"detail\": \"Dealer is closed\", \"violations\": [{\"propertyPath\": \"vin\", \"message\": \"no\"}]}");

        assertEquals(List.of("Dealer is closed"), errors.messages());
    }

    private static ErrorBodyParser.ParsedErrors violation(String path) {
        return json("{\"violations\": [{\"propertyPath\": \"" + path + "\", \"message\": \"no\"}]}");
    }

    @Test
    void everyPathNotation() {
        for (String path : List.of(
                "images",
                "images[0]",
                "[images]",
                "data.images",
                "data[images][2]",
                "images[0].url",
                "/data/images/0",
                "children[images].data")) {
            assertEquals(List.of(problem(IMAGES, "no")), violation(path).problems(), path);
        }
    }

    @Test
    void everyFieldIsRecognised() {
        for (CarField field : CarField.values()) {
            if (!field.isSent()) {
                continue;
            }
            assertEquals(
                    List.of(problem(field, "no")), violation(field.apiName()).problems());
            assertEquals(
                    List.of(problem(field, "no")),
                    json("{\"errors\": {\"" + field.apiName() + "\": [\"no\"]}}")
                            .problems());
        }
    }

    @Test
    void unknownFieldIsShownUnchanged() {
        var errors = json(
                "{\"violations\": [{\"propertyPath\": \"colourCode\", \"message\": \"unknown\"}, {\"propertyPath\": \"\", \"message\": \"all wrong\"}]}");

        assertEmpty(errors.problems());
        assertEquals(List.of("colourCode: unknown", "all wrong"), errors.messages());
    }

    @Test
    void errorsAsList() {
        var errors = json(
                "{\"errors\": [\"plain\", {\"field\": \"vin\", \"message\": \"no\"}, {\"source\": {\"pointer\": \"/data/attributes/model\"}, \"detail\": \"nope\"}, null, 7]}");

        assertEquals(List.of(problem(VIN, "no"), problem(MODEL, "nope")), errors.problems());
        assertEquals(List.of("plain", "7"), errors.messages());
    }

    @Test
    void errorsAsMap() {
        var errors = json(
                "{\"errors\": {\"vin\": \"no\", \"options\": {\"3\": [\"unknown\", \"twice\"]}, \"other\": [\"x\"]}}");

        assertEquals(
                List.of(problem(VIN, "no"), problem(OPTIONS, "unknown"), problem(OPTIONS, "twice")), errors.problems());
        assertEquals(List.of("other: x"), errors.messages());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "json|{\"hydra:title\": \"t\", \"hydra:description\": \"h\"}|h",
                "json|{\"title\": \"t\", \"detail\": \"d\"}|d",
                "json|{\"message\": \"m\"}|m",
                "json|{\"title\": \"t\"}|t",
                "json|{\"error\": \"access_denied\", \"error_description\": \"Unauthorized\"}|Unauthorized",
                "json|\"text\"|text",
                "json|[\"a\", \"b\"]|a, b",
                "json|{\"errors\": {\"restBpm\": [\"no\"]}}|restBpm: no",
                "json|{\"detail\": \"a\\u0007\\u202Eb\\tc\"}|ab c",
                "text/plain|'Car is known\r\nalready\u0000'|Car is known already",
                "text/html|<title>502 Bad Gateway &amp; more</title><body>x|502 Bad Gateway & more",
                "''|<p>Sorry</p><script>alert(1)</script> 1 &lt; 2|Sorry 1 < 2"
            })
    void summary(String type, String body, String messages) {
        ErrorBodyParser.ParsedErrors errors = read(type.replace("json", "application/problem+json"), body);
        assertEquals(List.of(messages.split(", ")), errors.messages());
        assertEmpty(errors.problems());
    }

    @Test
    void blankTextHasNoMessage() {
        assertEmpty(read("", "  ").messages());
    }

    @Test
    void lengthAndCountAreBounded() {
        assertEquals(
                2_001,
                read("text/plain", "x".repeat(5_000_000)).messages().getFirst().length());
        assertEquals(
                2_001,
                read("text/html", "x".repeat(5_000_000)).messages().getFirst().length());
        String many = String.join(
                ",", IntStream.range(0, 5_000).mapToObj(n -> "\"e" + n + "\"").toList());
        assertEquals(100, json("{\"errors\": [" + many + "]}").messages().size());
    }

    @Test
    void nothingThrows() {
        for (String odd : List.of(
                "[".repeat(1_000_000),
                "{\"a\":".repeat(1_000_000),
                "{\"violations\": 7}",
                "{\"violations\": [[[[[[[[\"deep\"]]]]]]]]}",
                "{\"errors\": {\"vin\": null}}",
                "{\"violations\": [{}]}",
                "{\"detail\": \"a\", \"detail\": \"b\"}",
                "1".repeat(100_000),
                "\"\\ud800\"",
                "null",
                "{",
                "\uFEFF{}",
                "<title>".repeat(10_000),
                "<script>".repeat(Cases.times(500, 10_000)),
                "<".repeat(100_000))) {
            assertTrue(json(odd).messages().size() <= 1);
        }
    }

    @Test
    void countOfValuesIsBounded() {
        assertTrue(UntrustedJsonParser.read("[" + "1,".repeat(1_999_000) + "1]").isPresent());
        assertTrue(UntrustedJsonParser.read("[" + "1,".repeat(2_000_000) + "1]").isEmpty());
    }

    private static ErrorBodyParser.ParsedErrors json(String body) {
        return read("application/problem+json", body);
    }

    private static ErrorBodyParser.ParsedErrors read(String type, String body) {
        return ErrorBodyParser.parse(type, body);
    }

    private static Problem problem(CarField field, String words) {
        return Problem.of(field, Problem.Code.REFUSED_BY_AUTOCHAT, words);
    }
}
