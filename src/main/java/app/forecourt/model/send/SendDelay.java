package app.forecourt.model.send;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    /** The countdown started last is the first. */
    private final List<Countdown> running = new ArrayList<>();
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

    private static final class Countdown {
        private final Submission submission;
        private final String name;
        private final Runnable leave;
        private int left = SECONDS;

        Countdown(Submission submission, String name, Runnable leave) {
            this.submission = submission;
            this.name = name;
            this.leave = leave;
        }

        PendingCar car() {
            return new PendingCar(submission.car(), submission.profile(), name, left);
        }
    }

    /** @param isShown returns whether the window shows a car and a profile */
    SendDelay(TaskRunner taskRunner, BiPredicate<UUID, Profile> isShown) {
        this.taskRunner = taskRunner;
        this.isShown = isShown;
    }

    /**
     * Starts the countdown of a submission.
     *
     * @param name display name of the car
     * @param leave sends the car
     */
    void start(Submission submission, String name, Runnable leave) {
        Countdown countdown = new Countdown(submission, name, leave);
        running.addFirst(countdown);
        tickLater(countdown);
        changed();
    }

    private void tickLater(Countdown countdown) {
        taskRunner.runLater(TICK, () -> tick(countdown));
    }

    private void tick(Countdown countdown) {
        if (!running.contains(countdown)) {
            // The user cancelled the countdown.
            return;
        }
        if (!paused) {
            countdown.left--;
        }
        if (countdown.left > 0) {
            tickLater(countdown);
        } else {
            running.remove(countdown);
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
        boolean cancelled = running.removeIf(countdown ->
                countdown.submission.car().equals(car.car()) && countdown.submission.profile() == car.to());
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
        return List.copyOf(running).stream().map(Countdown::car);
    }

    /** Returns a number that changes with every step of any countdown. */
    public ReadOnlyLongProperty steps() {
        return steps.getReadOnlyProperty();
    }
}
