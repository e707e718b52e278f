package app.forecourt.ui.keys;

/**
 * Action of the program as the palette lists it.
 *
 * @param id name that is the same in all languages
 * @param title name in the window's language
 * @param keys keys to press as the key sheet writes them; empty without any
 * @param words further words by which the search finds the action
 * @param obstacle reason why the action has no effect now; empty if it can run
 * @param action action to run
 */
public record PaletteCommand(String id, String title, String keys, String words, String obstacle, Runnable action) {
    /** Creates a command without keys, which can always run. */
    public PaletteCommand(String id, String title, Runnable action) {
        this(id, title, "", "", "", action);
    }

    public PaletteCommand withKeys(String newKeys) {
        return new PaletteCommand(id, title, newKeys, words, obstacle, action);
    }

    /** Returns this command with further words for the search. */
    public PaletteCommand withWords(String newWords) {
        return new PaletteCommand(id, title, keys, newWords, obstacle, action);
    }

    /** Returns this command with a reason why it has no effect if a condition does not hold. */
    public PaletteCommand onlyIf(boolean condition, String reason) {
        return condition ? this : new PaletteCommand(id, title, keys, words, reason, action);
    }

    /** Returns whether the action can run now. */
    public boolean isAvailable() {
        return obstacle.isEmpty();
    }
}
