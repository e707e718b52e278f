package app.forecourt.option.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Vin;
import app.forecourt.car.check.ProblemCases;
import app.forecourt.option.CarOption;
import app.forecourt.option.SampleOptionList;
import app.forecourt.proof.GeneratedInputs;
import app.forecourt.text.DateParser;
import app.forecourt.text.Language;
import app.forecourt.text.LenientProperties;
import app.forecourt.text.NumberParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of all parsers with generated texts: typed, pasted, or in a user's vocabulary file. */
@Tag("stress")
class GeneratedTextsTest {
    private static final Set<String> UNITS = Set.of("EUR", "\u20AC", "KM");
    private static final List<String> NUMBERS = List.of(
            "15.944,63",
            "15,944.63",
            "15 944,63",
            "15944.63",
            "15'944",
            "\u20AC 15.944,-",
            "48.250 km",
            "-5",
            "4,0",
            "1.234.567,89");
    private static final List<String> DAYS =
            List.of("16-09-2022", "16/9/2022", "16.9.2022", "16092022", "2022-09-16", "29-02-2024");
    /** Latest date with a year of two digits. */
    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);

    private static final List<String> PLATES =
            List.of("XF-100-F", "xd9913", "NL XF 100 F", "1-ABC-234", "B MW 1234", "M\u00DC-AB 123E", "83-XPG-7");
    private static final List<String> VINS =
            List.of("WAVWGBFH3AN026569", "WVWZZZCDZNW123456", "wav wgbfh3-an026569", "1FTFW1ETXDFA0OI23");
    private static final List<CarOption> LISTED = SampleOptionList.practiceOptions("PRODUCTION_LIKE");
    private static final List<String> FIELDS = Stream.of(
                    NUMBERS,
                    DAYS,
                    PLATES,
                    VINS,
                    List.of(
                            "volkswagn",
                            "zwart",
                            "101 hp",
                            "https://a.nl/1.jpg\nhttps://a.nl/2.jpg",
                            "new, one owner",
                            "Semi-automatic"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> OWN = List.of(
            "brand = dfsk\nmodel.dfsk = glory 580, seres 3\n",
            "# a comment\nbodyColor.matt_black = Matt black | Matzwart | Mattschwarz | Noir mat\n",
            "fuelType.petrol = | | Super bleifrei\\\n  mehr\nwmi.dfsk = LVZ\n");
    /** Allowed bytes per character: {@code Properties} allocates 16 KB for each line, even of one character. */
    private static final long A_LINE = 12_000;
    /** Factor for pasted lists, because a list takes a hundred times as long as a number. */
    private static final int LISTS = 10;

    @Test
    void generatedTextsNeverThrow() {
        var generated = new GeneratedInputs();
        generated.checkTexts("number", NUMBERS, text -> {
            NumberParser.parseWholeNumber(text, UNITS);
            Optional<BigDecimal> amount = NumberParser.parseAmount(text, UNITS);
            amount.ifPresent(number -> assertEquals(amount, NumberParser.parseAmount(number.toPlainString(), UNITS)));
        });
        generated.checkTexts(
                "day",
                DAYS,
                text -> DateParser.parse(text, LAST)
                        .filter(day -> day.getYear() > 0)
                        .ifPresent(day -> assertEquals(Optional.of(day), DateParser.parse(day.toString(), LAST))));
        generated.checkTexts(
                "plate",
                PLATES,
                text -> LicensePlate.of(text)
                        .ifPresent(plate -> assertEquals(
                                plate.bare(),
                                LicensePlate.of(plate.formatted()).orElseThrow().bare())));
        generated.checkTexts("VIN", VINS, text -> {
            Vin vin = new Vin(text);
            vin.invalidPosition().ifPresent(vin::characterAt);
            vin.corrected().ifPresent(meant -> assertTrue(new Vin(meant).isValid()));
            if (vin.isValid()) {
                vin.computedCheckDigit();
                vin.modelYear(2027);
            }
            assertEquals(vin.text(), new Vin(vin.text()).text());
        });
        generated.check(
                "field of a car",
                1,
                random -> new Typed(
                        CarField.values()[random.nextInt(CarField.values().length)],
                        GeneratedInputs.mutated(FIELDS, random)),
                typed -> ProblemCases.check(ProblemCases.GOOD.with(typed.field, typed.text)));
        generated
                .withBytesPerCharacter(A_LINE)
                .checkTexts(
                        "file of own words",
                        OWN,
                        text -> assertNotNull(LenientProperties.read(new StringReader(text))));
        generated.withBytesPerCharacter(GeneratedInputs.USUAL);
        List<String> lists = Stream.of("nl", "de", "en", "fr", "mixed", "held-out")
                .map(SampleOptionList::of)
                .flatMap(list -> list.text().lines())
                .filter(line -> !line.isBlank())
                .toList();
        generated.checkTexts(
                "option that is looked for",
                LISTS,
                lists,
                text -> SampleOptionList.CATALOGUE.find(text, Language.ENGLISH));
        generated.checkTexts("pasted list, a line", LISTS, lists, text -> assertRead(text));
        List<String> whole = Stream.of("nl", "de", "en", "fr", "mixed")
                .map(SampleOptionList::of)
                .map(SampleOptionList::text)
                .toList();
        generated.checkTexts("pasted list, whole", 100 * LISTS, whole, text -> assertRead(text));
    }

    private record Typed(CarField field, String text) {}

    private static void assertRead(String text) {
        List<CarOption> found = SampleOptionList.CATALOGUE.parse(text, Set.of()).matches().stream()
                .map(PasteResult.Match::option)
                .toList();
        assertEquals(found.size(), Set.copyOf(found).size());
        assertTrue(LISTED.containsAll(found));
    }
}
