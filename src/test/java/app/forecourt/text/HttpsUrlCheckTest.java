package app.forecourt.text;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.Problem.Code.NOT_HTTPS;
import static app.forecourt.car.check.ProblemCases.errors;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.Problem;
import app.forecourt.car.check.ProblemCases;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of a list of https addresses, one a line. */
class HttpsUrlCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.nl/1.jpg",
                "HTTPS://a.nl",
                "https://a.nl:8443/x?y=z#f",
                "https://a.nl:65535/",
                "https://my_bucket.s3.amazonaws.com/1.jpg",
                "https://m\u00FCller.de/1.jpg",
                "https://[2001:db8::1]/1.jpg",
                "https://192.0.2.1/1.jpg",
                "https://a.nl/foto%20een.jpg"
            })
    void httpsAddressIsAccepted(String text) {
        assertTrue(HttpsUrlCheck.isHttps(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.nl/1.jpg",
                "a.nl/1.jpg",
                "//a.nl/1.jpg",
                "/1.jpg",
                "https:",
                "https:a.nl",
                "https://",
                "https:///1.jpg",
                "https://:443/1.jpg",
                "https://_/1.jpg",
                "ftp://a.nl/1.jpg",
                "file:///C:/1.jpg",
                "data:image/png;base64,AAAA",
                "C:\\photos\\1.jpg",
                "https://a.nl/a b.jpg",
                "https://a.nl:65536/",
                "https://a.nl:99999/1.jpg",
                "https://a_b.nl:x/1.jpg",
                "javascript:alert(1)",
                "https://a.nl/\u0000"
            })
    void otherAddressIsRejected(String text) {
        assertFalse(HttpsUrlCheck.isHttps(text));
    }

    @Test
    void listHasOneAddressPerLine() {
        assertEquals(
                Optional.of(List.of("https://a.nl/1.jpg", "https://a.nl/2.jpg", "https://a.nl/1.jpg")),
                ProblemCases.parsedValue(IMAGES, " https://a.nl/1.jpg \r\n\n\thttps://a.nl/2.jpg\nhttps://a.nl/1.jpg"));
    }

    @Test
    void invalidAddressesHaveTheirLineNumber() {
        assertEquals(
                List.of(
                        Problem.of(IMAGES, NOT_HTTPS, "http://a.nl/2.jpg", 4)
                                .withCorrections(List.of("\nhttps://a.nl/1.jpg\n \nhttps://a.nl/2.jpg\r\nnonsense")),
                        Problem.of(IMAGES, NOT_HTTPS, "nonsense", 5)),
                errors(IMAGES, "\nhttps://a.nl/1.jpg\n \nhttp://a.nl/2.jpg\r\nnonsense"));
    }

    @Test
    void oneSuggestionFixesAllHttpAddresses() {
        List<Problem> found = errors(IMAGES, "http://a.nl/1.jpg\n HTTP://a.nl/http://2.jpg");
        assertEquals(2, found.size());
        found.forEach(problem ->
                assertEquals(List.of("https://a.nl/1.jpg\n https://a.nl/http://2.jpg"), problem.corrections()));
        assertEmpty(errors(IMAGES, "http://").getFirst().corrections(), "still none");
    }

    @Test
    void unpairedSurrogateIsRejected() {
        assertEquals(NOT_HTTPS, errors(IMAGES, "https://a.nl/\uD83D").getFirst().code());
    }
}
