package app.forecourt.http;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of correcting and refusing addresses. */
class UrlPolicyTest {
    private static void allowed(String expected, UrlPolicy.Result result) {
        assertEquals(new UrlPolicy.Result.Allowed(URI.create(expected)), result);
    }

    private static void refused(UrlPolicy.Result.Fault fault, UrlPolicy.Result result) {
        assertEquals(new UrlPolicy.Result.Refused(fault), result);
    }

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
        allowed("https://staging.autochat.ai", UrlPolicy.checkRoot(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "https://proxy.example/autochat/api/cars,https://proxy.example/autochat",
        "https://proxy.example/capi/,https://proxy.example/capi",
        "https:api/cars,https://api/cars",
        "https://api/cars,https://api/cars",
        "https://a.example/x//api/api/cars//,https://a.example/x",
        "http://127.0.0.1:8080,http://127.0.0.1:8080",
        "http://127.255.255.254,http://127.255.255.254",
        "http://[::1]:8080,http://[::1]:8080",
        "http://localhost,http://localhost",
        "http://LOCALHOST:1,http://localhost:1"
    })
    void otherPathsAndPlainHttpToThisComputerAreKept(String typed, String expected) {
        allowed(expected, UrlPolicy.checkRoot(typed));
    }

    @Test
    void tokenAddressKeepsItsPath() {
        allowed(
                "https://autochat-dev.eu.auth0.com/oauth/token",
                UrlPolicy.checkAddress(" https://autochat-dev.eu.auth0.com/oauth/token "));
        allowed("https://a.example/api/", UrlPolicy.checkAddress("https://a.example/api/"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://staging.autochat.ai,NOT_HTTPS",
        "http://127.0.0.1.evil.example,NOT_HTTPS",
        "http://localhost.evil.example,NOT_HTTPS",
        "http://127.1,NOT_HTTPS",
        "http://192.168.1.1,NOT_HTTPS",
        "http://[::2],NOT_HTTPS",
        "http://0.0.0.0,NOT_HTTPS",
        "http://1127.0.0.1,NOT_HTTPS",
        "http://127.0.0.1%2eevil.example,NOT_HTTPS",
        "staging.autochat.ai,NO_SCHEME",
        "staging.autochat.ai/api/cars,NO_SCHEME",
        "localhost:8080,NO_SCHEME",
        "console.autochat.ai:443,NO_SCHEME",
        "me@console.autochat.ai,NO_SCHEME",
        "'  ',MISSING",
        "https://me@autochat.ai,HAS_USER",
        "https://me:pw@autochat.ai/api/cars,HAS_USER",
        "https://console.autochat.ai@evil.example,HAS_USER",
        "https://me:p@w@autochat.ai,HAS_USER"
    })
    void addressIsRefused(String typed, UrlPolicy.Result.Fault fault) {
        refused(fault, UrlPolicy.checkRoot(typed));
        refused(fault, UrlPolicy.checkAddress(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://staging.autochat.ai,NOT_AN_ADDRESS",
        "https://,NOT_AN_ADDRESS",
        "file:///etc/passwd,NOT_AN_ADDRESS",
        "ja,NOT_AN_ADDRESS",
        "https://a b.example,NOT_AN_ADDRESS",
        "https://a.example:99999,NOT_AN_ADDRESS",
        "javascript:alert(1),NOT_AN_ADDRESS",
        "https://{staging.autochat.ai,NOT_AN_ADDRESS",
        "https://stag|ing.autochat.ai,NOT_AN_ADDRESS",
        "'https://m\u00FCnchen,.de',NOT_AN_ADDRESS",
        "https://__proto__m\u00FCnchen.de,NOT_AN_ADDRESS",
        "https://a.example/?x=1,HAS_QUERY",
        "https://a.example/api/docs.html#/Car,HAS_QUERY"
    })
    void rootIsRefused(String typed, UrlPolicy.Result.Fault fault) {
        refused(fault, UrlPolicy.checkRoot(typed));
    }

    @Test
    void manyUserPartsAreRejectedQuickly() {
        String many = "https://u" + "s@a.n".repeat(20_000);
        refused(UrlPolicy.Result.Fault.HAS_USER, UrlPolicy.checkRoot(many));
        assertEmpty(UrlPolicy.host(many));
    }

    @Test
    void overlongAddressIsRejected() {
        String longest = "https://a.nl/" + "longer/".repeat(20_000);
        refused(UrlPolicy.Result.Fault.NOT_AN_ADDRESS, UrlPolicy.checkRoot(longest));
        assertEmpty(UrlPolicy.host(longest));
        // Six characters each when it is kept.
        refused(
                UrlPolicy.Result.Fault.NOT_AN_ADDRESS,
                UrlPolicy.checkRoot("http://localhost/" + "\u00FC".repeat(2_000)));
    }

    @Test
    void oddPathsNeverThrow() {
        assertInstanceOf(UrlPolicy.Result.Allowed.class, UrlPolicy.checkRoot("https://a.example/|[]{}\"<>"));
    }
}
