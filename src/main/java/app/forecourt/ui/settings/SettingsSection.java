package app.forecourt.ui.settings;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;

/** Section of the settings dialog. */
interface SettingsSection {

    /** Returns the section's key. Its title is the message {@code settings.<key>}. */
    String key();

    /** Returns the section's node, the same one on each call. */
    Node view();

    /** Returns the controls with text that can't be saved. */
    default Stream<? extends Control> invalidControls() {
        return Stream.empty();
    }

    /** Stores the values of the section. Called only if no section has invalid controls. */
    void save();
}
