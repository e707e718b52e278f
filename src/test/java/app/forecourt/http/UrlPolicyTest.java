package app.forecourt.http;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of correcting and refusing addresses. */
class UrlPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://staging.autochat.ai",
                "https://staging.autochat.ai/",
                "https://staging.autochat.ai/api/cars",
                "https://staging.autochat.ai/api/cars/",
                "https://staging.autochat.ai/api/",
                "https://staging.autochat.ai/api",
                "https://staging.autochat.ai/api/options",
                "https://staging.autochat.ai/api/docs.html",
                "  HTTPS://Staging.AutoChat.ai:443//  "
            })
    void pastedTailsAreRemoved(String typed) {
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://staging.autochat.ai")), UrlPolicy.checkRoot(typed));
    }

    @Test
    void otherPathsAreKept() {
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://proxy.example/autochat")),
                UrlPolicy.checkRoot("https://proxy.example/autochat/api/cars"));
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://proxy.example/capi")),
                UrlPolicy.checkRoot("https://proxy.example/capi/"));
    }

    @Test
    void tokenAddressKeepsItsPath() {
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://autochat-dev.eu.auth0.com/oauth/token")),
                UrlPolicy.checkAddress(" https://autochat-dev.eu.auth0.com/oauth/token "));
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://a.example/api/")),
                UrlPolicy.checkAddress("https://a.example/api/"));
    }

    @Test
    void hostNamedLikeTailIsKept() {
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://api/cars")), UrlPolicy.checkRoot("https:api/cars"));
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://api/cars")), UrlPolicy.checkRoot("https://api/cars"));
        assertEquals(
                new UrlPolicy.Result.Allowed(URI.create("https://a.example/x")),
                UrlPolicy.checkRoot("https://a.example/x//api/api/cars//"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://127.255.255.254",
                "http://[::1]:8080",
                "http://localhost",
                "http://LOCALHOST:1"
            })
    void plainHttpToThisComputer(String typed) {
        assertEquals(UrlPolicy.Result.Allowed.class, UrlPolicy.checkRoot(typed).getClass());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://staging.autochat.ai",
                "http://127.0.0.1.evil.example",
                "http://localhost.evil.example",
                "http://127.1",
                "http://192.168.1.1",
                "http://[::2]",
                "http://0.0.0.0",
                "http://1127.0.0.1",
                "http://127.0.0.1%2eevil.example"
            })
    void plainHttpElsewhere(String typed) {
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.NOT_HTTPS), UrlPolicy.checkRoot(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staging.autochat.ai",
                "staging.autochat.ai/api/cars",
                "localhost:8080",
                "console.autochat.ai:443",
                "me@console.autochat.ai"
            })
    void missingScheme(String typed) {
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.NO_SCHEME), UrlPolicy.checkRoot(typed));
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.NO_SCHEME), UrlPolicy.checkAddress(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://staging.autochat.ai",
                "https://",
                "file:///etc/passwd",
                "ja",
                "https://a b.example",
                "https://a.example:99999",
                "javascript:alert(1)",
                "https://{staging.autochat.ai",
                "https://stag|ing.autochat.ai",
                "https://m\u00FCnchen,.de",
                "https://__proto__m\u00FCnchen.de"
            })
    void invalidAddress(String typed) {
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.NOT_AN_ADDRESS), UrlPolicy.checkRoot(typed));
    }

    @Test
    void manyUserPartsAreRejectedQuickly() {
        String many = "https://u" + "s@a.n".repeat(20_000);
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.HAS_USER), UrlPolicy.checkRoot(many));
        assertEmpty(UrlPolicy.host(many));
    }

    @Test
    void overlongAddressIsRejected() {
        String longest = "https://a.nl/" + "longer/".repeat(20_000);
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.NOT_AN_ADDRESS), UrlPolicy.checkRoot(longest));
        assertEmpty(UrlPolicy.host(longest));
        assertEquals(
                new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.NOT_AN_ADDRESS),
                UrlPolicy.checkRoot("http://localhost/" + "\u00FC".repeat(2_000)),
                "six characters each when it is kept");
    }

    @Test
    void blankAddress() {
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.MISSING), UrlPolicy.checkRoot("  "));
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.MISSING), UrlPolicy.checkAddress(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me@autochat.ai",
                "https://me:pw@autochat.ai/api/cars",
                "https://console.autochat.ai@evil.example",
                "https://me:p@w@autochat.ai"
            })
    void userInfo(String typed) {
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.HAS_USER), UrlPolicy.checkRoot(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/?x=1", "https://a.example/api/docs.html#/Car"})
    void queryOrFragment(String typed) {
        assertEquals(new UrlPolicy.Result.Refused(UrlPolicy.Result.Fault.HAS_QUERY), UrlPolicy.checkRoot(typed));
    }

    @Test
    void oddPathsNeverThrow() {
        assertEquals(
                UrlPolicy.Result.Allowed.class,
                UrlPolicy.checkRoot("https://a.example/|[]{}\"<>").getClass());
    }
}
