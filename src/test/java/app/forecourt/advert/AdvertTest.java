package app.forecourt.advert;

import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.FUEL_TYPE;
import static app.forecourt.car.CarField.GEARS;
import static app.forecourt.car.CarField.IS_TAX_DEDUCTIBLE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.MILEAGE_UNIT;
import static app.forecourt.car.CarField.NUMBER_OF_DOORS;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.YEAR_OF_CONSTRUCTION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.ENGLISH;
import static app.forecourt.text.Language.FRENCH;
import static app.forecourt.text.Language.GERMAN;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.car.CarDraft;
import app.forecourt.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the facts of a car in the four languages. */
class AdvertTest {
    private static String facts(CarDraft draft, Language language) {
        return SampleAdverts.of(draft, language).facts().stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(joining("\n"))
                .replace('\u00A0', ' ');
    }

    private static String value(CarDraft draft, Language language, Placeholder placeholder) {
        return SampleAdverts.of(draft, language).value(placeholder).orElse("").replace('\u00A0', ' ');
    }

    /** A buyer who reads no price must read that there is one to ask for. */
    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Price on request",
        "DUTCH, Prijs op aanvraag",
        "GERMAN, Preis auf Anfrage",
        "FRENCH, Prix sur demande"
    })
    void cardWithoutPriceSaysSo(Language language, String words) {
        CarDraft unpriced = SampleAdverts.WHOLE.with(SALES_PRICE, "");
        assertEquals(words, SampleAdverts.of(unpriced, language).priceOnCard());
    }

    @Test
    void factsInDutch() {
        assertEquals("""
                Eerste toelating: 16 september 2022
                Bouwjaar: 2021
                Kilometerstand: 48.250 km
                Brandstof: Benzine
                Transmissie: Handgeschakeld, 6 versnellingen
                Vermogen: 96 kW (131 pk)
                Cilinderinhoud: 1.498 cc
                CO₂-uitstoot: 121 g/km
                Carrosserie: Hatchback
                Aantal deuren: 5
                Kleur: Zwart""", facts(SampleAdverts.WHOLE, DUTCH));
    }

    @Test
    void factsInGerman() {
        assertEquals("""
                Erstzulassung: 16. September 2022
                Baujahr: 2021
                Kilometerstand: 48.250 km
                Kraftstoff: Benzin
                Getriebe: Schaltgetriebe, 6 Gänge
                Leistung: 96 kW (131 PS)
                Hubraum: 1.498 cm³
                CO₂-Emissionen: 121 g/km
                Karosserie: Schrägheck
                Türen: 5
                Farbe: Schwarz""", facts(SampleAdverts.WHOLE, GERMAN));
    }

    @Test
    void factsInFrench() {
        assertEquals("""
                Première immatriculation: 16 septembre 2022
                Année de construction: 2021
                Kilométrage: 48 250 km
                Carburant: Essence
                Boîte de vitesses: Manuelle, 6 rapports
                Puissance: 96 kW (131 ch)
                Cylindrée: 1 498 cm³
                Émissions de CO₂: 121 g/km
                Carrosserie: Berline compacte
                Portes: 5
                Couleur: Noir""", facts(SampleAdverts.WHOLE, FRENCH));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ENGLISH; €22,950 (VAT deductible); €18,966.94 excluding VAT
            DUTCH; € 22.950 (btw verrekenbaar); € 18.966,94 exclusief btw
            GERMAN; 22.950 € (MwSt. ausweisbar); 18.966,94 € ohne MwSt.
            FRENCH; 22 950 € (TVA récupérable); 18 966,94 € hors TVA""", delimiter = ';')
    void prices(Language language, String price, String without) {
        assertEquals(price, value(SampleAdverts.WHOLE, language, Placeholder.PRICE_VAT));
        assertEquals(without, value(SampleAdverts.WHOLE, language, Placeholder.PRICE_EX_VAT));
        CarDraft margin = SampleAdverts.WHOLE.with(IS_TAX_DEDUCTIBLE, "");
        assertEquals(price.replaceAll(" \\(.*", ""), value(margin, language, Placeholder.PRICE_VAT));
        assertEquals(
                "", value(margin, language, Placeholder.PRICE_EX_VAT), "of a margin car no price without VAT is shown");
    }

    @Test
    void otherCurrencies() {
        CarDraft francs = SampleAdverts.WHOLE.with(CURRENCY, "CHF");
        assertEquals("CHF 22,950", value(francs, ENGLISH, Placeholder.PRICE).replace("CHF22", "CHF 22"));
        CarDraft none = SampleAdverts.WHOLE.with(CURRENCY, "");
        assertEquals("22.950", value(none, DUTCH, Placeholder.PRICE));
        CarDraft unknown = SampleAdverts.WHOLE.with(CURRENCY, "XQZ");
        assertEquals("22.950 XQZ", value(unknown, DUTCH, Placeholder.PRICE));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ENGLISH; one door; one gear; 1 mile; 21,370 miles
            DUTCH; één deur; één versnelling; 1 mijl; 21.370 mijl
            GERMAN; eine Tür; ein Gang; 1 Meile; 21.370 Meilen
            FRENCH; une porte; un rapport; 1 mile; 21 370 miles""", delimiter = ';')
    void singularAndPlural(Language language, String door, String gear, String mile, String miles) {
        CarDraft one = SampleAdverts.WHOLE
                .with(NUMBER_OF_DOORS, "1")
                .with(GEARS, "1")
                .with(MILEAGE, "1")
                .with(MILEAGE_UNIT, "MI");
        assertEquals(door, value(one, language, Placeholder.DOORS));
        assertEquals(gear, value(one, language, Placeholder.GEARS));
        assertEquals(mile, value(one, language, Placeholder.MILEAGE));
        assertEquals(miles, value(one.with(MILEAGE, "21370"), language, Placeholder.MILEAGE));
    }

    @Test
    void optionsAreGroupedWithoutDuplicates() {
        Advert dutch = SampleAdverts.of(SampleAdverts.WHOLE, DUTCH);
        assertEquals(
                List.of(
                        new AdvertOptionGroup("Veiligheid", List.of("Abs", "Bestuurdersairbag"), 0),
                        new AdvertOptionGroup("Comfort", List.of("Stoelverwarming"), 0),
                        new AdvertOptionGroup("Audio en navigatie", List.of("Navigatie"), 0),
                        new AdvertOptionGroup("Overig", List.of("Unheard of"), 0)),
                dutch.options());
        assertEquals("5 opties", value(SampleAdverts.WHOLE, DUTCH, Placeholder.OPTION_COUNT));
        assertEquals(
                "one option",
                value(SampleAdverts.WHOLE.withOptions(List.of("abs")), ENGLISH, Placeholder.OPTION_COUNT));
    }

    @Test
    void furtherOptionsAreCounted() {
        CarDraft many = SampleAdverts.WHOLE.withOptions(
                IntStream.range(0, 300).mapToObj(number -> "airbag_" + number).toList());
        String line = SampleAdverts.of(many, GERMAN).value(Placeholder.OPTIONS).orElseThrow();
        assertStartsWith("• Sicherheit: Airbag 0, Airbag 1, ", line);
        assertEndsWith("Airbag 23 und 276 weitere", line);
        assertEquals("300 Extras", value(many, GERMAN, Placeholder.OPTION_COUNT));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void emptyCarHasNoFacts(Language language) {
        Advert advert = SampleAdverts.of(CarDraft.EMPTY, language, Optional.empty());
        assertEquals("", advert.title());
        assertEmpty(advert.facts());
        assertEmpty(advert.options());
        assertEmpty(Arrays.stream(Placeholder.values())
                .filter(placeholder -> advert.value(placeholder).isPresent())
                .toList());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void internalDataIsOmitted(Language language) {
        Advert advert = SampleAdverts.of(SampleAdverts.WHOLE, language);
        for (Placeholder placeholder : Placeholder.values()) {
            String told = advert.value(placeholder).orElseThrow(() -> new AssertionError(placeholder));
            assertFalse(told.isBlank());
            assertFalse(told.contains("20") && told.contains("000"), "the trade price: " + told);
            assertFalse(told.contains("WVWZZZ"), told);
        }
    }

    @Test
    void highlightsInOneLine() {
        assertEquals(
                "09/2022 · 48,250 km · Petrol · Manual · 96 kW (131 hp)",
                value(SampleAdverts.WHOLE, ENGLISH, Placeholder.HIGHLIGHTS));
        assertEquals(
                "2021 · Benzin",
                value(
                        CarDraft.EMPTY.with(YEAR_OF_CONSTRUCTION, "2021").with(FUEL_TYPE, "petrol"),
                        GERMAN,
                        Placeholder.HIGHLIGHTS));
    }
}
