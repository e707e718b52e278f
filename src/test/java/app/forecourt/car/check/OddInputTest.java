package app.forecourt.car.check;

import static app.forecourt.car.CarField.DATE_OF_FIRST_REGISTRATION;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.car.check.ProblemCases.GOOD;
import static app.forecourt.car.check.ProblemCases.check;
import static app.forecourt.car.check.ProblemCases.errors;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.Problem;
import app.forecourt.testing.Cases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests with odd pasted texts: each field has a value or a problem, and never throws. */
class OddInputTest {
    private static final int MEGABYTE = Cases.times(42_000, 1_000_000);

    /** Texts that are invalid in every field. */
    static Stream<String> neverValid() {
        return Stream.of(
                "9".repeat(MEGABYTE),
                "x".repeat(MEGABYTE),
                "a,".repeat(MEGABYTE / 2),
                "\uD83D\uDE97".repeat(MEGABYTE / 4),
                "\n-\u0000".repeat(MEGABYTE / 3),
                "https://a.nl/" + "x".repeat(MEGABYTE),
                "\u0000",
                "4\u0000",
                "\u001B[31m4",
                "\uD83D",
                "\uDE97\uD83D");
    }

    /** Texts that are no number, amount, date, VIN or web address. */
    static Stream<String> onlyText() {
        return Stream.of(
                "1e309",
                "-1e309",
                "NaN",
                "Infinity",
                "29-02-1900",
                "\u200F4\u200E",
                "\u202E4\u202C",
                "\uFEFF4",
                "\uD83D\uDE97",
                "\uFF14",
                "\u0664",
                "\u00BD",
                "0x1p3",
                "'; drop table cars; --",
                "=1+1",
                "null",
                "{}",
                "%s%n",
                "${x}");
    }

    static Stream<Arguments> numbers() {
        return Stream.of(CarField.values())
                .filter(field -> Set.of(FieldType.INTEGER, FieldType.YEAR, FieldType.MONEY, FieldType.DATE)
                        .contains(field.type()))
                .flatMap(field -> Stream.of("-0", "99999999999999999999", "1,2,3", "--1", "-9223372036854775809")
                        .map(text -> Arguments.of(field, text)));
    }

    @ParameterizedTest
    @MethodSource("neverValid")
    void neverValidTextIsRejectedEverywhere(String text) {
        assertEquals(fieldsExcept(Set.of(FieldType.FLAG, FieldType.OPTIONS)), fieldsWithProblems(text));
        assertNoValue(text);
    }

    @ParameterizedTest
    @MethodSource("onlyText")
    void oddTextIsAcceptedOnlyAsText(String text) {
        var strict = Set.of(
                FieldType.INTEGER, FieldType.YEAR, FieldType.MONEY, FieldType.DATE, FieldType.VIN, FieldType.LINKS);
        var wrong = fieldsWithProblems(text);
        for (CarField field : CarField.values()) {
            if (strict.contains(field.type())) {
                assertTrue(wrong.contains(field), field.name());
                assertEmpty(ProblemCases.parsedValue(field, text));
            }
        }
        assertEquals(Optional.of(text), ProblemCases.parsedValue(VERSION, text));
        assertFalse(wrong.contains(VERSION));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void oddNumberIsRejected(CarField field, String text) {
        assertEquals(
                List.of(field), errors(field, text).stream().map(Problem::field).toList());
    }

    @Test
    void dateWithAYearOfFiveDigitsIsRejected() {
        assertEquals(
                DATE_OF_FIRST_REGISTRATION,
                errors(DATE_OF_FIRST_REGISTRATION, "01-01-99999").getFirst().field());
    }

    @ParameterizedTest
    @MethodSource("neverValid")
    void argumentsOfProblemsStayShort(String text) {
        var problems =
                check(inEveryField(text).withOptions(List.of(text, text))).problems();
        assertTrue(problems.size() <= 100, "" + problems.size());
        for (Problem problem : problems) {
            for (Object arg : problem.args()) {
                assertTrue(
                        arg.toString().length() <= 121,
                        problem.field() + " " + arg.toString().length());
                assertFalse(arg.toString().chars().anyMatch(Character::isISOControl));
            }
        }
    }

    @Test
    void rightToLeftMarksInTextAreKept() {
        assertEquals(
                "\u200Fabc\u202E",
                ProblemCases.parsedValue(VERSION, " \u200Fabc\u202E ").orElseThrow());
    }

    @Test
    void oddOptionsAreRejected() {
        var odd = List.of("\u0000", "", "x".repeat(MEGABYTE), "\u0000");
        assertEquals(
                Set.of(OPTIONS),
                check(GOOD.withOptions(odd)).problems().stream()
                        .map(Problem::field)
                        .collect(toSet()));
    }

    private static Set<CarField> fieldsWithProblems(String text) {
        return check(inEveryField(text)).problems().stream()
                .filter(problem -> problem.code().isError())
                .map(Problem::field)
                .collect(toSet());
    }

    private static CarDraft inEveryField(String text) {
        return new CarDraft(Stream.of(CarField.values()).collect(toMap(field -> field, field -> text)), List.of());
    }

    private static Set<CarField> fieldsExcept(Set<FieldType> types) {
        return Stream.of(CarField.values())
                .filter(field -> !types.contains(field.type()))
                .collect(toSet());
    }

    private static void assertNoValue(String text) {
        for (CarField field : CarField.values()) {
            if (field.type() != FieldType.FLAG) {
                assertEquals(Optional.empty(), ProblemCases.parsedValue(field, text), field.name());
            }
        }
    }
}
