package app.forecourt;

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
 * Where a window stands and how large it is, in the screen's coordinates.
 *
 * @param bounds those it has, or takes up again, when it does not fill the screen
 * @param maximised whether it fills the screen
 */
record WindowBounds(Rectangle2D bounds, boolean maximised) {
    /** Of the title bar, by which a window is moved: so high, and at least so much of its width. */
    private static final double STRIP_HEIGHT = 30;
    private static final double STRIP_WIDTH = 100;
    /** No more digits than screens can have pixels. */
    private static final Pattern WRITTEN = Pattern
            .compile("(-?\\d{1,6}) (-?\\d{1,6}) (\\d{1,6}) (\\d{1,6})( maximised)?");

    /** The place that {@link #toString} wrote; empty when the text is something else. */
    static Optional<WindowBounds> parse(String text) {
        return Optional.of(WRITTEN.matcher(text.strip())).filter(Matcher::matches)
                .map(part -> new WindowBounds(
                        new Rectangle2D(number(part, 1), number(part, 2), number(part, 3), number(part, 4)),
                        part.group(5) != null));
    }

    /** Watches a window from now on, and tells the place it has, or had last. */
    static Supplier<WindowBounds> of(Stage stage) {
        ObjectProperty<Rectangle2D> restored = new SimpleObjectProperty<>(boundsOf(stage));
        // Bounds may change a moment before the window says that it now fills the screen, or none of it.
        Runnable look = () -> Platform.runLater(() -> {
            if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
                restored.set(boundsOf(stage));
            }
        });
        Stream.of(stage.xProperty(), stage.yProperty(), stage.widthProperty(), stage.heightProperty())
                .forEach(bound -> bound.subscribe(look));
        return () -> new WindowBounds(restored.get(), stage.isMaximized());
    }

    private static Rectangle2D boundsOf(Stage stage) {
        return new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private static int number(Matcher part, int group) {
        return Integer.parseInt(part.group(group));
    }

    /** Whether the user can take hold of the window's title bar on one of the screens, given by their bounds. */
    boolean isWithin(List<Rectangle2D> screens) {
        return screens.stream()
                .anyMatch(screen -> screen.getMinY() <= bounds.getMinY()
                        && bounds.getMinY() + STRIP_HEIGHT <= screen.getMaxY()
                        && Math.min(bounds.getMaxX(), screen.getMaxX())
                                - Math.max(bounds.getMinX(), screen.getMinX()) >= STRIP_WIDTH);
    }

    /** Puts a window there. */
    void saveFrom(Stage stage) {
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.setMaximized(maximised);
    }

    /** In whole numbers: {@code 120 40 1366 900 maximised}. */
    @Override
    public String toString() {
        return "%d %d %d %d%s".formatted(Math.round(bounds.getMinX()), Math.round(bounds.getMinY()),
                Math.round(bounds.getWidth()), Math.round(bounds.getHeight()), maximised ? " maximised" : "");
    }
}
