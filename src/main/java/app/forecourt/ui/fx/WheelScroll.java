package app.forecourt.ui.fx;

import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.ScrollEvent;

/**
 * Mouse wheel of a window: a notch scrolls 100 pixels instead of JavaFX's 40. Over a text area in a longer pane, it
 * scrolls the pane unless the text area has the focus. Lists scroll by rows as before.
 */
public final class WheelScroll {
    /** Pixels of a notch in JavaFX. A touchpad reports other numbers. */
    private static final double NOTCH = 40;
    private static final double FACTOR = 2.5;

    private boolean isPassedOn;

    private WheelScroll() {}

    /** Installs the wheel on the scene of a window. */
    public static void install(Scene scene) {
        var wheel = new WheelScroll();
        scene.addEventFilter(ScrollEvent.SCROLL, wheel::onScroll);
    }

    private void onScroll(ScrollEvent scroll) {
        if (isPassedOn || scroll.getDeltaY() == 0 || scroll.getDeltaY() % NOTCH != 0 || scroll.isInertia()) {
            return;
        }
        scroll.consume();
        isPassedOn = true;
        try {
            Event.fireEvent(target(scroll), new ScrollEvent(scroll.getEventType(), scroll.getX(), scroll.getY(),
                    scroll.getScreenX(), scroll.getScreenY(), scroll.isShiftDown(), scroll.isControlDown(),
                    scroll.isAltDown(), scroll.isMetaDown(), scroll.isDirect(), scroll.isInertia(),
                    scroll.getDeltaX(), scroll.getDeltaY() * FACTOR, scroll.getTotalDeltaX(),
                    scroll.getTotalDeltaY(), scroll.getMultiplierX(), scroll.getMultiplierY(),
                    scroll.getTextDeltaXUnits(), scroll.getTextDeltaX(), scroll.getTextDeltaYUnits(),
                    scroll.getTextDeltaY(), scroll.getTouchCount(), scroll.getPickResult()));
        } finally {
            isPassedOn = false;
        }
    }

    private static EventTarget target(ScrollEvent scroll) {
        return scroll.getTarget() instanceof Node node
                ? NodeTree.selfAndAncestors(node).filter(TextArea.class::isInstance)
                        .filter(area -> !area.isFocused()).map(Node::getParent)
                        .filter(pane -> NodeTree.selfAndAncestors(pane).anyMatch(ScrollPane.class::isInstance))
                        .<EventTarget>map(pane -> pane).findFirst().orElse(node)
                : scroll.getTarget();
    }
}
