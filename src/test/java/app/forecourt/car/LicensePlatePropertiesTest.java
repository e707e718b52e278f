package app.forecourt.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.FewerTriesHook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Properties of {@link LicensePlate} with plates of every pattern; X stands for a letter and 9 for a digit. */
class LicensePlatePropertiesTest {
    /** The RDW's side codes 1 to 14. */
    static final List<String> DUTCH = List.of(
            "XX-99-99",
            "99-99-XX",
            "99-XX-99",
            "XX-99-XX",
            "XX-XX-99",
            "99-XX-XX",
            "99-XXX-9",
            "9-XXX-99",
            "XX-999-X",
            "X-999-XX",
            "XXX-99-X",
            "X-99-XXX",
            "9-XX-999",
            "999-XX-9");
    /** Belgian patterns of 2010, 1973 and 2008. */
    static final List<String> BELGIAN = List.of("9-XXX-999", "XXX-999", "999-XXX");

    /** Plate with its separators. */
    record Plate(Country country, String formatted) {
        String bare() {
            return formatted.replaceAll("[ -]", "");
        }
    }

    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void formattedPlateIsParsed(@ForAll("plates") Plate plate) {
        var expected = Optional.of(new LicensePlate(plate.bare(), Optional.of(plate.country), plate.formatted));
        assertEquals(expected, LicensePlate.of(plate.formatted));
        assertEquals(expected, LicensePlate.of(" " + plate.formatted.toLowerCase(Locale.ROOT) + "\u00A0"));
    }

    /** No Dutch or Belgian pattern is a part of another. */
    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void dutchAndBelgianPlatesNeedNoSeparators(@ForAll("grouped") Plate plate) {
        assertEquals(
                Optional.of(new LicensePlate(plate.bare(), Optional.of(plate.country), plate.formatted)),
                LicensePlate.of(plate.bare()));
    }

    /** A bare German plate may also match a Dutch or Belgian pattern, and its district may be ambiguous. */
    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void bareGermanPlateKeepsItsCharacters(@ForAll("german") Plate plate) {
        LicensePlate read = LicensePlate.of(plate.bare()).orElseThrow();
        assertEquals(plate.bare(), read.bare());
        assertEquals(plate.bare(), read.formatted().replaceAll("[ -]", ""));
        assertTrue(read.country().isPresent(), read::toString);
    }

    @AddLifecycleHook(FewerTriesHook.class)
    @Property(seed = "20261125")
    void formattingIsIdempotent(@ForAll("anyBare") String bare) {
        LicensePlate once = LicensePlate.of(bare).orElseThrow();
        assertEquals(bare, once.bare());
        assertEquals(Optional.of(once), LicensePlate.of(once.formatted()));
    }

    @Provide
    Arbitrary<Plate> plates() {
        return Arbitraries.oneOf(grouped(), grouped(), german());
    }

    @Provide
    Arbitrary<Plate> grouped() {
        return Arbitraries.oneOf(of(Country.NL, DUTCH), of(Country.BE, BELGIAN));
    }

    /** German plates: district, letters, digits and mark; at most eight characters. */
    @Provide
    Arbitrary<Plate> german() {
        var digits = Arbitraries.integers().between(1, 9_999);
        return Combinators.combine(
                        letters("ABDEHIMUXZ\u00C4\u00D6\u00DC", 3),
                        letters("ABEHOQZ", 2),
                        digits,
                        Arbitraries.of("", "", "E", "H"))
                .as((district, letters, number, mark) -> district + "-" + letters + " " + number + mark)
                .map(formatted -> new Plate(Country.DE, formatted))
                .filter(plate -> plate.bare().length() <= 8);
    }

    @Provide
    Arbitrary<String> anyBare() {
        return Arbitraries.oneOf(
                grouped().map(Plate::bare),
                german().map(Plate::bare),
                Arbitraries.strings()
                        .withChars("ABEHXZ\u00C4\u00D6\u00DC01239")
                        .ofMinLength(1)
                        .ofMaxLength(10));
    }

    private static Arbitrary<Plate> of(Country country, List<String> patterns) {
        return Arbitraries.of(patterns)
                .flatMap(pattern -> Combinators.combine(
                                Arbitraries.chars().range('A', 'Z').list().ofSize(pattern.length()),
                                Arbitraries.chars().range('0', '9').list().ofSize(pattern.length()))
                        .as((letters, digits) -> filled(pattern, letters, digits)))
                .map(formatted -> new Plate(country, formatted));
    }

    private static String filled(String pattern, List<Character> letters, List<Character> digits) {
        var plate = new StringBuilder(pattern);
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case 'X' -> plate.setCharAt(i, letters.get(i));
                case '9' -> plate.setCharAt(i, digits.get(i));
                default -> {}
            }
        }
        return plate.toString();
    }

    private static Arbitrary<String> letters(String of, int most) {
        return Arbitraries.strings().withChars(of).ofMinLength(1).ofMaxLength(most);
    }
}
