package app.forecourt.ui.fx;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys that do the same as a menu's item, shown at its right in the window's language. They only stand there: the
 * keys themselves are the scene's, which would lose them each time the menu is made anew.
 */
public final class AcceleratorText extends KeyCombination {
    private final String keys;

    public AcceleratorText(String keys) {
        this.keys = keys;
    }

    @Override
    public boolean match(KeyEvent event) {
        return false;
    }

    @Override
    public String getName() {
        return keys;
    }

    @Override
    public String getDisplayText() {
        return keys;
    }

    /** Each is of its own item: by its modifiers alone, all would be one to the scene. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
