package app.forecourt.model.send;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.settings.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * Countdown before a car is sent, so that the user can undo the sending. Nothing is sent or written before its end, so
 * that the car is a draft if the program ends. Used on the FX thread only.
 */
public final class SendDelay {
    /** Length of the countdown, in seconds. */
    public static final int SECONDS = 5;
    /** Interval between two steps of the countdown. */
    public static final Duration TICK = Duration.ofSeconds(1);

    private final TaskRunner taskRunner;
    /** Countdowns in the order in which they were started. */
    private final Map<Sending, Countdown> running = new LinkedHashMap<>();
    /** Number of steps of all countdowns, so that listeners see each step. */
    private final ReadOnlyLongWrapper steps = new ReadOnlyLongWrapper();
    private boolean paused;

    /**
     * Car with a running countdown.
     *
     * @param name display name of the car
     * @param secondsLeft seconds until the car is sent
     */
    public record PendingCar(UUID car, Profile to, String name, int secondsLeft) {}

    private record Sending(UUID car, Profile to) {}

    private static final class Countdown {
        private final String name;
        private final Runnable leave;
        private int left = SECONDS;

        Countdown(String name, Runnable leave) {
            this.name = name;
            this.leave = leave;
        }
    }

    SendDelay(TaskRunner taskRunner) {
        this.taskRunner = taskRunner;
    }

    /**
     * Starts the countdown of a car.
     *
     * @param leave sends the car
     */
    void start(UUID car, Profile to, String name, Runnable leave) {
        Sending sending = new Sending(car, to);
        Countdown countdown = new Countdown(name, leave);
        running.put(sending, countdown);
        tickLater(sending, countdown);
        changed();
    }

    private void tickLater(Sending sending, Countdown countdown) {
        taskRunner.runLater(TICK, () -> tick(sending, countdown));
    }

    private void tick(Sending sending, Countdown countdown) {
        if (running.get(sending) != countdown) {
            // The user cancelled the countdown.
            return;
        }
        if (!paused) {
            countdown.left--;
        }
        if (countdown.left > 0) {
            tickLater(sending, countdown);
        } else {
            running.remove(sending);
            countdown.leave.run();
        }
        changed();
    }

    private void changed() {
        steps.set(steps.get() + 1);
    }

    /**
     * Cancels the countdown of a car.
     *
     * @return false if there was none
     */
    boolean cancel(UUID car, Profile to) {
        boolean cancelled = running.remove(new Sending(car, to)) != null;
        if (cancelled) {
            changed();
        }
        return cancelled;
    }

    /** Pauses or resumes all countdowns. They pause while a question about them is open. */
    public void setPaused(boolean paused) {
        this.paused = paused;
    }

    /** Returns the number of running countdowns. */
    public int count() {
        return running.size();
    }

    /** Returns the cars with a running countdown, the one started last first. */
    List<PendingCar> pendingCars() {
        List<PendingCar> cars = new ArrayList<>();
        running.forEach((sending, countdown) -> cars
                .addFirst(new PendingCar(sending.car(), sending.to(), countdown.name, countdown.left)));
        return cars;
    }

    /** Returns the seconds until a car is sent, empty if it has no countdown. */
    OptionalInt secondsLeft(UUID car, Profile to) {
        Countdown countdown = running.get(new Sending(car, to));
        return countdown == null ? OptionalInt.empty() : OptionalInt.of(countdown.left);
    }

    /** Returns a number that changes with every step of any countdown. */
    public ReadOnlyLongProperty steps() {
        return steps.getReadOnlyProperty();
    }
}
