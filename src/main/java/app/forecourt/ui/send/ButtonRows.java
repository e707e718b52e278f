package app.forecourt.ui.send;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** Arrangement of the buttons of a banner in rows. */
final class ButtonRows {
    /** Room between two buttons in pixels. */
    static final double GAP = 10;
    /** Room between two rows in pixels. */
    static final double ROW_GAP = 6;

    private ButtonRows() {}

    /** Returns the width of a button. A button whose text became shorter may keep its width. */
    static double width(Node button) {
        return Math.max(button.minWidth(-1), button.prefWidth(-1));
    }

    /** Returns the width of buttons in one row. */
    static double width(List<? extends Node> buttons) {
        return buttons.stream().mapToDouble(button -> width(button) + GAP).sum() - GAP;
    }

    /** Returns the first buttons that fit in a row, at least one. */
    static List<Node> fitting(List<Node> buttons, double room) {
        List<Node> fitting = new ArrayList<>();
        for (Node button : buttons) {
            fitting.add(button);
            if (fitting.size() > 1 && width(fitting) > room) {
                fitting.removeLast();
                break;
            }
        }
        return fitting;
    }

    /**
     * Arranges buttons in as many rows as they need.
     *
     * @param place whether to place the buttons too
     * @return lower end of the last row
     */
    static double arrange(List<Node> buttons, double left, double right, double top, boolean place) {
        double x = left;
        double y = top;
        double rowHeight = buttons.stream()
                .mapToDouble(button -> button.prefHeight(-1))
                .max()
                .orElse(0);
        for (Node node : buttons) {
            double width = width(node);
            if (x > left && x + width > right) {
                x = left;
                y += rowHeight + ROW_GAP;
            }
            double height = node.prefHeight(-1);
            if (place) {
                // A link is lower than a button.
                node.resizeRelocate(x, y + (rowHeight - height) / 2, width, height);
            }
            x += width + GAP;
        }
        return buttons.isEmpty() ? top : y + rowHeight + ROW_GAP;
    }
}
