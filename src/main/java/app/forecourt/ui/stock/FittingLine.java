package app.forecourt.ui.stock;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** Line that leaves out its less important nodes if it has no room for all. The last of the others is truncated. */
final class FittingLine extends HBox {
    private final List<? extends Node> givingWay;

    /**
     * Creates the line.
     *
     * @param nodes the nodes from left to right
     * @param givingWay the nodes that are left out, the first one first
     */
    FittingLine(List<? extends Node> nodes, List<? extends Node> givingWay) {
        this.givingWay = List.copyOf(givingWay);
        getChildren().setAll(nodes);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        List<Node> shown = new ArrayList<>(getManagedChildren());
        for (Node node : givingWay) {
            // One pixel is lost when widths are rounded.
            if (width(shown) > room + 1) {
                shown.remove(node);
            }
        }
        double height = getHeight() - insets.getTop() - insets.getBottom();
        double left = insets.getLeft();
        for (Node node : getManagedChildren()) {
            boolean isShown = shown.contains(node);
            node.setVisible(isShown);
            if (isShown) {
                double width = Math.min(width(node), Math.max(0, insets.getLeft() + room - left));
                layoutInArea(node, left, insets.getTop(), width, height, 0, HPos.LEFT, VPos.CENTER);
                left += width + getSpacing();
            }
        }
    }

    private double width(List<Node> nodes) {
        return nodes.stream().mapToDouble(this::width).sum() + getSpacing() * Math.max(0, nodes.size() - 1);
    }

    private double width(Node node) {
        return snapSizeX(node.prefWidth(-1));
    }
}
