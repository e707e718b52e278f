package app.forecourt.ui;

/** Something that the keyboard does, as the key sheet and the README tell it. */
sealed interface Key permits Shortcut, ControlKey {
    /** The parts of the key sheet, in its order. */
    enum Part {
        CARS, FORM, SENDING, OPTIONS, LIST, PROGRAM
    }

    Part part();

    /** The keys to press, written out: {@code Ctrl Shift Enter}. */
    String press(Words words);

    /** What they do. */
    String does(Words words);
}
