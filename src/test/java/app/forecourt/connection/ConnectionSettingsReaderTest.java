package app.forecourt.connection;

import static app.forecourt.settings.Setting.PRODUCTION_ADDRESS;
import static app.forecourt.settings.Setting.STAGING_ADDRESS;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Profile;
import app.forecourt.settings.ProxyAddress;
import app.forecourt.settings.Setting;
import app.forecourt.text.CredentialCleaner;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the addresses and proxies that a profile accepts. */
class ConnectionSettingsReaderTest {
    private static final String STAGING = STAGING_ADDRESS.defaultValue();
    private static final String PRODUCTION = PRODUCTION_ADDRESS.defaultValue();

    private final Map<Setting, String> typed = new EnumMap<>(Setting.class);

    private Optional<Profile> owner(Profile profile, String staging, String production) {
        typed.put(STAGING_ADDRESS, staging);
        typed.put(PRODUCTION_ADDRESS, production);
        return ConnectionSettingsReader.otherOwner(
                profile, setting -> typed.getOrDefault(setting, setting.defaultValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://staging.autochat.ai, https://console.autochat.ai",
        "https://a.example, https://b.example",
        "http://127.0.0.1:80, http://127.0.0.1:80",
        "http://localhost, http://LOCALHOST",
        "http://[::1]:1, http://[::1]:1",
        "ja, ja"
    })
    void ownOrLoopbackAddressesAreAccepted(String staging, String production) {
        assertEmpty(owner(Profile.STAGING, staging, production));
        assertEmpty(owner(Profile.PRODUCTION, staging, production));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://console.autochat.ai",
                "https://CONSOLE.autochat.ai/api/cars",
                "https://console.autochat.ai.",
                "https://console.autochat.ai:443",
                "https://console.autochat.ai:8443"
            })
    void defaultHostOfOtherProfileIsDetected(String production) {
        assertEquals(Optional.of(Profile.PRODUCTION), owner(Profile.STAGING, production, PRODUCTION));
        assertEquals(Optional.of(Profile.PRODUCTION), owner(Profile.STAGING, production, "https://elsewhere.example"));
        assertEquals(
                Optional.empty(),
                owner(Profile.PRODUCTION, production, PRODUCTION),
                "production itself is where it should be");
        assertEquals(Optional.of(Profile.STAGING), owner(Profile.PRODUCTION, STAGING, STAGING + "/api"));
    }

    @Test
    void sharedHostBelongsToOtherProfile() {
        assertEquals(
                Optional.of(Profile.PRODUCTION),
                owner(Profile.STAGING, "https://a.example/one", "https://A.example./two"));
        assertEquals(
                Optional.of(Profile.STAGING),
                owner(Profile.PRODUCTION, "https://a.example/one", "https://a.example/two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t", " s3cr3t\n", "s3c\r\nr3t", "s3c r3t", "\u00a0s3cr3t\u200b", "\ufeffs3\tcr3t"})
    void invisibleCharactersAreRemoved(String copied) {
        assertEquals("s3cr3t", CredentialCleaner.clean(copied));
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example, 8080, true",
        "10.0.0.1, 1, true",
        "2001:db8::1, 65535, true",
        "'', 8080, false",
        "http://proxy, 8080, false",
        "proxy:80, 80, false",
        "a b, 80, false",
        "proxy, 0, false",
        "proxy, 65536, false",
        "proxy, eighty, false",
        "proxy, '', false",
        "proxy, -1, false",
        "proxy, 99999999999, false",
        "' proxy ', ' 80 ', true"
    })
    void proxyAddressIsParsed(String host, String port, boolean isValid) {
        assertEquals(isValid, ProxyAddress.of(host, port).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:/console.autochat.ai",
                "https:console.autochat.ai",
                "https:////console.autochat.ai",
                "https://console%2eautochat.ai",
                "https://console.autochat。ai",
                "https://\uFF43onsole.autochat.ai"
            })
    void hostIsParsedAsTheHttpClientDoes(String typed) {
        assertEquals(Optional.of(Profile.PRODUCTION), owner(Profile.STAGING, typed, PRODUCTION));
    }
}
