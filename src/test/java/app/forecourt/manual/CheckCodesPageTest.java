package app.forecourt.manual;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.Problem;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of all checks, compared with their codes and sentences. */
class CheckCodesPageTest {
    private static final String HEADER = "| code | the form says | meaning | shown |";

    /** A row of the page. The code is the number, as in the window. */
    private record Check(int code, String kind, String sentence, String shown) {}

    private static List<Check> checks() throws IOException {
        ManualPage page = ManualPage.read("reference/checks.md");
        return Stream.of("Information", "Warnings", "Errors")
                .flatMap(kind -> page.section(kind).table(HEADER).stream()
                        .map(row -> new Check(
                                Integer.parseInt(row.getFirst()),
                                kind,
                                row.get(1).replace("**", ""),
                                row.getLast())))
                .toList();
    }

    private static Map<Integer, Problem.Code> codes() {
        return Arrays.stream(Problem.Code.values()).collect(toMap(Problem.Code::number, Function.identity()));
    }

    private static String kind(Problem.Code code) {
        return code.isError() ? "Errors" : code.isInformation() ? "Information" : "Warnings";
    }

    private static String shown(Problem.Code code) {
        return switch (code.displayTime()) {
            case IMMEDIATELY -> "at once";
            case ON_FOCUS_LOSS -> "on leaving";
            case ON_SEND -> "on sending";
        };
    }

    @Test
    void everyCodeStandsOnceInItsKindAndInOrder() throws IOException {
        assertEquals(
                Arrays.stream(Problem.Code.values())
                        .sorted(Comparator.comparing(Problem.Code::number))
                        .map(code -> code.number() + " " + kind(code) + ", " + shown(code))
                        .toList(),
                checks().stream()
                        .map(check -> check.code() + " " + check.kind() + ", " + check.shown())
                        .toList());
    }

    @Test
    void sentencesAreThoseOfTheForm() throws IOException {
        Map<String, String> messages = WindowMessages.startingWith("problem.");
        for (Check check : checks()) {
            String key = codes().get(check.code()).messageKey();
            assertTrue(
                    messages.keySet().stream()
                            .filter(name -> name.equals(key) || name.startsWith(key + "."))
                            .anyMatch(name -> WindowMessages.isOf(messages.get(name), check.sentence())),
                    () -> check.code() + " " + check.sentence());
        }
    }
}
