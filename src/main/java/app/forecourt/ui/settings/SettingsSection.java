package app.forecourt.ui.settings;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;

/** One part of the settings window. */
interface SettingsSection {

    /** Its name in the words: {@code settings.<key>}. */
    String key();

    /** What is seen of it; the same each time. */
    Node view();

    /** Controls whose text can't be kept as it is. */
    default Stream<? extends Control> wrong() {
        return Stream.empty();
    }

    /** Keeps what is chosen here. Only when nothing is wrong anywhere. */
    void save();
}
