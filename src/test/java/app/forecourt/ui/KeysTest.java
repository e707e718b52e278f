package app.forecourt.ui;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.junit.jupiter.api.Test;

/** The keys of the window, of its sheet and of the README are the same ones. */
class KeysTest {
    private static final Set<KeyCode> BESIDE_LETTERS = EnumSet.of(KeyCode.ENTER, KeyCode.COMMA);

    private final Messages words = new Messages(Locale.UK, Clock.systemUTC());

    private static List<Key> all() {
        return Stream.of(Key.Part.values()).map(Key::of).flatMap(List::stream).toList();
    }

    /** As they stand in the README's table. */
    private String row(Key key) {
        return "| %s | %s | %s |".formatted(words.get("keys.part." + Messages.key(key.part())), key.press(words),
                key.does(words));
    }

    @Test
    void readmeTellsTheKeysThatAreOnTheSheet() throws IOException {
        List<String> told = Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("## Keys")).skip(1).takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ")).skip(1).toList();
        assertEquals(String.join("\n", all().stream().map(this::row).toList()),
                String.join("\n", told));
    }

    @Test
    void sheetHasEveryKeyOnceAndNoCombinationDoesTwoThings() {
        List<Key> keys = all();
        assertEquals(Stream.concat(Stream.of(Shortcut.values()), Stream.<Key>of(ControlKey.values()))
                .collect(Collectors.toSet()), new HashSet<>(keys));
        assertEquals(Shortcut.values().length + ControlKey.values().length, keys.size());
        assertEquals(Shortcut.values().length,
                Stream.of(Shortcut.values()).map(Shortcut::combination).distinct().count());
    }

    @Test
    void sheetHasEveryPartOnce() {
        assertEquals(List.of(Key.Part.values()),
                Key.COLUMNS.stream().flatMap(List::stream).sorted().toList());
    }

    /** On a Belgian keyboard digits and most other signs need Shift or AltGr, and a shortcut with those is none. */
    @Test
    void everyShortcutLiesInTheOpenOnAnAzertyKeyboard() {
        for (Shortcut shortcut : Shortcut.values()) {
            KeyCode code = ((KeyCodeCombination) shortcut.combination()).getCode();
            assertTrue(code.isLetterKey() || code.isFunctionKey() || BESIDE_LETTERS.contains(code),
                    shortcut.press(words));
        }
    }

    @Test
    void keysAsPeopleReadThem() {
        assertEquals("Ctrl Shift Enter", Shortcut.PUBLISH.press(words));
        assertEquals("Send   Ctrl ↵", Shortcut.SEND.behind("Send", words));
        assertEquals("Ctrl ,", Shortcut.SETTINGS.press(words));
        assertEquals("F1", Shortcut.KEYS.press(words));
    }
}
