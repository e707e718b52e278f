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
 * The training run of the AOT cache: the program types a car, picks an option and sends the car by itself. It runs on
 * the practice profile only. Packaging starts it with {@link #FLAG}: Java records the classes that were used, and the
 * AOT cache of the packaged program is made of this record.
 */
final class AotTrainingRun {
    /** The command-line argument that starts the training run. */
    static final String FLAG = "--first-run";
    /** Exit code if the practice server received no car, or if another profile is chosen. */
    static final int NOT_SENT = 4;

    private static final Duration STEP = Duration.millis(150);
    /** The timeout in ticks of {@link #STEP}: half a minute. */
    private static final int TIMEOUT_TICKS = 200;
    /** Texts by field, in the order of typing. */
    private static final List<Map.Entry<String, String>> CAR = List.of(Map.entry("licensePlate", "XD-99-13"),
            Map.entry("vin", "WBAFG81000LJ37566"), Map.entry("brand", "bmw"), Map.entry("model", "x6"),
            Map.entry("bodyColor", "black"), Map.entry("fuelType", "diesel"),
            Map.entry("dateOfFirstRegistration", "14-05-2012"), Map.entry("mileage", "148.000"),
            Map.entry("salesPrice", "15.944,63"));

    private record Step(BooleanSupplier condition, Runnable action) {}

    private final Scene scene;
    private final AppServices services;
    private final Deque<Step> steps = new ArrayDeque<>();
    private int ticksLeft = TIMEOUT_TICKS;

    AotTrainingRun(Scene scene, AppServices services) {
        this.scene = scene;
        this.services = services;
        // A new car keeps the draft that is in the form.
        steps.add(new Step(() -> services.model().connection().get() instanceof ConnectionState.Ready,
                services.model().cars()::newCar));
        CAR.forEach(field -> steps.add(new Step(() -> true, () -> type(field.getKey(), field.getValue()))));
        steps.add(new Step(() -> true, () -> type("optionSearch", "air")));
        steps.add(new Step(() -> true, () -> press("optionSearch", KeyCode.ENTER)));
        // The first press shows the warnings; the second press sends the car in spite of them.
        steps.add(new Step(() -> true, () -> find("send", Button.class).fire()));
        steps.add(new Step(() -> true, () -> find("send", Button.class).fire()));
        steps.add(new Step(this::isSent, () -> {}));
    }

    /**
     * Runs the steps one at a time. Returns at once.
     *
     * @param onEnd receiver of the exit code
     */
    void start(IntConsumer onEnd) {
        if (!isPractice()) {
            onEnd.accept(NOT_SENT);
            return;
        }
        Timeline ticker = new Timeline();
        ticker.setCycleCount(Animation.INDEFINITE);
        ticker.getKeyFrames().add(new KeyFrame(STEP, _ -> {
            if (!isPractice()) {
                ticker.stop();
                onEnd.accept(NOT_SENT);
                return;
            }
            if (!steps.isEmpty() && steps.getFirst().condition().getAsBoolean()) {
                steps.removeFirst().action().run();
            }
            if (steps.isEmpty() || ticksLeft-- == 0) {
                ticker.stop();
                onEnd.accept(isSent() ? 0 : NOT_SENT);
            }
        }));
        ticker.play();
    }

    /**
     * Returns whether the practice profile is chosen. Every tick checks the profile, because the user may change it
     * during the run. This car must not be offered for sale.
     */
    private boolean isPractice() {
        return services.model().profile().get() == Profile.PRACTICE;
    }

    private boolean isSent() {
        return services.profileClients().runningPractice().filter(practice -> !practice.received().isEmpty())
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

    private <T extends Node> T find(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(scene.lookup("#" + id), id));
    }
}
