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

/** A check for truncated texts: with an ellipsis, outside of the window, or too long for their field. */
final class TruncationCheck {
    /** Tolerance in pixels, because layout rounds. */
    private static final double SLACK = 1;
    /**
     * Ids of texts that may be truncated: lists with names from users or AutoChat and what buyers miss, because a
     * tooltip shows them in full, and the details of a banner, because it unfolds.
     */
    private static final Set<String> NAMES =
            Set.of("stock", "options", "photos", "outcomeSentence", "outcomeChanges", "advertGaps");

    /** Style of the notes below the fields. They may end in dots, because they open while the user is in the field. */
    private static final String NOTE = "field-note";

    private final Scene scene;
    private final List<String> found = new ArrayList<>();

    private TruncationCheck(Scene scene) {
        this.scene = scene;
    }

    /** Returns the truncated texts with the id or style of their nodes. For the FX thread only. */
    static List<String> truncatedTexts(Scene scene) {
        TruncationCheck cut = new TruncationCheck(scene);
        cut.check(scene.getRoot());
        return cut.found;
    }

    private void check(Node node) {
        if (!node.isVisible()
                || NAMES.contains(String.valueOf(node.getId()))
                || node.getStyleClass().contains(NOTE)) {
            return;
        }
        if (node instanceof ScrollPane pane && pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER) {
            check(pane);
        }
        if (node instanceof Labeled label
                && label.getText() != null
                && !label.getText().isBlank()) {
            check(label);
        } else if (node instanceof TextField field) {
            check(field);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::check);
        }
    }

    private void check(Labeled label) {
        Node text = label.lookup(".text");
        Bounds bounds = label.localToScene(label.getLayoutBounds());
        if (!(text instanceof Text shown) || !shown.getText().equals(label.getText())) {
            report(label, label.getText());
        } else if (bounds.getMinX() < -SLACK || bounds.getMaxX() > scene.getWidth() + SLACK) {
            report(label, label.getText() + " (outside)");
        }
    }

    /** Reports content that is wider than a pane without horizontal scrolling. It would be covered by its neighbour. */
    private void check(ScrollPane pane) {
        double wide = pane.getContent().getLayoutBounds().getWidth();
        if (wide > pane.getViewportBounds().getWidth() + SLACK) {
            report(pane, wide + " pixels in " + pane.getViewportBounds().getWidth());
        }
    }

    private void check(TextField field) {
        if (field.getText().isEmpty() && field.getPromptText() != null) {
            Text prompt = new Text(field.getPromptText());
            prompt.setFont(field.getFont());
            double room = field.getWidth()
                    - field.getInsets().getLeft()
                    - field.getInsets().getRight();
            if (prompt.getLayoutBounds().getWidth() > room + SLACK) {
                report(field, field.getPromptText());
            }
        }
    }

    private void report(Node node, String text) {
        found.add((node.getId() == null ? node.getStyleClass().toString() : node.getId()) + ": " + text);
    }
}
