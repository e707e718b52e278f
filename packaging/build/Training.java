import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.application.Preloader;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

/**
 * Uses the program by itself, so that Java records the classes for the image's cache: types a car, opens the settings,
 * sends the car in Practice and closes the window. It is no part of the program. JavaFX starts it before the program by
 * the property {@code javafx.preloader}. Its jar is in the image, because the image must have the training's class path.
 * The process ends with {@link #NOT_SENT} if another profile is chosen, or if Practice did not accept the car in time.
 */
public final class Training extends Preloader {
    private static final int NOT_SENT = 4;
    private static final Duration TICK = Duration.millis(150);
    /** Two minutes, because a busy machine takes long for the first window. */
    private static final int MOST_TICKS = 800;
    /** Texts by field, in the order of typing. */
    private static final List<Map.Entry<String, String>> CAR = List.of(Map.entry("licensePlate", "XD-99-13"),
            Map.entry("vin", "WBAFG81000LJ37566"), Map.entry("brand", "bmw"), Map.entry("model", "x6"),
            Map.entry("bodyColor", "black"), Map.entry("fuelType", "diesel"),
            Map.entry("dateOfFirstRegistration", "14-05-2012"), Map.entry("mileage", "148.000"),
            Map.entry("salesPrice", "15.944,63"));

    private record Step(BooleanSupplier condition, Runnable action) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private int ticks;

    /** Called by JavaFX. */
    public Training() {}

    @Override
    public void start(Stage unused) {
        step(() -> text("connection").startsWith("Ready"), () -> shortcut(KeyCode.N));
        CAR.forEach(field -> step(() -> true, () -> type(field.getKey(), field.getValue())));
        step(() -> true, () -> type("optionSearch", "air"));
        step(() -> true, () -> find("optionSearch").fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        step(() -> true, () -> shortcut(KeyCode.COMMA));
        step(() -> find("settingsSave") != null, () -> find("settingsSave").fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        // The first press shows the warnings; the second press sends the car in spite of them.
        step(() -> find("settingsSave") == null, () -> ((Button) find("send")).fire());
        step(() -> true, () -> ((Button) find("send")).fire());
        step(() -> text("outcomeTitle").endsWith(" is at PRACTICE"), () -> {
            Window window = window().orElseThrow();
            window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
        });
        Timeline clock = new Timeline(new KeyFrame(TICK, _ -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
    }

    private void step(BooleanSupplier condition, Runnable action) {
        steps.add(new Step(condition, action));
    }

    private void tick() {
        // The car must not be offered for sale, so nothing is done with another profile.
        if (++ticks > MOST_TICKS || window().isPresent() && !isPractice()) {
            System.err.println(steps.size() + " steps are left");
            System.exit(NOT_SENT);
        }
        if (!steps.isEmpty() && window().isPresent() && steps.getFirst().condition().getAsBoolean()) {
            // Later, because a step may open a dialog, and JavaFX opens none during an animation.
            Platform.runLater(steps.removeFirst().action());
        }
    }

    private static Optional<Window> window() {
        return Window.getWindows().stream().filter(window -> window.getScene() != null)
                .filter(window -> window.getScene().lookup("#send") != null).findFirst();
    }

    private static boolean isPractice() {
        return ((Toggle) find("profile-practice")).isSelected();
    }

    private static Scene scene() {
        return window().orElseThrow().getScene();
    }

    private static Node find(String id) {
        return scene().lookup("#" + id);
    }

    private static String text(String id) {
        return find(id) instanceof Labeled label ? label.getText() : "";
    }

    private static void shortcut(KeyCode key) {
        scene().getAccelerators().get(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN)).run();
    }

    private static void type(String id, String text) {
        TextInputControl field = (TextInputControl) find(id);
        field.requestFocus();
        field.replaceText(0, field.getLength(), text);
    }
}
