package app.forecourt.ui.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;

/** The visibility of nodes. A hidden node takes no space. */
public final class NodeVisibility {
    private static final PseudoClass COVERED = PseudoClass.getPseudoClass("covered");

    private NodeVisibility() {}

    /** Shows or hides a node together with its space. */
    public static void set(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /**
     * Dims the controls of a window's band until the subscription ends, because they do nothing while a sheet is open.
     * The band itself stays lit, because the user must always see which AutoChat is meant.
     */
    public static Subscription dimBand(Pane window) {
        NodeTree.band(window).ifPresent(band -> band.pseudoClassStateChanged(COVERED, true));
        return () -> NodeTree.band(window).ifPresent(band -> band.pseudoClassStateChanged(COVERED, false));
    }
}
