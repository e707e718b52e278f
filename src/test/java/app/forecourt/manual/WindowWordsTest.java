package app.forecourt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide names labels and keys as the English window does. */
class WindowWordsTest {
    /** Only the names of the environments are written in capitals. */
    private static final int LONGEST_PROFILE = "production".length();
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    /** A word, or two short ones as "is at". */
    private static final Pattern WORD = Pattern.compile("\\p{L}{3}|\\p{L}{2} \\p{L}{2}");
    private static final Pattern KEYS = Pattern.compile("<kbd>([^<]*)</kbd>");
    /** Keys that act as in every program. */
    private static final Set<String> USUAL = Set.of("Enter", "Tab", "Shift Tab", "Esc", "Space", "Delete",
            "Backspace",
            "Insert", "Home", "End", "↑", "↓", "←", "→", "Ctrl A", "Ctrl C", "Ctrl V", "Ctrl Z", "Cmd",
            "Ctrl", "Alt");

    @Test
    void boldTextIsInWindow() throws IOException {
        // A message of placeholders alone would allow any text.
        List<String> window = WindowMessages.startingWith("").values().stream().flatMap(WindowMessages::forms)
                .filter(text -> !text.contains("{") || WORD.matcher(WindowMessages.literal(text)).find())
                .flatMap(text -> Stream.of(text, text + "…", text.toUpperCase(Locale.ROOT))
                        .filter(form -> !form.equals(text.toUpperCase(Locale.ROOT))
                                || form.length() <= LONGEST_PROFILE))
                .toList();
        List<String> bold = ManualPage.guide().stream().flatMap(page -> BOLD.matcher(page.prose()).results()
                .map(match -> match.group(1).replaceAll("\\s+", " "))).distinct().toList();
        assertTrue(bold.size() > 50, () -> "only " + bold);
        assertEquals("", bold.stream()
                .filter(text -> window.stream().noneMatch(message -> WindowMessages.isOf(message, text)))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void keysAreInTable() throws IOException {
        Set<String> keys = Files.readAllLines(ManualPage.PAGES.resolve("guide/keys.md")).stream()
                .filter(line -> line.startsWith("| ")).map(line -> line.split(" \\| ")[1])
                .flatMap(cell -> Stream.of(cell.split(", | in the .*"))).collect(Collectors.toSet());
        List<String> named = ManualPage.all().stream()
                .flatMap(page -> KEYS.matcher(page.withoutBlocks()).results()
                        .map(match -> match.group(1)))
                .distinct().toList();
        assertTrue(named.size() > 20, () -> "only " + named);
        assertEquals(List.of(),
                named.stream().filter(key -> !USUAL.contains(key) && !keys.contains(key)).toList());
    }
}
