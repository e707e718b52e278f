package app.forecourt.ui.window;

import app.forecourt.ui.form.FormPane;
import app.forecourt.ui.fx.ListenerScope;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The place of the options beside the form. In a wide window it takes the room that the form does not use, so that the
 * options fit into two columns.
 */
final class OptionsSidePane extends StackPane {
    /** Share of its usual width by which the pane grows at most. */
    private static final double MOST_GROWTH = 1.3;
    /** Pixels of the form's scroll bar. */
    private static final double SCROLL_BAR = 12;

    private final BorderPane window;
    private final FormPane form;

    OptionsSidePane(Region content, BorderPane window, FormPane form, ListenerScope listeners) {
        super(content);
        this.window = window;
        this.form = form;
        listeners.listen(window.widthProperty(), (_, _) -> requestLayout());
    }

    @Override
    protected double computePrefWidth(double height) {
        double usual = super.computePrefWidth(height);
        double free = window.getWidth() - window.getLeft().prefWidth(-1) - form.maxFormWidth() - SCROLL_BAR - usual;
        return usual + Math.clamp(free, 0, usual * MOST_GROWTH);
    }
}
