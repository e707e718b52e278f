package app.forecourt.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A title that expands and collapses a rarely used node. A TitledPane of JavaFX is a frame across the whole width, and
 * its title is clickable but has no accessible name.
 */
public final class ExpandablePane extends VBox {
    private final ToggleButton head = new ToggleButton();

    /** Creates a collapsed pane. */
    public ExpandablePane(String id, String text, Node content) {
        FontIcon chevron = Icons.of(Feather.CHEVRON_RIGHT);
        head.setId(id);
        head.setText(text);
        head.setGraphic(chevron);
        head.getStyleClass().add("disclosure-head");
        ObservableValue<Boolean> open = head.selectedProperty();
        open.subscribe(expanded -> chevron.setRotate(expanded ? 90 : 0));
        content.visibleProperty().bind(open);
        content.managedProperty().bind(open);
        getStyleClass().add("disclosure");
        getChildren().addAll(head, content);
    }

    public void expand() {
        head.setSelected(true);
    }

    /** Expands all panes around a node. */
    public static void expandAncestors(Node node) {
        for (Node ancestor = node; ancestor != null; ancestor = ancestor.getParent()) {
            if (ancestor instanceof ExpandablePane pane) {
                pane.expand();
            }
        }
    }
}
