package app.forecourt.settings;

import static app.forecourt.settings.Setting.COUNTRY;
import static app.forecourt.settings.Setting.TAX_AMOUNT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.Country;
import app.forecourt.car.PricingTerms;
import app.forecourt.testing.TestHome;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the settings for prices. */
class PricingPreferencesTest {
    private static final Locale FLANDERS = Locale.forLanguageTag("nl-BE");

    @RegisterExtension
    final TestHome home = new TestHome();

    private PricingTerms terms(String json, Locale locale) throws IOException {
        return PricingPreferences.pricingTerms(home.write(json).preferences(), locale);
    }

    @Test
    void defaultsUseTheSystemsCountry() throws IOException {
        assertEquals(PricingTerms.STANDARD, terms("{}", Locale.forLanguageTag("nl-NL")));
        assertEquals(Country.BE, terms("{}", FLANDERS).country());
        assertEquals(Country.NL, terms("{}", Locale.FRANCE).country());
    }

    @ParameterizedTest
    @EnumSource(Country.class)
    void chosenCountryTakesPrecedence(Country country) throws IOException {
        home.preferences().put(COUNTRY, PricingPreferences.toText(country));
        assertEquals(country, terms("{}", FLANDERS).country());
    }

    @ParameterizedTest
    @EnumSource(PricingTerms.TaxMeaning.class)
    void chosenTaxMeaningIsUsed(PricingTerms.TaxMeaning tax) throws IOException {
        home.preferences().put(TAX_AMOUNT, PricingPreferences.toText(tax));
        assertEquals(tax, terms("{}", FLANDERS).tax());
    }

    @ParameterizedTest
    @CsvSource({"'\"12.5\"',12.5", "'\"7,5\"',7.5", "8,8", "'\"0\"',0", "0,0", "'\"99.9\"',99.9"})
    void enteredDiscountIsUsed(String member, BigDecimal discount) throws IOException {
        assertEquals(
                discount, terms("{\"tradeDiscount\": " + member + "}", FLANDERS).tradeDiscount());
    }

    @ParameterizedTest
    @CsvSource({"'\"a lot\"'", "'\"100\"'", "'\"-1\"'", "[]", "{}", "null", "true", "1e99", "'\"\"'"})
    void invalidMembersAreIgnored(String member) throws IOException {
        assertEquals(
                new PricingTerms(Country.BE, PricingTerms.TaxMeaning.VAT, BigDecimal.TEN),
                terms(
                        "{\"country\": %1$s, \"taxAmountMeans\": %1$s, \"tradeDiscount\": %1$s}".formatted(member),
                        FLANDERS));
    }

    @Test
    void handWrittenFormsAreAccepted() throws IOException {
        assertEquals(
                new PricingTerms(Country.DE, PricingTerms.TaxMeaning.EMPTY, new BigDecimal("5")),
                terms("{\"country\": \"DE\", \"taxAmountMeans\": \" Empty\", \"tradeDiscount\": \"5 %\"}", FLANDERS));
    }
}
