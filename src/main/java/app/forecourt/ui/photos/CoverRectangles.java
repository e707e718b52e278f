package app.forecourt.ui.photos;

import app.forecourt.photo.prepare.CoveredArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rectangles over a photo that the user edits. At most one of them is the current one, which the keys change. All
 * numbers are fractions of the photo. A rectangle never leaves the photo.
 */
final class CoverRectangles {
    /** The least width and height. */
    static final double LEAST = 0.01;

    private static final CoveredArea MIDDLE = new CoveredArea(1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3);

    private final List<CoveredArea> areas;
    private final List<CoveredArea> original;
    private int current;

    /** @param covered the areas that are covered already; the first one becomes the current one */
    CoverRectangles(List<CoveredArea> covered) {
        original = List.copyOf(covered);
        areas = new ArrayList<>(covered);
        current = areas.isEmpty() ? -1 : 0;
    }

    /** Returns the areas in the order in which they were added. */
    List<CoveredArea> areas() {
        return List.copyOf(areas);
    }

    /** Returns whether the user has changed anything. */
    boolean isChanged() {
        return !areas.equals(original);
    }

    /** Returns the position of the current rectangle; -1 if none is. */
    int current() {
        return current;
    }

    /** Returns the current rectangle. */
    Optional<CoveredArea> currentArea() {
        return current < 0 ? Optional.empty() : Optional.of(areas.get(current));
    }

    /** Makes a rectangle the current one, or none with -1. */
    void select(int index) {
        current = index;
    }

    /** Makes the next rectangle the current one; the first one follows the last. */
    void selectNext() {
        if (!areas.isEmpty()) {
            current = (current + 1) % areas.size();
        }
    }

    /** Returns the position of the topmost rectangle at a point; -1 if there is none. The current one is on top. */
    int at(double x, double y) {
        if (currentArea().filter(area -> contains(area, x, y)).isPresent()) {
            return current;
        }
        for (int index = areas.size() - 1; index >= 0; index--) {
            if (contains(areas.get(index), x, y)) {
                return index;
            }
        }
        return -1;
    }

    private static boolean contains(CoveredArea area, double x, double y) {
        return x >= area.x() && x <= area.x() + area.width() && y >= area.y() && y <= area.y() + area.height();
    }

    /** Adds a rectangle in the middle, unless there is one that was never moved. */
    void addInMiddle() {
        if (!areas.contains(MIDDLE)) {
            areas.add(MIDDLE);
        }
        current = areas.indexOf(MIDDLE);
    }

    /**
     * Sets the current rectangle to the one between two points. Adds one if none is current and it is not too small.
     */
    void span(double x, double y, double otherX, double otherY) {
        double left = Math.clamp(Math.min(x, otherX), 0, 1);
        double top = Math.clamp(Math.min(y, otherY), 0, 1);
        double width = Math.clamp(Math.max(x, otherX), 0, 1) - left;
        double height = Math.clamp(Math.max(y, otherY), 0, 1) - top;
        if (current >= 0) {
            set(left, top, width, height);
        } else if (width >= LEAST && height >= LEAST) {
            areas.add(new CoveredArea(left, top, width, height));
            current = areas.size() - 1;
        }
    }

    /** Moves the current rectangle. */
    void move(double right, double down) {
        currentArea().ifPresent(area -> moveTo(area.x() + right, area.y() + down));
    }

    /** Moves the top left corner of the current rectangle to a point. */
    void moveTo(double x, double y) {
        currentArea().ifPresent(area -> set(x, y, area.width(), area.height()));
    }

    /** Makes the current rectangle wider and higher to the right and downwards, or smaller. */
    void resize(double wider, double higher) {
        currentArea()
                .ifPresent(area -> set(
                        area.x(),
                        area.y(),
                        Math.min(area.width() + wider, 1 - area.x()),
                        Math.min(area.height() + higher, 1 - area.y())));
    }

    private void set(double x, double y, double width, double height) {
        double newWidth = Math.clamp(width, LEAST, 1);
        double newHeight = Math.clamp(height, LEAST, 1);
        areas.set(
                current,
                new CoveredArea(Math.clamp(x, 0, 1 - newWidth), Math.clamp(y, 0, 1 - newHeight), newWidth, newHeight));
    }

    /** Removes the current rectangle. The last one of the rest becomes the current one. */
    void remove() {
        if (current >= 0) {
            areas.remove(current);
            current = areas.size() - 1;
        }
    }
}
