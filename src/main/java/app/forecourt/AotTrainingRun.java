package app.forecourt;

import app.forecourt.model.options.ConnectionState;
import app.forecourt.settings.Profile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/**
 * A first run that the program does by itself, in Practice and nowhere else: a car is typed, an option looked for and chosen, the car
 * sent. Packaging starts it: Java writes down what it used, and the cache of the packaged program is made of that.
 */
final class AotTrainingRun {
    /** The argument of the command that asks for it. */
    static final String FLAG = "--first-run";
    /** What it ends with when practice has no car in the end, or another profile is chosen. */
    static final int NOT_SENT = 4;

    private static final Duration STEP = Duration.millis(150);
    /** Steps; half a minute. */
    private static final int PATIENCE = 200;
    /** By field, in the order of typing. */
    private static final List<Map.Entry<String, String>> CAR = List.of(Map.entry("licensePlate", "XD-99-13"),
            Map.entry("vin", "WBAFG81000LJ37566"), Map.entry("brand", "bmw"), Map.entry("model", "x6"),
            Map.entry("bodyColor", "black"), Map.entry("fuelType", "diesel"),
            Map.entry("dateOfFirstRegistration", "14-05-2012"), Map.entry("mileage", "148.000"),
            Map.entry("salesPrice", "15.944,63"));

    private record Step(BooleanSupplier when, Runnable what) {}

    private final Scene scene;
    private final AppServices office;
    private final Deque<Step> steps = new ArrayDeque<>();
    private int left = PATIENCE;

    AotTrainingRun(Scene scene, AppServices office) {
        this.scene = scene;
        this.office = office;
        // A draft that is in the form stays as it is.
        steps.add(new Step(() -> office.desk().connection().get() instanceof ConnectionState.Ready,
                office.desk().cars()::newCar));
        CAR.forEach(one -> steps.add(new Step(() -> true, () -> type(one.getKey(), one.getValue()))));
        steps.add(new Step(() -> true, () -> type("optionSearch", "air")));
        steps.add(new Step(() -> true, () -> press("optionSearch", KeyCode.ENTER)));
        // What is worth a look is shown first, and sent when asked for once more.
        steps.add(new Step(() -> true, () -> find("send", Button.class).fire()));
        steps.add(new Step(() -> true, () -> find("send", Button.class).fire()));
        steps.add(new Step(this::sent, () -> {}));
    }

    /**
     * Does it, a step at a time.
     *
     * @param ended is told the code to end with
     */
    void begin(IntConsumer ended) {
        if (!inPractice()) {
            ended.accept(NOT_SENT);
            return;
        }
        Timeline steadily = new Timeline();
        steadily.setCycleCount(Animation.INDEFINITE);
        steadily.getKeyFrames().add(new KeyFrame(STEP, tick -> {
            if (!inPractice()) {
                steadily.stop();
                ended.accept(NOT_SENT);
                return;
            }
            if (!steps.isEmpty() && steps.getFirst().when().getAsBoolean()) {
                steps.removeFirst().what().run();
            }
            if (steps.isEmpty() || left-- == 0) {
                steadily.stop();
                ended.accept(sent() ? 0 : NOT_SENT);
            }
        }));
        steadily.play();
    }

    /** Nobody wants to sell this car, and whoever sits before the window may choose another profile meanwhile. */
    private boolean inPractice() {
        return office.desk().profile().get() == Profile.PRACTICE;
    }

    private boolean sent() {
        return office.environments().practice().filter(practice -> !practice.received().isEmpty())
                .isPresent();
    }

    private void type(String id, String text) {
        TextInputControl field = find(id, TextInputControl.class);
        field.requestFocus();
        field.replaceText(0, field.getLength(), text);
    }

    private void press(String id, KeyCode key) {
        find(id, TextInputControl.class)
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }

    private <T extends Node> T find(String id, Class<T> kind) {
        return kind.cast(Objects.requireNonNull(scene.lookup("#" + id), id));
    }
}
