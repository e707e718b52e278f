package app.forecourt.start;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.NextFrame;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.fx.WindowScreen;
import app.forecourt.ui.window.MainWindowContent;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The primary stage: its bounds, icons and title, and the tasks after its first frame. */
public final class PrimaryStage {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 900;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;
    /** The limits of the minimum size in pixels: a small laptop's screen, which has room for the largest text. */
    private static final double LAPTOP_WIDTH = 1366;

    private static final double LAPTOP_HEIGHT = 768;
    /** Pixels for the borders and the title bar. Some systems (GTK) add them to the minimum size. */
    private static final double FRAME_WIDTH = 16;

    private static final double FRAME_HEIGHT = 40;

    private final Stage stage;
    private final Preferences preferences;
    private final Supplier<WindowBounds> bounds;

    /** Restores the bounds of the last run, unless their screen is no longer connected. */
    public PrimaryStage(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        WindowBounds.parse(preferences.get(Setting.WINDOW))
                .flatMap(saved -> saved.fittedTo(screens))
                .ifPresentOrElse(saved -> saved.applyTo(stage), () -> {
                    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
                    // A maximised window gets this size when the user restores it.
                    Dimension2D size = firstSize(screen);
                    stage.setWidth(size.getWidth());
                    stage.setHeight(size.getHeight());
                    stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
                });
        bounds = WindowBounds.observe(stage);
        stage.setOnHidden(_ -> saveBounds());
    }

    /** Returns the size of the first window, which is no larger than the usable bounds of a screen. */
    static Dimension2D firstSize(Rectangle2D screen) {
        return new Dimension2D(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    }

    /** Returns tasks that add the program's icon, one size each. The first frame does not wait for them. */
    public List<Runnable> stepsOfIcons() {
        return Stream.of(32, 64, 128, 256)
                .map(size -> PrimaryStage.class.getResourceAsStream("icon-" + size + ".png"))
                .filter(Objects::nonNull)
                .<Runnable>map(icon -> () -> stage.getIcons().add(new Image(icon)))
                .toList();
    }

    /** Shows the main window on the stage and focuses the first field. */
    public void show(MainWindowContent window, Scene scene) {
        stage.titleProperty().bind(window.title());
        stage.setScene(scene);
        scene.getRoot().styleProperty().subscribe(_ -> enlargeFor(Theme.scale(scene)));
        stage.show();
        window.focusFirstField();
    }

    /** Enlarges the window and its minimum size in proportion to the text, within the limits of the screen. */
    private void enlargeFor(double scale) {
        Rectangle2D screen = WindowScreen.visualBounds(stage);
        Dimension2D minimum = minimumSize(scale, screen);
        double width = minimum.getWidth();
        double height = minimum.getHeight();
        stage.setMinWidth(width);
        stage.setMinHeight(height);
        if (stage.isMaximized()) {
            return;
        }
        // Not every system enlarges a window to its minimum size, and no system keeps it on the screen.
        if (stage.getWidth() < width) {
            stage.setWidth(width);
            stage.setX(Math.max(screen.getMinX(), Math.min(stage.getX(), screen.getMaxX() - width)));
        }
        if (stage.getHeight() < height) {
            stage.setHeight(height);
            stage.setY(Math.max(screen.getMinY(), Math.min(stage.getY(), screen.getMaxY() - height)));
        }
    }

    /** Returns the minimum size of the window, which fits the usable bounds of a screen together with its frame. */
    static Dimension2D minimumSize(double scale, Rectangle2D screen) {
        return new Dimension2D(
                Math.min(Math.clamp(MIN_WIDTH * scale, MIN_WIDTH, LAPTOP_WIDTH), screen.getWidth() - FRAME_WIDTH),
                Math.min(Math.clamp(MIN_HEIGHT * scale, MIN_HEIGHT, LAPTOP_HEIGHT), screen.getHeight() - FRAME_HEIGHT));
    }

    /**
     * Runs steps after the first frame was drawn, each after a frame of its own. The window handles events in between,
     * so that the user's typing waits for one step at most.
     */
    public void afterFirstFrame(List<Runnable> steps) {
        Iterator<Runnable> remaining = steps.iterator();
        // JavaFX draws frames on its render thread and reports no end; a snapshot is drawn after the frame.
        NextFrame.run(
                stage.getScene(),
                () -> new Region()
                        .snapshot(
                                _ -> {
                                    runNext(remaining);
                                    return null;
                                },
                                null,
                                null));
    }

    private void runNext(Iterator<Runnable> remaining) {
        Platform.runLater(() -> {
            remaining.next().run();
            if (remaining.hasNext()) {
                NextFrame.run(stage.getScene(), () -> runNext(remaining));
            }
        });
    }

    /** Saves the bounds in the preferences for the next start. */
    public void saveBounds() {
        preferences.put(Setting.WINDOW, bounds.get().toString());
    }

    /** Brings the main window and its dialogs to the front. May be called on any thread; returns at once. */
    public static void bringToFront() {
        Platform.runLater(() -> {
            for (Window window : List.copyOf(Window.getWindows())) {
                if (window instanceof Stage stage) {
                    stage.setIconified(false);
                    stage.toFront();
                    stage.requestFocus();
                }
            }
        });
    }
}
