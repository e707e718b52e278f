package app.forecourt.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/**
 * Finds text that a window does not show whole: ended by dots, reaching out of the window, or too long for its field.
 */
final class TruncationCheck {
    /** Pixels; layout rounds. */
    private static final double SLACK = 1;
    /** What people or AutoChat named: it may end in dots, and a tooltip has it whole. */
    private static final Set<String> NAMES = Set.of("stock", "options", "photos");

    private final Scene scene;
    private final List<String> found = new ArrayList<>();

    private TruncationCheck(Scene scene) {
        this.scene = scene;
    }

    /** What is cut off, with the id or the style of what shows it. On the window's thread. */
    static List<String> in(Scene scene) {
        TruncationCheck cut = new TruncationCheck(scene);
        cut.look(scene.getRoot());
        return cut.found;
    }

    private void look(Node node) {
        if (!node.isVisible() || NAMES.contains(String.valueOf(node.getId()))) {
            return;
        }
        if (node instanceof ScrollPane pane && pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER) {
            look(pane);
        }
        if (node instanceof Labeled label && label.getText() != null && !label.getText().isBlank()) {
            look(label);
        } else if (node instanceof TextField field) {
            look(field);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::look);
        }
    }

    private void look(Labeled label) {
        Node text = label.lookup(".text");
        Bounds bounds = label.localToScene(label.getLayoutBounds());
        if (!(text instanceof Text shown) || !shown.getText().equals(label.getText())) {
            tell(label, label.getText());
        } else if (bounds.getMinX() < -SLACK || bounds.getMaxX() > scene.getWidth() + SLACK) {
            tell(label, label.getText() + " (outside)");
        }
    }

    /** What can't be scrolled sideways slides under what stands beside it. */
    private void look(ScrollPane pane) {
        double wide = pane.getContent().getLayoutBounds().getWidth();
        if (wide > pane.getViewportBounds().getWidth() + SLACK) {
            tell(pane, wide + " pixels in " + pane.getViewportBounds().getWidth());
        }
    }

    private void look(TextField field) {
        if (field.getText().isEmpty() && field.getPromptText() != null) {
            Text prompt = new Text(field.getPromptText());
            prompt.setFont(field.getFont());
            double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
            if (prompt.getLayoutBounds().getWidth() > room + SLACK) {
                tell(field, field.getPromptText());
            }
        }
    }

    private void tell(Node node, String text) {
        found.add((node.getId() == null ? node.getStyleClass().toString() : node.getId()) + ": " + text);
    }
}
