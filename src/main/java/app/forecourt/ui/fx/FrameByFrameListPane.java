package app.forecourt.ui.fx;

import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/**
 * Pane that fills its room with a list. When the rows first appear, the list grows frame by frame, because the cells of
 * a whole view take longer to create than a frame may last.
 */
public final class FrameByFrameListPane extends StackPane {
    /** Pixels by which the list grows in a frame. */
    private static final double STEP = 60;

    private final ListView<?> list;
    private double limit;

    /** Creates the pane. */
    public FrameByFrameListPane(ListView<?> list) {
        super(list);
        this.list = list;
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        if (limit < height && !list.getItems().isEmpty()) {
            // The list makes two cells only to measure them, so that the first frame has no room for more.
            limit += limit == 0 ? 1 : STEP;
            height = Math.min(limit, height);
            NextFrame.run(getScene(), this::requestLayout);
        }
        list.resizeRelocate(0, 0, getWidth(), height);
    }
}
