package app.forecourt.ui.form;

/**
 * The text of a note, and the same in few words for a note that is cut off otherwise.
 *
 * @param brief the same as the whole text if there are no fewer words
 */
record NoteText(String whole, String brief) {
    static final NoteText EMPTY = new NoteText("", "");
    private static final String SEPARATOR = "  ·  ";

    NoteText(String whole) {
        this(whole, whole);
    }

    boolean isEmpty() {
        return whole.isEmpty();
    }

    /** Returns this text and another one behind it. */
    NoteText and(NoteText next) {
        return next.isEmpty() ? this
                : isEmpty() ? next
                        : new NoteText(whole + SEPARATOR + next.whole, brief + SEPARATOR + next.brief);
    }
}
