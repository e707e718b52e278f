package app.forecourt.autochat;

import static app.forecourt.autochat.FakeAutochat.answer;
import static app.forecourt.autochat.FakeAutochat.inTurn;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that quotes the client secret in an escaped form: nothing that is shown or kept has it in clear. */
class EscapedSecretTest {
    @AutoClose
    private final Desk desk = new Desk();

    EscapedSecretTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"\\u00733cr3t", "s\\u0033cr\\u0033t", "s3c\\u200er3t"})
    void jsonOf422(String escaped) {
        check("application/json", "{\"violations\": [{\"propertyPath\": \"vin\", \"message\": \"no " + escaped
                + " here\"}], \"detail\": \"" + escaped + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#115;3cr3t", "&#x73;3cr3t", "&amp;#115;3cr3t", "s3c\u200er3t"})
    void pageOf422(String escaped) {
        check("text/html", "<html><title>No " + escaped + "</title></html>");
    }

    private void check(String type, String body) {
        desk.autochat.cars = inTurn(answer(422, type, body).build());
        var rejected = (SendOutcome.Rejected) desk.send();
        String told = rejected.problems() + " " + rejected.messages() + " " + rejected.answer().body();
        assertFalse(told.contains("s3cr3t"), told);
        String kept = rejected.answer().body();
        List.of("00733cr3t", "115;3cr3t", "x73;3cr3t")
                .forEach(form -> assertFalse(kept.contains(form), kept));
    }
}
