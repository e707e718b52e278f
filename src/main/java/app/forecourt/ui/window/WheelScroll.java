package app.forecourt.ui.window;

import app.forecourt.ui.fx.NodeTree;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse wheel of a window: a notch scrolls a pane by 100 pixels instead of JavaFX's 40. Over a text area in a longer
 * pane it scrolls the pane, unless the text area has the focus.
 */
final class WheelScroll {
    /** Pixels of a notch in JavaFX. A touchpad reports other numbers. */
    private static final double NOTCH = 40;

    private static final double FACTOR = 2.5;

    private WheelScroll() {}

    /** Installs the wheel on the scene of a window. */
    static void install(Scene scene) {
        scene.addEventFilter(ScrollEvent.SCROLL, wheel -> {
            if (wheel.getDeltaY() != 0
                    && wheel.getDeltaY() % NOTCH == 0
                    && wheel.getTarget() instanceof Node target
                    && NodeTree.selfAndAncestors(target).noneMatch(VirtualFlow.class::isInstance)) {
                List<ScrollPane> panes = NodeTree.selfAndAncestors(target)
                        .filter(ScrollPane.class::isInstance)
                        .map(ScrollPane.class::cast)
                        .filter(pane -> hidden(pane) > 0)
                        .toList();
                panes.stream()
                        .filter(pane -> pane == panes.getLast()
                                || !(pane.getParent() instanceof TextArea area)
                                || area.isFocused())
                        .findFirst()
                        .ifPresent(pane -> {
                            double pixels = wheel.getDeltaY() * FACTOR;
                            pane.setVvalue(pane.getVvalue() - pixels / hidden(pane) * pane.getVmax());
                            wheel.consume();
                        });
            }
        });
    }

    private static double hidden(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
    }
}
