package app.forecourt.ui.keys;

import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * An accelerator text at the right of a menu item, in the language of the window. It is display only and matches no
 * key. The accelerators themselves are registered with the scene, which would lose them each time the menu is rebuilt.
 */
public final class DisplayOnlyAccelerator extends KeyCombination {
    private final String keys;

    public DisplayOnlyAccelerator(String keys) {
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

    /** Compares by identity, because the scene would merge accelerators with equal modifiers. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
