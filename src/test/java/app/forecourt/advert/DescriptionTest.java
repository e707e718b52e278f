package app.forecourt.advert;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.text.Language.ENGLISH;
import static app.forecourt.text.Language.GERMAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of filling building blocks with the facts of a car. */
class DescriptionTest {
    private static final int MOST = 10_000;

    private static DescriptionBlock block(String text) {
        return new DescriptionBlock("Own", true, Map.of(ENGLISH, text));
    }

    private static String built(CarDraft draft, DescriptionBlock... blocks) {
        return Description.of(List.of(blocks), SampleAdverts.of(draft, ENGLISH), MOST)
                .text();
    }

    private static String filled(String text) {
        Map<Placeholder, String> known = Map.of(Placeholder.BRAND, "Opel", Placeholder.MILEAGE, "2 km");
        return Description.fill(text, placeholder -> Optional.ofNullable(known.get(placeholder)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            An {brand} with {mileage}; An Opel with 2 km
            An {brand}[ and {model}] with {mileage}; An Opel with 2 km
            An {brand} and {model}; ''
            {BRAND} { mileage }; Opel 2 km
            [{model}, ]used; used
            Call us [any day]; Call us [any day]
            Call us[ at {dealership}]; Call us
            a { 1 } c } {; a { 1 } c } {
            {brand}[ {mileage} [x]; Opel[ 2 km [x]
            '  {brand}  '; Opel
            {nosuchthing} {brand}; ''""", delimiter = ';', ignoreLeadingAndTrailingWhitespace = true)
    void unknownFactLeavesNoGap(String text, String expected) {
        assertEquals(expected, filled(text));
    }

    @Test
    void lineOfUnknownFactIsDropped() {
        assertEquals("Opel\nused", filled("{brand}\n{model} is fine\nused"));
        assertEquals("", filled("Options\n{options}"), "a heading alone");
        assertEquals("a\n\nb", filled("a\n\n\n\n\nb\n\n"));
        assertEquals("a\nb", filled("a\r\nb"));
    }

    @Test
    void insertedTextIsNotFilledAgain() {
        CarDraft odd = SampleAdverts.WHOLE.with(VERSION, "{brand} $1 \\ [x]");
        assertEquals("{brand} $1 \\ [x]", built(odd, block("{version}")));
    }

    @Test
    void unknownPlaceholdersAreListed() {
        assertEquals(
                List.of("{milage}", "{ kleur }"),
                Description.unknownPlaceholders("{milage} {mileage} { kleur } {milage} {}"));
    }

    @Test
    void usedBlocksWithTextInOrder() {
        DescriptionBlock german = new DescriptionBlock("de", true, Map.of(GERMAN, "Guten Tag"));
        assertEquals(
                "b\n\na", built(CarDraft.EMPTY, block("b"), german, block("x").used(false), block("a")));
    }

    @Test
    void blockThatDoesNotFitIsLeftOut() {
        List<DescriptionBlock> blocks = List.of(
                block("12345").withName("first"),
                block("123456").withName("second"),
                block("123").withName("third"));
        Advert advert = SampleAdverts.of(CarDraft.EMPTY, ENGLISH);
        assertEquals(new Description("12345\n\n123", List.of("second")), Description.of(blocks, advert, 10));
        assertEquals(new Description("", List.of("first", "second", "third")), Description.of(blocks, advert, 2));
        assertEquals(10, Description.length("\uD83D\uDE97".repeat(10)));
    }

    @Test
    void standardDescriptionInEnglish() {
        String text = Description.of(
                        DescriptionBlock.standard(ENGLISH), SampleAdverts.of(SampleAdverts.WHOLE, ENGLISH), MOST)
                .text()
                .replace('\u00A0', ' ');
        assertEquals("""
                Volkswagen Golf 1.5 TSI Life
                09/2022 · 48,250 km · Petrol · Manual · 96 kW (131 hp)

                • First registration: 16 September 2022
                • Year built: 2021
                • Mileage: 48,250 km
                • Fuel: Petrol
                • Gearbox: Manual, 6 gears
                • Power: 96 kW (131 hp)
                • Displacement: 1,498 cc
                • CO₂ emissions: 121 g/km
                • Body: Hatchback
                • Doors: 5
                • Colour: Black

                Options
                • Safety: Abs, Driver airbag
                • Comfort: Seat heating
                • Audio and navigation: Navigation system
                • Other: Unheard of

                Come and see it, and take it for a drive at Harbour Cars. We look forward to hearing from you.

                This advert was made with care; errors and changes excepted.""", text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sparseCarHasOnlyKnownFacts(Language language) {
        CarDraft little = CarDraft.EMPTY.with(BRAND, "opel");
        String text = Description.of(
                        DescriptionBlock.standard(language), SampleAdverts.of(little, language, Optional.empty()), MOST)
                .text();
        assertStartsWith("Opel\n\n", text);
        assertFalse(text.contains("[") || text.contains("{") || text.contains("•") || text.contains("  "), text);
        assertEquals(3, text.split("\n\n").length, text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void standardBlocksUseKnownPlaceholders(Language language) {
        assertEquals(7, DescriptionBlock.standard(language).size());
        for (DescriptionBlock block : DescriptionBlock.standard(language)) {
            assertFalse(block.name().isBlank());
            assertTrue(block.name().length() <= DescriptionBlock.LONGEST_NAME);
            for (Language each : Language.values()) {
                assertFalse(block.text(each).isBlank(), block.name() + " in " + each);
                assertEmpty(Description.unknownPlaceholders(block.text(each)));
            }
        }
    }
}
