package app.forecourt.journey;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.ui.ToolkitTest;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** The check of accessible names and target sizes finds planted faults. */
class AccessibilityCheckTest extends ToolkitTest {

    @Test
    void plantedFaultsAreFound() throws Exception {
        Await.onFxThread(() -> {
            TextField named = new TextField("what is typed");
            Label name = new Label("Model");
            name.setLabelFor(named);
            VBox root = new VBox(name, named, button("sound", "Save"));
            Scene scene = new Scene(root, 600, 400);
            assertEmpty(AccessibilityCheck.faults(scene));

            Button nameless = button("nameless", "\ue900");
            Button small = button("small", "Small");
            small.setMinSize(16, 16);
            small.setMaxSize(16, 16);
            Button near = button("near", "Near");
            TextField covered = new TextField("what is typed");
            covered.setId("covered");
            covered.setAccessibleText("Covered");
            Label above = new Label("Covered");
            above.setAccessibleText("Covered");
            above.setLabelFor(covered);
            TextField prompted = new TextField();
            prompted.setId("prompted");
            prompted.setPromptText("A prompt is no name");
            Region clicked = new Region();
            clicked.setId("clicked");
            clicked.setMinWidth(30);
            clicked.setOnMouseClicked(_ -> {});
            root.getChildren().addFirst(new HBox(nameless, small, near, covered, prompted, clicked));
            List<String> found = AccessibilityCheck.faults(scene);
            assertEquals(
                    List.of("nameless", "covered", "prompted", "clicked", "small"),
                    found.stream().map(fault -> fault.split(" ")[1]).toList(),
                    found.toString());

            // A small button with enough space around it is a large enough target.
            HBox.setMargin(small, new Insets(0, 8, 0, 8));
            assertEquals(found.size() - 1, AccessibilityCheck.faults(scene).size());
        });
    }

    private static Button button(String id, String text) {
        Button button = new Button(text);
        button.setId(id);
        return button;
    }
}
