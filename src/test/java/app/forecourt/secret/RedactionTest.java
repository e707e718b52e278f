package app.forecourt.secret;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of removing secrets from texts, in any encoding. */
class RedactionTest {
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJmb3JlY291cnQifQ.c2lnbmF0dXJl";

    private final Redaction redaction = new Redaction();

    private void assertRedacted(String expected, String text) {
        assertEquals(expected, redaction.redact(text));
    }

    @Test
    void secretIsRemovedEverywhere() {
        redaction.addSecret(" s3cr3t\n");
        assertRedacted("no client with …, … or …", "no client with s3cr3t, s3cr3t or s3cr3t");
    }

    @Test
    void secretsWithSamePrefixAreRemoved() {
        List.of("abcdef", "abcdefgh", "abcdefghij").forEach(redaction::addSecret);
        assertRedacted("… … …", "abcdefgh abcdefghij abcdef");
    }

    @Test
    void secretInBase64IsRemoved() {
        redaction.addSecret("ab>?ef-the-secret");
        for (String neighbour : List.of("", "a", "ab", "Bearer ", "client:")) {
            for (Base64.Encoder base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String coded = base64.encodeToString((neighbour + "ab>?ef-the-secret" + neighbour).getBytes(UTF_8));
                String clean = redaction.redact(coded);
                assertEquals(
                        1, clean.chars().filter(character -> character == '…').count(), clean);
                assertEquals(true, coded.length() - clean.length() >= 21, coded + " " + clean);
            }
        }
    }

    @Test
    void encodedSecretIsRemoved() {
        redaction.addSecret("a/b\"c&d é");
        for (String form : List.of(
                "612f622263266420c3a9",
                "612F622263266420C3A9",
                "a%2Fb%22c%26d+%C3%A9",
                "a/b\\\"c&d é",
                "a\\/b\\\"c&d é",
                "a/b&quot;c&amp;d &eacute;",
                "a/b&quot;c&amp;d é",
                new String("a/b\"c&d é".getBytes(UTF_16LE), ISO_8859_1).substring(0, 17))) {
            assertEquals("<…>", redaction.redact("<" + form + ">"), form);
        }
    }

    @Test
    void escapeBeforeSecretHidesNothing() {
        redaction.addSecret("a/b\"c&d é");
        for (String before : List.of("%2", "%u00e", "\\u000", "&#x2")) {
            assertEquals(before + "…>", redaction.redact(before + "a/b&quot;c&amp;d &eacute;>"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0073trict-secret",
                "s\\u0074rict\\u002Dsecret",
                "&#115;trict-secret",
                "&#x73;trict&#45;secret",
                "%73trict%2Dsecret",
                "\\\\u0073trict-secret",
                "%2573trict-secret",
                "%5Cu0073trict-secret",
                "&amp;#115;trict-secret",
                "\\u0025\\u0037\\u0033trict-secret",
                "stri\u200ect-secret",
                "stri\u0007ct-secret",
                "stri\u00adct-secret",
                // with an invisible character
                "stri\u001cct-secret",
                "stri\\u001fct-secret",
                "stri\u000bct-secret",
                "stri\ufe0fct-secret",
                "stri\u034fct-secret",
                "stri\u3164ct-secret",
                "stri\u2065ct-secret",
                "stri\udb40\udc73ct-secret",
                "stri\\udb40\\udc73ct-secret",
                "stri&#xE0073;ct-secret",
                "stri%F3%A0%81%B3ct-secret",
                "stri\udb40\u200b\udc73ct-secret",
                // loosely escaped
                "stri&#99t-secret",
                "stri&#x63&#x74-secret",
                "stri&#x0000000063;t-secret",
                "stri&#00000000000000000099t-secret",
                "stri\\143t-secret",
                "str\\151ct-secret",
                "stri\\u{63}t-secret",
                "stri\\u{000000063}t-secret",
                "stri%u0063t-secret",
                "stri\\U00000063t-secret",
                "stri&amp;#99t-secret",
                "stri%C1%A3t-secret"
            })
    void escapedSecretIsRemoved(String escaped) {
        redaction.addSecret("strict-secret");
        assertEquals("<…>", redaction.redact("<" + escaped + ">"));
    }

    @Test
    void escapedTokenIsRemoved() {
        assertEquals("a … b", redaction.redact("a " + JWT.replace("eyJ", "\\u0065yJ") + " b"));
    }

    @Test
    void otherEscapesStayUnchanged() {
        redaction.addSecret("strict-secret");
        String text = "100 % \\u00e9 &eacute; %C3%A9 \\ \\u12 %zz &#; &#99999999999; & &#x110000;\n\tend"
                + " C:\\new\\8 \\u{} \\u{110000} \\u{63 &#x; &#x &# %u00g1 \\Uffffffff é\ud83d\ude97\ud83d \\";
        assertEquals(text, redaction.redact(text));
    }

    @Test
    void cutOffSecretIsRemoved() {
        redaction.addSecret("0123456789");
        assertRedacted("it was …", "it was 012345678");
        assertRedacted("it was …", "it was 01234567");
        assertRedacted("it was 0123456", "it was 0123456");
    }

    @Test
    void unregisteredTokenIsRemoved() {
        assertEquals("Bearer … expired", redaction.redact("Bearer " + JWT + " expired"));
        assertEquals("(…)", redaction.redact("(" + JWT.substring(0, JWT.lastIndexOf('.')) + ")"));
        assertRedacted("eyJ is how they begin", "eyJ is how they begin");
    }

    @Test
    void shortSecretIsIgnored() {
        List.of("", "  ", "abs", "12345").forEach(redaction::addSecret);
        assertRedacted("abs, 12345", "abs, 12345");
    }

    @Test
    @Timeout(value = LongWait.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void largeTokensTakeLinearTime() {
        String token = "eyJ" + "aB3-".repeat(4_000);
        redaction.addSecret(token);
        redaction.addSecret("0123456789".repeat(1_600));
        // The text repeats a near miss of the secret and of the token's pattern.
        String text = (token.substring(0, token.length() - 1) + "!").repeat(30) + "eyJeyJ-".repeat(70_000);
        assertEquals(text + "!", redaction.redact(text + "!"));
        assertEquals(text + "!… …", redaction.redact(text + "!" + token + " " + token.substring(0, 9_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&#", "&#0", "\\u{0", "\\u{", "\\1", "%u00", "\udb40", "\udb40\udc73", "&#x0000"})
    @Timeout(value = LongWait.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void unclosedEscapesTakeLinearTime(String written) {
        redaction.addSecret("strict-secret");
        int count = Cases.times(50_000, 200_000);
        String text = written.repeat(count) + "0".repeat(count);
        assertEquals(text, redaction.redact(text));
    }

    @Test
    void overlappingSecretsAreRemoved() {
        List.of("abcdef", "defghijk").forEach(redaction::addSecret);
        assertRedacted("<…>", "<abcdefghijk>");
        redaction.addSecret("anana-banana-banana");
        assertRedacted("<…>", "<anana-banana-banana-banana>");
    }

    @Test
    void tokensInsideWordsAreRemoved() {
        assertEquals("Bearer%20…", redaction.redact("Bearer%20" + JWT));
        assertEquals("a.x…, b.…", redaction.redact("a.x" + JWT + ", b." + JWT));
        assertEquals("eyJ.…", redaction.redact("eyJ." + JWT));
    }

    @Test
    void practiceHasNoSecrets() {
        Redaction none = Redaction.none();
        none.addSecret("practice");
        assertEquals("practice " + JWT, none.redact("practice " + JWT));
    }
}
