package app.forecourt.model.send;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.settings.Profile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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
    private final BiPredicate<UUID, Profile> isShown;
    /** Countdowns in the order in which they were started. */
    private final Map<Sending, Countdown> running = new LinkedHashMap<>();
    /** Number of steps of all countdowns, so that listeners see each step. */
    private final ReadOnlyLongWrapper steps = new ReadOnlyLongWrapper();

    private final ReadOnlyLongWrapper undoCount = new ReadOnlyLongWrapper();
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

    /** @param isShown returns whether the window shows a car and a profile */
    SendDelay(TaskRunner taskRunner, BiPredicate<UUID, Profile> isShown) {
        this.taskRunner = taskRunner;
        this.isShown = isShown;
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
    boolean cancel(PendingCar car) {
        boolean cancelled = running.remove(new Sending(car.car(), car.to())) != null;
        if (cancelled) {
            countUndo();
            changed();
        }
        return cancelled;
    }

    /** Reports that a sending was undone. */
    void countUndo() {
        undoCount.set(undoCount.get() + 1);
    }

    /** Pauses or resumes all countdowns. They pause while a question about them is open. */
    public void setPaused(boolean paused) {
        this.paused = paused;
    }

    /** Returns the number of running countdowns. */
    public int count() {
        return running.size();
    }

    /** Returns the current car if it has a countdown to the chosen profile. */
    public Optional<PendingCar> shown() {
        return pendingCars().filter(car -> isShown.test(car.car(), car.to())).findFirst();
    }

    /**
     * Returns the last car with a countdown that the window does not show. The user has switched to another car or
     * profile.
     */
    public Optional<PendingCar> outOfSight() {
        return pendingCars().filter(car -> !isShown.test(car.car(), car.to())).findFirst();
    }

    /** Returns the cars with a running countdown, the one started last first. */
    Stream<PendingCar> pendingCars() {
        return List.copyOf(running.entrySet()).reversed().stream()
                .map(entry -> new PendingCar(
                        entry.getKey().car(), entry.getKey().to(), entry.getValue().name, entry.getValue().left));
    }

    /** Returns the number of cancelled countdowns. */
    public ReadOnlyLongProperty undoCount() {
        return undoCount.getReadOnlyProperty();
    }

    /** Returns a number that changes with every step of any countdown. */
    public ReadOnlyLongProperty steps() {
        return steps.getReadOnlyProperty();
    }
}
