package app.forecourt.upload;

import app.forecourt.photo.upload.PhotoUpload;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The times of the next tries of failed photos, by the monotonic clock. The pause doubles with each failed try. */
final class RetrySchedule {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;

    private final LongSupplier nanoTime;
    private final Map<UUID, Long> due = new HashMap<>();

    /** @param nanoTime a monotonic clock in nanoseconds */
    RetrySchedule(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns the present time in nanoseconds. */
    long now() {
        return nanoTime.getAsLong();
    }

    /** Returns the nanoseconds from a time to the next try of a photo; 0 or less if it is due. */
    long pause(PhotoUpload photo, long now) {
        Long time = due.get(photo.id());
        return time == null ? 0 : time - now;
    }

    /** Schedules the next try of a photo after a step. */
    void onStepDone(PhotoUpload photo) {
        if (photo.failure().isPresent()) {
            due.put(photo.id(), now() + pauseAfter(photo.tries()).toNanos());
        } else {
            due.remove(photo.id());
        }
    }

    /** Makes a photo due at once. */
    void hasten(UUID photo) {
        due.remove(photo);
    }

    /** Makes all photos due at once. */
    void hastenAll() {
        due.clear();
    }

    private static Duration pauseAfter(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
