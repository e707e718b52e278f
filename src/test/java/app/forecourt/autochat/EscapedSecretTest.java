package app.forecourt.autochat;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.json.ServerTextSanitizer;
import app.forecourt.secret.Redaction;
import app.forecourt.testing.Cases;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that quotes the client secret in an escaped form; no shown or stored text holds it in clear. */
class EscapedSecretTest extends AutochatFixture {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u00733cr3t",
                "s\\u0033cr\\u0033t",
                "s3c\\u200er3t",
                "s3c\\u001cr3t",
                "s3c\\udb40\\udc73r3t",
                "s3c\ufe0fr3t",
                "s3&#99r3t"
            })
    void jsonOf422(String escaped) {
        check(
                "application/json",
                "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": \"no " + escaped
                        + " here\"}], \"detail\": \"" + escaped + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&#115;3cr3t",
                "&#x73;3cr3t",
                "&amp;#115;3cr3t",
                "s3c\u200er3t",
                "s3c\u001cr3t",
                "s3c&#x01cr3t",
                "s3&#0099r3t"
            })
    void pageOf422(String escaped) {
        check("text/html", "<html><title>No " + escaped + "</title></html>");
    }

    @Test
    void fieldAndBannerOf422() {
        autochat.cars = inTurn(answer(422, "application/json", """
                {"message": "not your s3c\\u001cr3t, sorry",
                "errors": [{"field": "brand", "message": "brand s3c\\u001cr3t"}]}""").build());
        var rejected = rejected();
        assertEquals(List.of("not your …, sorry"), rejected.messages());
        assertEquals("brand …", rejected.problems().getFirst().args().getFirst());
    }

    @Test
    void secretWithInvisibleCharactersIsFound() {
        var redaction = new Redaction();
        redaction.addSecret("strict-secret");
        for (int code = 0; code <= Cases.times(Character.MAX_VALUE, Character.MAX_CODE_POINT); code++) {
            String invisible = Character.toString(code);
            if (ServerTextSanitizer.singleLine("a" + invisible + "b").equals("ab")) {
                assertEquals("…", redaction.redact("stri" + invisible + "ct-secret"), Integer.toHexString(code));
            }
        }
    }

    /** White space is not removed, so only the displayed text holds the secret in one piece. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "text/html"})
    void secretJoinedByDecodingIsFound(String type) {
        var redaction = new Redaction();
        redaction.addSecret("open sesame");
        String said = "no \t open\t\n sesame here";
        String body = type.endsWith("json")
                ? "{\"detail\": \"" + said.replace("\t", "\\t").replace("\n", "\\n") + "\"}"
                : said;
        Headers headers = Headers.of("Location", "/api/cars/open\t sesame");
        RawResponse clean = new RawResponse(422, headers, type, body, Optional.empty()).redacted(redaction);
        SendOutcome.Rejected rejected = SendOutcome.Rejected.of(clean.toAnswer());
        String told = String.join("|", rejected.messages());
        assertTrue(told.startsWith("… ") && told.endsWith("no … here"), told);
        assertEquals("/api/cars/…", clean.headers().get("Location"));
    }

    private void check(String type, String body) {
        autochat.cars = inTurn(answer(422, type, body).build());
        var rejected = rejected();
        String told = rejected.problems() + " " + rejected.messages() + " "
                + rejected.answer().body();
        assertFalse(told.contains("s3cr3t"), told);
        String kept = rejected.answer().body();
        List.of("00733cr3t", "115;3cr3t", "x73;3cr3t", "001cr3t", "dc73r3t", "0099r3t", "#99r3t")
                .forEach(form -> assertFalse(kept.contains(form), kept));
    }
}
