package app.forecourt.ui.fx;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** The visibility of nodes. A hidden node takes no space. */
public final class NodeVisibility {
    private NodeVisibility() {}

    /** Shows or hides a node together with its space. */
    public static void set(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /**
     * Shows a text only while its bar is wide enough, because a truncated sentence may be misleading.
     *
     * @param minWidth width of the bar as a multiple of the text's font size
     */
    public static void bindToWidth(Labeled text, Region bar, double minWidth) {
        text.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> bar.getWidth() > minWidth * text.getFont().getSize(),
                        bar.widthProperty(), text.fontProperty()));
        text.managedProperty().bind(text.visibleProperty());
    }
}
