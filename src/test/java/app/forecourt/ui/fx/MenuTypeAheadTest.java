package app.forecourt.ui.fx;

import static app.forecourt.ui.InputEvents.keyTyped;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.Await;
import app.forecourt.ui.ToolkitTest;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Letters in an open menu. */
class MenuTypeAheadTest extends ToolkitTest {
    private final MenuButton menu = new MenuButton("Insert");

    @BeforeEach
    void show() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        Await.onFxThread(() -> {
            menu.getItems()
                    .setAll(Stream.of("Model", "Brand", "Body", "Build year")
                            .map(MenuItem::new)
                            .toList());
            menu.getItems().get(2).setDisable(true);
            MenuTypeAhead.install(menu);
            stage.setScene(new Scene(menu));
            stage.show();
            menu.show();
        });
    }

    @AfterEach
    void hide() throws Exception {
        Await.onFxThread(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    /** Types a letter and returns the text of the item that has the focus then. */
    private String type(String letter) {
        return Await.onFxThread(() -> {
            Scene scene = menu.getItems().getFirst().getParentPopup().getScene();
            Event.fireEvent(scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner(), keyTyped(letter));
            return menu.getItems().stream()
                    .filter(item -> item.getStyleableNode() == scene.getFocusOwner())
                    .map(MenuItem::getText)
                    .findFirst()
                    .orElse("");
        });
    }

    @Test
    void letterFocusesNextItemInCircle() {
        assertEquals("Brand", type("b"));
        assertEquals("Build year", type("B"), "a disabled item is skipped");
        assertEquals("Brand", type("b"));
        assertEquals("Brand", type("x"), "no item begins so");
        assertEquals("Model", type("m"));
    }
}
