package app.forecourt.ui.fx;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;

/** What is not seen takes no place either. */
public final class NodeVisibility {
    private NodeVisibility() {}

    public static void when(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }

    /**
     * Shows a text only where the bar it stands in has room for it: half a sentence would say nothing, or something
     * else.
     *
     * @param least the bar's width, in multiples of the text's size
     */
    public static void inRoom(Labeled text, Region bar, double least) {
        text.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> bar.getWidth() > least * text.getFont().getSize(),
                        bar.widthProperty(), text.fontProperty()));
        text.managedProperty().bind(text.visibleProperty());
    }
}
