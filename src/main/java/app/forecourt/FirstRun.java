package app.forecourt;

import app.forecourt.ui.ConnectionState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
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
 * A first run that the program does by itself, in Practice: a car is typed, an option looked for and chosen, the car
 * sent. Packaging starts it: Java writes down what it used, and the cache of the packaged program is made of that.
 */
final class FirstRun {
    /** The argument of the command that asks for it. */
    static final String FLAG = "--first-run";
    /** What it ends with when practice has no car in the end. */
    static final int NOT_SENT = 4;

    private static final Duration STEP = Duration.millis(150);
    /** Steps; half a minute. */
    private static final int PATIENCE = 200;
    private static final Map<String, String> CAR = Map.of("licensePlate", "XD-99-13", "vin",
            "WBAFG81000LJ37566", "brand", "bmw", "model", "x6", "salesPrice", "15.944,63", "mileage",
            "148.000",
            "fuelType", "diesel", "bodyColor", "black", "firstRegistration", "14-05-2012");

    private record Step(BooleanSupplier when, Runnable what) {}

    private final Scene scene;
    private final BackOffice office;
    private final Deque<Step> steps = new ArrayDeque<>();
    private int left = PATIENCE;

    FirstRun(Scene scene, BackOffice office) {
        this.scene = scene;
        this.office = office;
        steps.add(
                new Step(() -> office.desk().connection().get() instanceof ConnectionState.Ready, () -> {}));
        CAR.forEach((field, text) -> steps.add(new Step(() -> true, () -> type(field, text))));
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
        Timeline steadily = new Timeline();
        steadily.setCycleCount(Animation.INDEFINITE);
        steadily.getKeyFrames().add(new KeyFrame(STEP, tick -> {
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
        return kind.cast(scene.lookup("#" + id));
    }
}
