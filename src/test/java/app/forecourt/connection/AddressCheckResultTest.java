package app.forecourt.connection;

import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Setting.PRODUCTION_ADDRESS;
import static app.forecourt.settings.Setting.STAGING_ADDRESS;
import static app.forecourt.settings.Setting.TOKEN_ADDRESS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of checking a typed address of AutoChat. */
class AddressCheckResultTest {
    private final Map<Setting, String> entered = new EnumMap<>(Setting.class);

    private AddressCheckResult check(Setting setting, String text) {
        entered.put(setting, text);
        return AddressCheckResult.of(setting, key -> entered.getOrDefault(key, key.defaultValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "staging.autochat.ai, no_scheme",
        "staging, not_an_address",
        "http://staging.autochat.ai, not_https",
        "https://me:pw@staging.autochat.ai, has_user",
        "https://staging.autochat.ai/?a=b, has_query",
        "https://a b, not_an_address"
    })
    void faultsAreDistinguished(String text, String fault) {
        assertEquals(new AddressCheckResult.Faulty(fault), check(STAGING_ADDRESS, text));
        assertEquals(new AddressCheckResult.Faulty(fault), check(TOKEN_ADDRESS, text));
    }

    @Test
    void pathIsShownAsCarsAddress() {
        assertEquals(
                new AddressCheckResult.Usable(Optional.of("https://staging.autochat.ai/api/cars")),
                check(STAGING_ADDRESS, "https://staging.autochat.ai/api/cars"));
        assertEquals(
                new AddressCheckResult.Usable(Optional.of("https://a.example/login/api/cars")),
                check(STAGING_ADDRESS, "https://a.example/login"));
        assertEquals(
                new AddressCheckResult.Usable(Optional.empty()),
                check(STAGING_ADDRESS, "https://staging.autochat.ai/"));
        assertEquals(
                new AddressCheckResult.Usable(Optional.empty()), check(TOKEN_ADDRESS, TOKEN_ADDRESS.defaultValue()));
    }

    @Test
    void addressOfOtherProfileIsRejected() {
        assertEquals(
                new AddressCheckResult.BelongsToOther(PRODUCTION),
                check(STAGING_ADDRESS, "https://console.autochat.ai/api/cars"));
        assertEquals(
                new AddressCheckResult.Usable(Optional.empty()),
                check(PRODUCTION_ADDRESS, PRODUCTION_ADDRESS.defaultValue()));
    }
}
