package app.forecourt.manual;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Guide and reference name labels, messages and keys as the English window does. */
class WindowWordsTest {
    /** Only the names of the environments are written in capitals. */
    private static final int LONGEST_PROFILE = "production".length();

    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern ITALIC = Pattern.compile("(?<![*\\w])\\*([^*\n]+)\\*");
    /** A value in a message: left out, or a name that the window has in place of a placeholder. */
    private static final Pattern VALUE_IN_PROBLEM = Pattern.compile("…|STAGING|PRODUCTION|PRACTICE");

    private static final Pattern VALUE =
            Pattern.compile(VALUE_IN_PROBLEM.pattern() + "|Staging|Production|Practice|\\bRDW\\b");
    /** A word, or two short ones as "is at". */
    private static final Pattern WORD = Pattern.compile("\\p{L}{3}|\\p{L}{2} \\p{L}{2}");

    private static final Pattern KEYS = Pattern.compile("<kbd>([^<]*)</kbd>");
    /** Keys that act as in every program. */
    private static final Set<String> USUAL = Set.of(
            "Enter",
            "Tab",
            "Shift Tab",
            "Esc",
            "Space",
            "Delete",
            "Backspace",
            "Insert",
            "Home",
            "End",
            "↑",
            "↓",
            "←",
            "→",
            "Ctrl A",
            "Ctrl C",
            "Ctrl V",
            "Ctrl Z",
            "Cmd",
            "Ctrl",
            "Alt");

    @Test
    void boldTextIsInWindow() throws IOException {
        // A message of placeholders alone would allow any text.
        List<Pattern> window = WindowMessages.startingWith("").values().stream()
                .flatMap(WindowMessages::forms)
                .filter(text -> !text.contains("{")
                        || WORD.matcher(WindowMessages.literal(text)).find())
                .flatMap(text -> Stream.of(text, text + "…", text.toUpperCase(Locale.ROOT))
                        .filter(form ->
                                !form.equals(text.toUpperCase(Locale.ROOT)) || form.length() <= LONGEST_PROFILE))
                .map(WindowMessages::pattern)
                .toList();
        List<String> bold = Stream.of("guide", "reference")
                .map(ManualPage.PAGES::resolve)
                .flatMap(folder -> ManualPage.in(folder).stream())
                .flatMap(page -> BOLD.matcher(page.prose())
                        .results()
                        .map(match -> match.group(1).replaceAll("\\s+", " ")))
                .distinct()
                .toList();
        assertTrue(bold.size() > 50, () -> "only " + bold);
        assertEquals(
                "",
                bold.stream()
                        .filter(text -> window.stream()
                                .noneMatch(message -> message.matcher(text).matches()))
                        .collect(joining("\n")));
    }

    /** A message may be abbreviated at both ends, and by … in between or for a value. */
    @Test
    void italicTextIsPartOfMessage() throws IOException {
        Map<String, List<String>> messages = WindowMessages.startingWith("").entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> WindowMessages.forms(entry.getValue())
                                .map(WindowMessages::abbreviated)
                                .toList()));
        List<String> italic = ITALIC.matcher(
                        BOLD.matcher(ManualPage.read("guide/troubleshooting.md").prose())
                                .replaceAll(""))
                .results()
                .map(match -> match.group(1).replaceAll("\\s+", " "))
                .distinct()
                .toList();
        assertTrue(italic.size() > 40, () -> "only " + italic);
        assertEquals(
                "",
                italic.stream()
                        .filter(text -> messages.entrySet().stream()
                                .noneMatch(entry -> entry.getValue().stream()
                                        .anyMatch(message -> isPartOf(entry.getKey(), message, text))))
                        .collect(joining("\n")));
    }

    /** The problems of a car name the environments in capitals. */
    private static boolean isPartOf(String key, String message, String text) {
        Pattern value = key.startsWith("problem.") ? VALUE_IN_PROBLEM : VALUE;
        return Pattern.compile(Stream.of(value.split(text))
                        .map(String::strip)
                        .map(Pattern::quote)
                        .collect(joining(".*")))
                .matcher(message)
                .find();
    }

    @Test
    void partsOfMessagesAreFound() {
        String message = WindowMessages.abbreviated("{0}''s answer of {1} can''t be read: {2}");
        assertEquals(
                List.of(true, true, true, true, false, false),
                Stream.of(
                                "of STAGING can't be read",
                                "of Staging can't be read",
                                "answer … be read",
                                "…'s answer",
                                "of staging can't",
                                "be read … answer")
                        .map(text -> isPartOf("cause.unreadable", message, text))
                        .toList());
        assertTrue(isPartOf("problem.unreadable", message, "of STAGING can't be read"));
        assertFalse(isPartOf("problem.unreadable", message, "of Staging can't be read"));
    }

    @Test
    void keysAreInTable() throws IOException {
        Set<String> keys = Files.readAllLines(ManualPage.PAGES.resolve("guide/keys.md")).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.split(" \\| ")[1])
                .flatMap(cell -> Stream.of(cell.split(", | in the .*")))
                .collect(toSet());
        List<String> named = ManualPage.all().stream()
                .flatMap(page -> KEYS.matcher(page.withoutBlocks()).results().map(match -> match.group(1)))
                .distinct()
                .toList();
        assertTrue(named.size() > 20, () -> "only " + named);
        assertEmpty(named.stream()
                .filter(key -> !USUAL.contains(key) && !keys.contains(key))
                .toList());
    }
}
