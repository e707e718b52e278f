package app.forecourt.ui.settings;

import app.forecourt.ui.PaneTest;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.BeforeEach;

/** The base class of tests of sections of the settings, without settings of the environment. */
abstract class SectionFixture extends PaneTest {
    @BeforeEach
    final void openModelWithoutEnvironment() {
        openModel(Map.of());
    }

    /** Returns a page that scrolls, as the dialog has it. */
    static ScrollPane page(Object section) {
        ScrollPane page = new ScrollPane((Parent) section);
        page.setFitToWidth(true);
        return page;
    }

    final String note(String id) {
        return isVisible(id + "-note") ? label(id + "-note") : "";
    }

    /** Fires a button that asks a question, and waits for it. */
    final void fireAndAsk(String id) {
        Platform.runLater(() -> node(id, Button.class).fire());
        untilVisible("confirm");
    }

    @SuppressWarnings("unchecked")
    final void choose(String id, String value) {
        onFxThread(() -> ((ComboBox<String>) node(id, ComboBox.class)).setValue(value));
        layOut();
    }
}
