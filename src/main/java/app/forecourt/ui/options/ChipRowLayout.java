package app.forecourt.ui.options;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Control;

/** Rows of controls from left to right, limited in number and height. A control that is too wide wraps its text. */
final class ChipRowLayout {
    /** Pixels between two controls and between two rows. */
    private static final double GAP = 4;
    /** Tolerance in pixels, because layout rounds. */
    private static final double SLACK = 0.5;

    private final double width;
    private final double maxHeight;
    private final int maxRows;
    private final List<Control> controls = new ArrayList<>();
    private final List<Rectangle2D> places = new ArrayList<>();
    private double x;
    private double y;
    private double rowHeight;
    private int rows = 1;
    private boolean complete = true;

    ChipRowLayout(double width, double maxHeight, int maxRows) {
        this.width = width;
        this.maxHeight = maxHeight;
        this.maxRows = maxRows;
    }

    /** Adds a control unless it or an earlier one does not fit. Returns whether it fits. */
    boolean add(Control control) {
        double preferred = control.prefWidth(-1);
        double wide = Math.min(preferred, width);
        double high = Math.max(control.minHeight(-1), control.prefHeight(preferred > width ? width : -1));
        boolean breaks = x > 0 && x + wide > width;
        double top = breaks ? y + rowHeight + GAP : y;
        complete &= (!breaks || rows < maxRows) && top + high <= maxHeight + SLACK;
        if (complete) {
            if (breaks) {
                x = 0;
                y = top;
                rowHeight = 0;
                rows++;
            }
            controls.add(control);
            places.add(new Rectangle2D(x, y, wide, high));
            x += wide + GAP;
            rowHeight = Math.max(rowHeight, high);
        }
        return complete;
    }

    /** Returns the number of controls that fit. */
    int size() {
        return controls.size();
    }

    /** Returns the height of all rows. */
    double height() {
        return y + rowHeight;
    }

    /** Moves and resizes the controls that fit. */
    void place() {
        for (int index = 0; index < controls.size(); index++) {
            Rectangle2D place = places.get(index);
            controls.get(index).resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        }
    }
}
