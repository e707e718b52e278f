package app.forecourt.ui.keys;

import static java.util.stream.Collectors.toSet;
import static javafx.scene.input.KeyCode.COMMA;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.ui.words.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.Test;

/** Consistency of the accelerators with the key sheet and the guide. */
class KeysTest {
    private static final Set<KeyCode> BESIDE_LETTERS = EnumSet.of(ENTER, COMMA);

    private final Messages messages = new Messages(Locale.UK, Clock.systemUTC());

    private static List<KeySheetEntry> allBindings() {
        return Stream.of(KeySheetEntry.Part.values())
                .map(KeySheetEntry::bindingsIn)
                .flatMap(List::stream)
                .toList();
    }

    /** Returns a row of the guide's table. */
    private String row(KeySheetEntry key) {
        return "| %s | %s | %s |"
                .formatted(
                        messages.get("keys.part." + Messages.key(key.part())),
                        key.keyText(messages),
                        key.description(messages));
    }

    @Test
    void guideListsKeysOfSheet() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("src/site/markdown/guide/keys.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
        assertEquals(String.join("\n", allBindings().stream().map(this::row).toList()), String.join("\n", rows));
    }

    @Test
    void keysAndCombinationsAreUnique() {
        List<KeySheetEntry> keys = allBindings();
        assertEquals(
                Stream.concat(Stream.of(WindowShortcut.values()), Stream.<KeySheetEntry>of(LocalShortcut.values()))
                        .collect(toSet()),
                new HashSet<>(keys));
        assertEquals(WindowShortcut.values().length + LocalShortcut.values().length, keys.size());
        assertEquals(
                WindowShortcut.values().length,
                Stream.of(WindowShortcut.values())
                        .map(WindowShortcut::combination)
                        .distinct()
                        .count());
    }

    @Test
    void sheetHasEveryPartOnce() {
        assertEquals(
                List.of(KeySheetEntry.Part.values()),
                KeySheetEntry.COLUMNS.stream().flatMap(List::stream).sorted().toList());
    }

    /** On a Belgian keyboard digits and most other signs need Shift or AltGr, so they can't be shortcuts. */
    @Test
    void shortcutsWorkOnAzertyKeyboard() {
        for (WindowShortcut shortcut : WindowShortcut.values()) {
            KeyCode code = ((KeyCodeCombination) shortcut.combination()).getCode();
            assertTrue(
                    code.isLetterKey() || code.isFunctionKey() || BESIDE_LETTERS.contains(code),
                    shortcut.keyText(messages));
        }
    }

    @Test
    void keysAsText() {
        assertEquals("Ctrl Shift Enter", WindowShortcut.PUBLISH.keyText(messages));
        assertEquals("Send   Ctrl ↵", WindowShortcut.SEND.appendTo("Send", messages));
        assertEquals("Ctrl ,", WindowShortcut.SETTINGS.keyText(messages));
        assertEquals("F1", WindowShortcut.KEYS.keyText(messages));
    }
}
