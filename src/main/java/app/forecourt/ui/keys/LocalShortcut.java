package app.forecourt.ui.keys;

import app.forecourt.ui.words.Messages;

/**
 * Key bindings of single controls, handled by the control's class or by JavaFX. They are listed here for the key sheet
 * only.
 */
public enum LocalShortcut implements KeySheetEntry {
    // @formatter:off
    NEXT_FIELD(Part.FORM),
    TAKE(Part.FORM),
    KNOWN_WORDS(Part.FORM),
    LOOK_UP(Part.FORM),
    TAKE_BACK(Part.FORM),

    UNDO_SENDING(Part.SENDING),

    CHOOSE_OPTION(Part.OPTIONS),
    OPTION_LIST(Part.OPTIONS),
    GROUP(Part.OPTIONS),
    PASTED(Part.OPTIONS),

    TO_PHOTOS(Part.PHOTOS),
    MOVE_PHOTO(Part.PHOTOS),
    CHANGE_PHOTOS(Part.PHOTOS),
    SHOW_PHOTO(Part.PHOTOS),

    TAKE_TEXT(Part.TEXT),
    BLOCKS(Part.TEXT),
    FROM_CAR(Part.TEXT),
    PRINT(Part.TEXT),

    TO_LIST(Part.LIST),
    NEXT_CAR(Part.LIST),
    DELETE(Part.LIST),
    UNDO(Part.LIST),
    RENAME(Part.LIST),

    CLOSE(Part.PROGRAM),
    PROFILE(Part.PROGRAM);
    // @formatter:on

    private final Part part;

    LocalShortcut(Part part) {
        this.part = part;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public String keyText(Messages messages) {
        return messages.get("keys." + Messages.key(this) + ".press");
    }
}
