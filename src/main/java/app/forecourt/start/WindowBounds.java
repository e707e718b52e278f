package app.forecourt.start;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/**
 * The bounds of a window in screen coordinates.
 *
 * @param bounds the bounds while the window is not maximised
 * @param maximised whether the window is maximised
 */
record WindowBounds(Rectangle2D bounds, boolean maximised) {
    /** The part of the title bar in pixels that must be on a screen. The user moves the window by the title bar. */
    private static final double STRIP_HEIGHT = 30;

    private static final double STRIP_WIDTH = 100;
    /** The text of {@link #toString}, with at most 6 digits, because no screen has more pixels. */
    private static final Pattern WRITTEN =
            Pattern.compile("(-?\\d{1,6}) (-?\\d{1,6}) (\\d{1,6}) (\\d{1,6})( maximised)?");

    /** Parses a text that {@link #toString} wrote; empty if the text has another form. */
    static Optional<WindowBounds> parse(String text) {
        return Optional.of(WRITTEN.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(part -> new WindowBounds(
                        new Rectangle2D(number(part, 1), number(part, 2), number(part, 3), number(part, 4)),
                        part.group(5) != null));
    }

    /** Starts to observe a window, and returns a supplier of its current or last bounds. */
    static Supplier<WindowBounds> observe(Stage stage) {
        ObjectProperty<Rectangle2D> restored = new SimpleObjectProperty<>(boundsOf(stage));
        // Read later, because the bounds may change just before the maximised or iconified property does.
        Runnable update = () -> Platform.runLater(() -> {
            if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
                restored.set(boundsOf(stage));
            }
        });
        Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(property -> property.subscribe(update));
        return () -> new WindowBounds(restored.get(), stage.isMaximized());
    }

    private static Rectangle2D boundsOf(Stage stage) {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private static int number(Matcher part, int group) {
        return Integer.parseInt(part.group(group));
    }

    /**
     * Returns the bounds for the first screen on which the user can reach the window's title bar; empty if there is
     * none. A maximised window becomes no larger than this screen, so that it fits when the user restores it.
     *
     * @param screens bounds of the connected screens
     */
    Optional<WindowBounds> fittedTo(List<Rectangle2D> screens) {
        return screens.stream()
                .filter(screen -> screen.getMinY() <= bounds.getMinY()
                        && bounds.getMinY() + STRIP_HEIGHT <= screen.getMaxY()
                        && Math.min(bounds.getMaxX(), screen.getMaxX()) - Math.max(bounds.getMinX(), screen.getMinX())
                                >= STRIP_WIDTH)
                .findFirst()
                .map(screen -> maximised
                        ? new WindowBounds(
                                new Rectangle2D(
                                        bounds.getMinX(),
                                        bounds.getMinY(),
                                        Math.min(bounds.getWidth(), screen.getWidth()),
                                        Math.min(bounds.getHeight(), screen.getHeight())),
                                true)
                        : this);
    }

    void applyTo(Stage stage) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.setMaximized(maximised);
    }

    /** Returns the bounds in whole pixels: {@code 120 40 1366 900 maximised}. */
    @Override
    public String toString() {
        return "%s %s %s %s%s"
                .formatted(
                        Math.round(bounds.getMinX()),
                        Math.round(bounds.getMinY()),
                        Math.round(bounds.getWidth()),
                        Math.round(bounds.getHeight()),
                        maximised ? " maximised" : "");
    }
}
