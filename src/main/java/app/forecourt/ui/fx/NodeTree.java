package app.forecourt.ui.fx;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
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
}
