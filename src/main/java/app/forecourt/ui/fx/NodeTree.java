package app.forecourt.ui.fx;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** Questions about the place of a node in its scene. */
public final class NodeTree {
    private NodeTree() {}

    /** Returns a node and its ancestors, the node first; nothing for null. */
    public static Stream<Node> selfAndAncestors(@Nullable Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent);
    }

    /**
     * Returns whether a node is another one or inside of it. {@code focusWithin} is also true for a list with only a
     * selected row.
     */
    public static boolean isWithin(Node ancestor, @Nullable Node node) {
        return selfAndAncestors(node).anyMatch(ancestor::equals);
    }

    /** Returns whether the target of an event is a button or inside of one, such as the label of its text. */
    public static boolean isOnButton(EventTarget target) {
        return selfAndAncestors(target instanceof Node node ? node : null).anyMatch(ButtonBase.class::isInstance);
    }

    /** Returns the environment band on top of a window; empty if the window has none. */
    public static Optional<Node> band(Pane window) {
        return window instanceof BorderPane border ? Optional.ofNullable(border.getTop()) : Optional.empty();
    }

    /** Returns the lower edge of a window's band in pixels; 0 without a band. */
    public static double bottomOfBand(Pane window) {
        return band(window).map(band -> band.getBoundsInParent().getMaxY()).orElse(0.0);
    }
}
