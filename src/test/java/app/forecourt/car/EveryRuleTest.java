package app.forecourt.car;

import static app.forecourt.car.Cases.CHECK;
import static app.forecourt.car.Cases.GOOD;
import static app.forecourt.car.Cases.LIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule that is decided here, with a draft that breaks it and no other. */
class EveryRuleTest {

    static Stream<Arguments> drafts() {
        return Stream.of(broken(Rule.NO_IDENTITY, CarField.LICENSE_PLATE, " "),
                broken(Rule.REQUIRED, CarField.DEALERSHIP_ID, ""), broken(Rule.REQUIRED, CarField.BRAND, " "),
                broken(Rule.REQUIRED, CarField.MODEL, "\u00A0"),
                broken(Rule.REQUIRED, CarField.SALES_PRICE, "\t"),
                broken(Rule.NOT_A_NUMBER, CarField.NUMBER_OF_DOORS, "4,5", "4,5"),
                broken(Rule.NOT_A_NUMBER, CarField.YEAR_OF_CONSTRUCTION, "19", "19"),
                broken(Rule.NOT_AN_AMOUNT, CarField.SALES_PRICE, "1.23.456", "1.23.456"),
                broken(Rule.OUT_OF_RANGE, CarField.GEARS, "0", 1L, 99L),
                broken(Rule.TOO_LOW, CarField.SALES_PRICE, "0", 1L),
                broken(Rule.NOT_A_DATE, CarField.DATE_OF_FIRST_REGISTRATION, "31-02-2024", "31-02-2024"),
                broken(Rule.IN_THE_FUTURE, CarField.DATE_OF_FIRST_REGISTRATION, "25-11-2026"),
                broken(Rule.BEFORE_CARS, CarField.YEAR_OF_CONSTRUCTION, "1885"),
                broken(Rule.VIN_LENGTH, CarField.VIN, "WAVWGBFH3AN02656", 16),
                broken(Rule.VIN_CHARACTER, CarField.VIN, "WAVWGBFH3ANO26569", "O", 12),
                broken(Rule.TOO_LONG, CarField.VERSION, "x".repeat(122), 121, 122),
                broken(Rule.CONTROL_CHARACTER, CarField.VERSION, "a\tb"),
                broken(Rule.CONTROL_CHARACTER, CarField.DESCRIPTION, "a\u0007b"),
                broken(Rule.CONTROL_CHARACTER, CarField.BRAND, "b\u0085mw"),
                broken(Rule.CONTROL_CHARACTER, CarField.TAGS, "new,a\nb"),
                broken(Rule.CONTROL_CHARACTER, CarField.DESCRIPTION, "half \uD83D a car"),
                broken(Rule.NOT_HTTPS, CarField.IMAGES, "http://a.nl/1.jpg", "http://a.nl/1.jpg", 1),
                broken(Rule.TOO_MANY, CarField.IMAGES, "https://a.nl/1.jpg\n".repeat(31), 30, 31),
                arguments(Rule.UNKNOWN_OPTION, GOOD.withOptions(List.of("abs", "wings")),
                        Problem.of(CarField.OPTIONS, Rule.UNKNOWN_OPTION, "wings")),
                arguments(Rule.OPTION_TWICE, GOOD.withOptions(List.of("abs", "ac", "abs", "abs")),
                        Problem.of(CarField.OPTIONS, Rule.OPTION_TWICE, "abs")),
                broken(Rule.NOT_A_PLATE, CarField.LICENSE_PLATE, "XD*9913", "XD*9913"),
                broken(Rule.NOT_A_CODE, CarField.CURRENCY, "EURO", "EURO"));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void isTold(Rule rule, CarDraft draft, Problem problem) {
        Checked checked = CHECK.check(draft, LIST);
        assertEquals(List.of(problem), checked.problems());
        assertEquals(rule.blocks() ? Checked.Faulty.class : Checked.Ready.class, checked.getClass());
    }

    @Test
    void optionsWithoutAListAreAWarning() {
        Checked checked = CHECK.check(GOOD.withOptions(List.of("wings")), Optional.empty());
        assertEquals(List.of(Problem.of(CarField.OPTIONS, Rule.OPTIONS_UNCHECKED)), checked.problems());
        assertInstanceOf(Checked.Ready.class, checked);
    }

    @Test
    void noOptionsNeedNoList() {
        assertEquals(List.of(), CHECK.check(GOOD, Optional.empty()).problems());
    }

    @Test
    void optionsWithoutAListAreStillToldWhenTwice() {
        assertEquals(
                List.of(Problem.of(CarField.OPTIONS, Rule.OPTIONS_UNCHECKED),
                        Problem.of(CarField.OPTIONS, Rule.OPTION_TWICE, "wings")),
                CHECK.check(GOOD.withOptions(List.of("wings", "wings")), Optional.empty()).problems());
    }

    @Test
    void everyRuleHasItsCase() {
        var covered = drafts().map(draft -> (Rule) draft.get()[0])
                .collect(Collectors.toCollection(() -> EnumSet.of(Rule.OPTIONS_UNCHECKED)));
        var decidedHere = Arrays.stream(Rule.values()).filter(rule -> rule.code() < 390)
                .filter(rule -> rule != Rule.TOO_MUCH_PASTED).collect(Collectors.toSet());
        assertEquals(decidedHere, covered);
    }

    @Test
    void codesAreUnique() {
        assertEquals(Rule.values().length, Arrays.stream(Rule.values()).map(Rule::code).distinct().count());
    }

    private static Arguments broken(Rule rule, CarField field, String text, Object... args) {
        return arguments(rule, GOOD.with(field, text), Problem.of(field, rule, args));
    }
}
