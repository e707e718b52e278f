package app.forecourt.ui.keys;

import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.stream.Stream;

/** Key binding as listed in the key sheet and in the guide. */
sealed interface KeySheetEntry permits WindowShortcut, LocalShortcut {
    /** Parts of the guide's table, in its order. */
    enum Part {
        CARS,
        SENDING,
        FORM,
        LIST,
        OPTIONS,
        PHOTOS,
        TEXT,
        PROGRAM
    }

    /** Columns of the key sheet, each with its parts from top to bottom. */
    List<List<Part>> COLUMNS = List.of(
            List.of(Part.CARS, Part.LIST),
            List.of(Part.FORM, Part.SENDING),
            List.of(Part.OPTIONS, Part.PHOTOS),
            List.of(Part.TEXT, Part.PROGRAM));

    /** Returns the key bindings of a part, in their order. */
    static List<KeySheetEntry> bindingsIn(Part part) {
        return Stream.concat(Stream.of(WindowShortcut.values()), Stream.<KeySheetEntry>of(LocalShortcut.values()))
                .filter(key -> key.part() == part)
                .toList();
    }

    Part part();

    /** Returns the keys to press as text, such as {@code Ctrl Shift Enter}. */
    String keyText(Messages messages);

    /** Returns the description of the action. */
    default String description(Messages messages) {
        return messages.get("keys." + Messages.key((Enum<?>) this));
    }
}
