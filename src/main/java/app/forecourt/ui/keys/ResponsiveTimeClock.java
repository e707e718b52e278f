package app.forecourt.ui.keys;

import app.forecourt.concurrent.TaskRunner;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Clock that counts only the time in which the FX thread responds. Stalls do not count, because key presses and clicks
 * during a stall arrive late. The clock stops some seconds after the last reading, because ticks cost battery. Used on
 * the FX thread only.
 */
public final class ResponsiveTimeClock implements LongSupplier {
    /** Time between two ticks. */
    private static final Duration TICK = Duration.ofMillis(100);
    /** Longest time between two ticks that counts in full. A slow computer takes this long. */
    private static final Duration LONGEST_STEP = Duration.ofMillis(200);
    /**
     * Time from the last reading until the clock stops. It is longer than all times of the {@link ConfirmationPolicy}.
     */
    private static final Duration STOPS_AFTER = Duration.ofSeconds(3);

    private final LongSupplier nanoTime;
    private final TaskRunner.Scheduler scheduler;
    private final Executor window;
    private long time;
    private long stopTime;
    private long lastStep;
    private boolean ticking;

    /**
     * Creates a clock that does not tick yet.
     *
     * @param nanoTime a monotonic clock in nanoseconds, such as {@link System#nanoTime()}
     * @param scheduler scheduler of the ticks
     * @param window executor that runs the ticks on the FX thread
     */
    public ResponsiveTimeClock(LongSupplier nanoTime, TaskRunner.Scheduler scheduler, Executor window) {
        this.nanoTime = nanoTime;
        this.scheduler = scheduler;
        this.window = window;
        this.lastStep = nanoTime.getAsLong();
    }

    /** Returns the counted nanoseconds since an arbitrary origin. */
    @Override
    public long getAsLong() {
        step();
        stopTime = time + STOPS_AFTER.toNanos();
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
        ticking = time < stopTime;
        if (ticking) {
            tickLater();
        }
    }

    private void step() {
        long now = nanoTime.getAsLong();
        time += Math.min(now - lastStep, LONGEST_STEP.toNanos());
        lastStep = now;
    }
}
