package app.forecourt.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressCheckTest {
    private final Map<Setting, String> typed = new EnumMap<>(Setting.class);

    private AddressCheck look(Setting setting, String text) {
        typed.put(setting, text);
        return AddressCheck.of(setting, any -> typed.getOrDefault(any, any.standard()));
    }

    @ParameterizedTest
    @CsvSource({"staging.autochat.ai, no_scheme", "staging, not_an_address",
        "http://staging.autochat.ai, not_https", "https://me:pw@staging.autochat.ai, has_user",
        "https://staging.autochat.ai/?a=b, has_query", "https://a b, not_an_address"})
    void faultsAreToldApart(String text, String fault) {
        assertEquals(new AddressCheck.Faulty(fault), look(Setting.STAGING_ADDRESS, text));
        assertEquals(new AddressCheck.Faulty(fault), look(Setting.TOKEN_ADDRESS, text));
    }

    @Test
    void pathIsToldAsItIsUnderstood() {
        assertEquals(new AddressCheck.Usable(Optional.of("https://staging.autochat.ai/api/cars")),
                look(Setting.STAGING_ADDRESS, "https://staging.autochat.ai/api/cars"));
        assertEquals(new AddressCheck.Usable(Optional.of("https://a.example/login/api/cars")),
                look(Setting.STAGING_ADDRESS, "https://a.example/login"));
        assertEquals(new AddressCheck.Usable(Optional.empty()),
                look(Setting.STAGING_ADDRESS, "https://staging.autochat.ai/"));
        assertEquals(new AddressCheck.Usable(Optional.empty()),
                look(Setting.TOKEN_ADDRESS, Setting.TOKEN_ADDRESS.standard()));
    }

    @Test
    void addressOfTheOtherProfileIsTheirs() {
        assertEquals(new AddressCheck.Others(Profile.PRODUCTION),
                look(Setting.STAGING_ADDRESS, "https://console.autochat.ai/api/cars"));
        assertEquals(new AddressCheck.Usable(Optional.empty()),
                look(Setting.PRODUCTION_ADDRESS, Setting.PRODUCTION_ADDRESS.standard()));
    }
}
