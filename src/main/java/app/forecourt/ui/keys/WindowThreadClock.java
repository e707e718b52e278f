package app.forecourt.ui.keys;

import app.forecourt.concurrent.TaskRunner;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Clock of the time in which the window's thread runs. Time in which the thread stalls does not count, because keys and
 * clicks of that time come late. The clock stops some seconds after the last reading, because ticks cost battery. Used
 * on the window's thread.
 */
public final class WindowThreadClock implements LongSupplier {
    /** Time between two ticks. */
    private static final Duration TICK = Duration.ofMillis(100);
    /** Longest time from one tick to the next one that counts in full. A slow computer takes this long. */
    private static final Duration LONGEST_STEP = Duration.ofMillis(200);
    /** Time until the clock stops. It is longer than any time of the {@link ConfirmationPolicy}. */
    private static final Duration GOES_ON = Duration.ofSeconds(3);

    private final LongSupplier nanoTime;
    private final TaskRunner.Scheduler scheduler;
    private final Executor window;
    private long time;
    private long end;
    private long stepped;
    private boolean ticking;

    /**
     * Makes a clock that does not tick yet.
     *
     * @param nanoTime a monotonic clock, as {@link System#nanoTime()}
     * @param scheduler starts the ticks
     * @param window runs the ticks on the window's thread
     */
    public WindowThreadClock(LongSupplier nanoTime, TaskRunner.Scheduler scheduler, Executor window) {
        this.nanoTime = nanoTime;
        this.scheduler = scheduler;
        this.window = window;
        this.stepped = nanoTime.getAsLong();
    }

    /** Returns the nanoseconds since some time. */
    @Override
    public long getAsLong() {
        step();
        end = time + GOES_ON.toNanos();
        if (!ticking) {
            ticking = true;
            tickLater();
        }
        return time;
    }

    private void tickLater() {
        scheduler.schedule(TICK, () -> window.execute(this::tick));
    }

    private void tick() {
        step();
        ticking = time < end;
        if (ticking) {
            tickLater();
        }
    }

    private void step() {
        long now = nanoTime.getAsLong();
        time += Math.min(now - stepped, LONGEST_STEP.toNanos());
        stepped = now;
    }
}
