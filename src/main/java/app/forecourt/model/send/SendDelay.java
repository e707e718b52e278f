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
 * Countdown before a car leaves, so that the sending can be undone. While it runs nothing is sent and nothing is noted,
 * so that the car is a draft when the program ends. Used on the window's thread.
 */
public final class SendDelay {
    /** Seconds until a car leaves. */
    public static final int SECONDS = 5;
    /** Step of the countdown. */
    public static final Duration TICK = Duration.ofSeconds(1);

    private final TaskRunner background;
    /** In the order in which they were started. */
    private final Map<Sending, Countdown> running = new LinkedHashMap<>();
    /** Changes with every step of any countdown. */
    private final ReadOnlyLongWrapper steps = new ReadOnlyLongWrapper();
    private boolean held;

    /**
     * A car that has not left yet.
     *
     * @param name what the user calls it
     * @param left seconds until it leaves
     */
    public record Leaving(UUID car, Profile to, String name, int left) {}

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

    SendDelay(TaskRunner background) {
        this.background = background;
    }

    /** Starts the countdown of a car. */
    void start(UUID car, Profile to, String name, Runnable leave) {
        Sending sending = new Sending(car, to);
        Countdown countdown = new Countdown(name, leave);
        running.put(sending, countdown);
        tickLater(sending, countdown);
        changed();
    }

    private void tickLater(Sending sending, Countdown countdown) {
        background.later(TICK, () -> tick(sending, countdown));
    }

    private void tick(Sending sending, Countdown countdown) {
        if (running.get(sending) != countdown) {
            // It was cancelled meanwhile.
            return;
        }
        if (!held) {
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

    /** Ends the countdown of a car without sending it; returns whether there was one. */
    boolean cancel(UUID car, Profile to) {
        boolean cancelled = running.remove(new Sending(car, to)) != null;
        if (cancelled) {
            changed();
        }
        return cancelled;
    }

    /** Stops the clock of all countdowns while a question about them is open. */
    public void hold(boolean whether) {
        held = whether;
    }

    /** Returns the number of cars that have not left yet. */
    public int count() {
        return running.size();
    }

    /** Returns the cars that have not left yet, the one that was started last first. */
    List<Leaving> leaving() {
        List<Leaving> all = new ArrayList<>();
        running.forEach((sending, countdown) -> all
                .addFirst(new Leaving(sending.car(), sending.to(), countdown.name, countdown.left)));
        return all;
    }

    /** Returns the seconds until a car leaves, empty when it has no countdown. */
    OptionalInt left(UUID car, Profile to) {
        Countdown countdown = running.get(new Sending(car, to));
        return countdown == null ? OptionalInt.empty() : OptionalInt.of(countdown.left);
    }

    /** Returns a number that changes with every step of any countdown. */
    public ReadOnlyLongProperty steps() {
        return steps.getReadOnlyProperty();
    }
}
