package app.forecourt.manual;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.Main;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page of exit codes, compared with the entry point and its messages. {@code MainTest} runs the program. */
class ExitCodesPageTest {

    private static ManualPage page() throws IOException {
        return ManualPage.read("reference/exit-codes.md");
    }

    private static Set<Integer> numbers(List<List<String>> rows) {
        return rows.stream().map(row -> Integer.valueOf(row.getFirst())).collect(toCollection(TreeSet::new));
    }

    @Test
    void codesMatch() throws Exception {
        Set<Integer> codes = new TreeSet<>(Set.of(0));
        for (Field constant : Main.class.getDeclaredFields()) {
            if (constant.getType() == int.class) {
                constant.setAccessible(true);
                codes.add(constant.getInt(null));
            }
        }
        assertEquals(codes, numbers(page().table("| code | meaning |")));
        codes.remove(0);
        assertEquals(codes, numbers(page().table("| code | line | what to do |")));
    }

    @Test
    void printedLinesMatch() throws IOException {
        Map<String, String> messages = WindowMessages.startingWith("start.");
        List<String> lines = page().table("| code | line | what to do |").stream()
                .map(row -> row.get(1).replaceAll("^\\*|\\*$", ""))
                .toList();
        assertEquals(
                new TreeSet<>(messages.keySet()),
                lines.stream()
                        .map(line -> messages.keySet().stream()
                                .filter(key -> WindowMessages.isOf(messages.get(key), line))
                                .findFirst()
                                .orElse(line))
                        .collect(toCollection(TreeSet::new)));
        assertEquals(messages.size(), lines.size());
    }
}
