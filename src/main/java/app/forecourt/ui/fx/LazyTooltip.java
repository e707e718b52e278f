package app.forecourt.ui.fx;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * Tooltip that is created when the mouse first enters its control. Each tooltip is a window of its own, which would
 * delay the cells of a list.
 */
public final class LazyTooltip {
    /** Pixels of the widest tooltip. */
    private static final double WIDEST = 480;

    private LazyTooltip() {}

    /**
     * Gives a control a tooltip.
     *
     * @param text read each time the tooltip appears
     */
    public static void install(Control control, Supplier<String> text) {
        control.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent entry) {
                control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip tooltip = new Tooltip();
                SafeTextWrap.enable(tooltip);
                tooltip.setMaxWidth(WIDEST);
                tooltip.setOnShowing(_ -> tooltip.setText(text.get()));
                control.setTooltip(tooltip);
            }
        });
    }
}
