package app.forecourt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide names labels and keys as the English window does. */
class WindowWordsTest {
    private static final Path WORDS = Path.of("src/main/resources/app/forecourt/ui/words/words.properties");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern KEYS = Pattern.compile("<kbd>([^<]*)</kbd>");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    /** Keys that act as in every program. */
    private static final Set<String> USUAL = Set.of("Enter", "Tab", "Shift Tab", "Esc", "Space", "Delete",
            "Backspace",
            "Insert", "Home", "End", "↑", "↓", "←", "→", "Ctrl A", "Ctrl C", "Ctrl V", "Ctrl Z", "Cmd",
            "Ctrl", "Alt");

    private static List<Pattern> windowTexts() throws IOException {
        var words = new Properties();
        try (Reader file = Files.newBufferedReader(WORDS)) {
            words.load(file);
        }
        Stream<String> texts = words.values().stream().map(Object::toString)
                .flatMap(text -> Stream.of(text, text.toUpperCase()).filter(form -> form.equals(text)
                        || form.length() <= "production".length()));
        return texts.map(text -> PLACEHOLDER.splitAsStream(text.replace("''", "'") + "\0")
                .map(part -> Pattern.quote(part.replace("\0", ""))).collect(Collectors.joining(".+")))
                .map(text -> Pattern.compile(text + "…?")).toList();
    }

    @Test
    void boldTextIsInWindow() throws IOException {
        List<Pattern> window = windowTexts();
        List<String> bold = ManualPage.guide().stream().flatMap(page -> BOLD.matcher(page.prose()).results()
                .map(match -> match.group(1).replaceAll("\\s+", " "))).distinct().toList();
        assertTrue(bold.size() > 50, () -> "only " + bold);
        assertEquals("", bold.stream()
                .filter(text -> window.stream().noneMatch(words -> words.matcher(text).matches()))
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
