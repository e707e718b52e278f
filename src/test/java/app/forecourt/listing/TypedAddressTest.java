package app.forecourt.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedAddressTest {
    private final Map<Setting, String> typed = new EnumMap<>(Setting.class);

    private TypedAddress look(Setting setting, String text) {
        typed.put(setting, text);
        return TypedAddress.of(setting, any -> typed.getOrDefault(any, any.standard()));
    }

    @ParameterizedTest
    @CsvSource({"staging.autochat.ai, no_scheme", "staging, not_an_address",
        "http://staging.autochat.ai, not_https", "https://me:pw@staging.autochat.ai, has_user",
        "https://staging.autochat.ai/?a=b, has_query", "https://a b, not_an_address"})
    void faultsAreToldApart(String text, String fault) {
        assertEquals(new TypedAddress.Faulty(fault), look(Setting.STAGING_ADDRESS, text));
        assertEquals(new TypedAddress.Faulty(fault), look(Setting.TOKEN_ADDRESS, text));
    }

    @Test
    void pathIsToldAsItIsUnderstood() {
        assertEquals(new TypedAddress.Usable(Optional.of("https://staging.autochat.ai/api/cars")),
                look(Setting.STAGING_ADDRESS, "https://staging.autochat.ai/api/cars"));
        assertEquals(new TypedAddress.Usable(Optional.of("https://a.example/login/api/cars")),
                look(Setting.STAGING_ADDRESS, "https://a.example/login"));
        assertEquals(new TypedAddress.Usable(Optional.empty()),
                look(Setting.STAGING_ADDRESS, "https://staging.autochat.ai/"));
        assertEquals(new TypedAddress.Usable(Optional.empty()),
                look(Setting.TOKEN_ADDRESS, Setting.TOKEN_ADDRESS.standard()));
    }

    @Test
    void addressOfTheOtherProfileIsTheirs() {
        assertEquals(new TypedAddress.Others(Profile.PRODUCTION),
                look(Setting.STAGING_ADDRESS, "https://console.autochat.ai/api/cars"));
        assertEquals(new TypedAddress.Usable(Optional.empty()),
                look(Setting.PRODUCTION_ADDRESS, Setting.PRODUCTION_ADDRESS.standard()));
    }
}
