package app.forecourt.ui;

import javafx.scene.Node;

/** What is not seen takes no place either. */
final class Visible {
    private Visible() {}

    static void when(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
