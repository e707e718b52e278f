package app.forecourt.ui.keys;

import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.stream.Stream;

/** Something that the keyboard does, as the key sheet and the README tell it. */
sealed interface KeyBinding permits WindowShortcut, ControlKey {
    /** The parts of the README's table, in its order. */
    enum Part {
        CARS, SENDING, FORM, LIST, OPTIONS, PHOTOS, TEXT, PROGRAM
    }

    /** The columns of the sheet: the parts that stand below each other. */
    List<List<Part>> COLUMNS = List.of(List.of(Part.CARS, Part.LIST), List.of(Part.FORM, Part.SENDING),
            List.of(Part.OPTIONS, Part.PHOTOS), List.of(Part.TEXT, Part.PROGRAM));

    /** The keys of a part, in its order. */
    static List<KeyBinding> of(Part part) {
        return Stream.concat(Stream.of(WindowShortcut.values()), Stream.<KeyBinding>of(ControlKey.values()))
                .filter(key -> key.part() == part).toList();
    }

    Part part();

    /** The keys to press, written out: {@code Ctrl Shift Enter}. */
    String press(Messages words);

    /** What they do. */
    String does(Messages words);
}
