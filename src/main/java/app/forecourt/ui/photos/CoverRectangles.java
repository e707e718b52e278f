package app.forecourt.ui.photos;

import app.forecourt.photo.prepare.CoveredArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rectangles over a photo, in the order in which the user adds them. The keys change the last one. All numbers are
 * fractions of the photo. A rectangle never leaves the photo.
 */
final class CoverRectangles {
    /** The least width and height. */
    static final double LEAST = 0.01;

    private static final CoveredArea MIDDLE = new CoveredArea(1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3);

    private final List<CoveredArea> original;
    private final List<CoveredArea> areas;

    /** @param covered the areas that are covered already */
    CoverRectangles(List<CoveredArea> covered) {
        original = List.copyOf(covered);
        areas = new ArrayList<>(covered);
    }

    /** Returns the areas in the order in which they were added. */
    List<CoveredArea> areas() {
        return List.copyOf(areas);
    }

    /** Returns the rectangle that the keys change; empty if there is none. */
    Optional<CoveredArea> last() {
        return areas.isEmpty() ? Optional.empty() : Optional.of(areas.getLast());
    }

    /** Returns whether the user has changed anything. */
    boolean isChanged() {
        return !areas.equals(original);
    }

    /** Adds a rectangle in the middle, unless the last one is still there. */
    void addInMiddle() {
        if (!last().equals(Optional.of(MIDDLE))) {
            areas.add(MIDDLE);
        }
    }

    /**
     * Adds the rectangle between two points, unless it is too small.
     *
     * @param earlier number of rectangles before it; those behind them are removed
     */
    void draw(int earlier, double x, double y, double otherX, double otherY) {
        areas.subList(Math.min(earlier, areas.size()), areas.size()).clear();
        double left = Math.min(x, otherX);
        double top = Math.min(y, otherY);
        double width = Math.max(x, otherX) - left;
        double height = Math.max(y, otherY) - top;
        if (width >= LEAST && height >= LEAST) {
            areas.add(new CoveredArea(left, top, width, height));
        }
    }

    /** Moves the last rectangle. */
    void move(double right, double down) {
        last().ifPresent(area -> replaceLast(area.x() + right, area.y() + down, area.width(), area.height()));
    }

    /** Makes the last rectangle wider and higher to the right and downwards, or smaller. */
    void resize(double wider, double higher) {
        last().ifPresent(area -> replaceLast(
                area.x(),
                area.y(),
                Math.min(area.width() + wider, 1 - area.x()),
                Math.min(area.height() + higher, 1 - area.y())));
    }

    private void replaceLast(double x, double y, double width, double height) {
        double newWidth = Math.clamp(width, LEAST, 1);
        double newHeight = Math.clamp(height, LEAST, 1);
        areas.set(
                areas.size() - 1,
                new CoveredArea(Math.clamp(x, 0, 1 - newWidth), Math.clamp(y, 0, 1 - newHeight), newWidth, newHeight));
    }

    /** Removes the last rectangle. */
    void removeLast() {
        if (!areas.isEmpty()) {
            areas.removeLast();
        }
    }
}
