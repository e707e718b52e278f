package app.forecourt;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.ui.fx.NextFrame;
import app.forecourt.ui.fx.Screens;
import app.forecourt.ui.fx.Theme;
import app.forecourt.ui.window.MainWindow;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The stage of the program: where it comes up, what it looks like from outside, and when its first frame is there. */
final class PrimaryStage {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    /** There is room for the largest text on a small laptop's screen, and never more is asked for. */
    private static final double LAPTOP_WIDTH = 1366;
    private static final double LAPTOP_HEIGHT = 768;

    private final Stage stage;
    private final Preferences preferences;
    private final Supplier<WindowBounds> place;
    private boolean forgotten;

    /** Puts it where it was closed last, unless the screen is gone since. */
    PrimaryStage(Stage stage, Preferences preferences) {
        this.stage = stage;
        this.preferences = preferences;
        List<Rectangle2D> screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        WindowBounds.parse(preferences.get(Setting.WINDOW)).filter(before -> before.isWithin(screens))
                .ifPresentOrElse(before -> before.saveFrom(stage), () -> {
                    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
                    stage.setWidth(WIDTH);
                    stage.setHeight(HEIGHT);
                    stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
                });
        place = WindowBounds.of(stage);
        stage.setOnHidden(event -> keepPlace());
    }

    /** The program's icon, in the sizes that systems ask for. */
    private static List<Image> icons() {
        return Stream.of(32, 64, 128, 256)
                .map(size -> PrimaryStage.class.getResourceAsStream("icon-" + size + ".png"))
                .filter(Objects::nonNull).map(Image::new).toList();
    }

    /** Shows the window on it. */
    void show(MainWindow window, Scene scene) {
        stage.getIcons().addAll(icons());
        stage.titleProperty().bind(window.title());
        stage.setScene(scene);
        scene.getRoot().styleProperty().subscribe(any -> leaveRoom(Theme.scale(scene)));
        stage.show();
        window.focusFirstField();
    }

    /** The larger the text, the larger the window at least, as far as the screen has room. */
    private void leaveRoom(double scale) {
        Rectangle2D screen = Screens.under(stage);
        double width = Math.min(Math.clamp(LEAST_WIDTH * scale, LEAST_WIDTH, LAPTOP_WIDTH),
                screen.getWidth());
        double height = Math.min(Math.clamp(LEAST_HEIGHT * scale, LEAST_HEIGHT, LAPTOP_HEIGHT),
                screen.getHeight());
        stage.setMinWidth(width);
        stage.setMinHeight(height);
        if (stage.isMaximized()) {
            return;
        }
        // Not every system enlarges it by itself, and none keeps it on the screen.
        if (stage.getWidth() < width) {
            stage.setWidth(width);
            stage.setX(Math.max(screen.getMinX(), Math.min(stage.getX(), screen.getMaxX() - width)));
        }
        if (stage.getHeight() < height) {
            stage.setHeight(height);
            stage.setY(Math.max(screen.getMinY(), Math.min(stage.getY(), screen.getMaxY() - height)));
        }
    }

    /**
     * Runs the steps one by one once the first frame has been drawn, each behind a frame of its own: what the system has
     * to tell the window comes in between, and no step keeps her typing waiting for another.
     */
    void afterFirstFrame(List<Runnable> steps) {
        Iterator<Runnable> left = steps.iterator();
        // Frames are drawn on a thread of JavaFX's own, which tells nobody; a snapshot is drawn behind them.
        NextFrame.once(stage.getScene(), () -> new Region().snapshot(behind -> {
            runNext(left);
            return null;
        }, null, null));
    }

    private void runNext(Iterator<Runnable> left) {
        Platform.runLater(() -> {
            left.next().run();
            if (left.hasNext()) {
                NextFrame.once(stage.getScene(), () -> runNext(left));
            }
        });
    }

    /** Keeps where it is, for the next start. */
    void keepPlace() {
        if (!forgotten) {
            preferences.put(Setting.WINDOW, place.get().toString());
        }
    }

    /** Keeps nothing from now on: what is written then would be there again. */
    void forgetPlace() {
        forgotten = true;
    }
}
