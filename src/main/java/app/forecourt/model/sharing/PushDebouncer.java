package app.forecourt.model.sharing;

import app.forecourt.concurrent.TaskRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Delays the pushes of saved cars: that of the car in the form until the user pauses or leaves it. Any other car is
 * pushed at once. Used on the FX thread only.
 */
final class PushDebouncer {
    /** Delay from the last save of the car in the form to its push. */
    private static final Duration DELAY = Duration.ofSeconds(1);

    private final TaskRunner taskRunner;
    private final Consumer<UUID> push;
    /** The number of the last change of each car that waits for its delay. */
    private final Map<UUID, Long> waiting = new HashMap<>();

    private long changeCount;

    PushDebouncer(TaskRunner taskRunner, Consumer<UUID> push) {
        this.taskRunner = taskRunner;
        this.push = push;
    }

    /** Pushes a car, or waits for the delay if it is in the form. */
    void onSaved(UUID car, boolean isInForm) {
        long change = ++changeCount;
        waiting.put(car, change);
        if (isInForm) {
            taskRunner.runLater(DELAY, () -> {
                if (waiting.getOrDefault(car, 0L) == change) {
                    pushNow(car);
                }
            });
        } else {
            pushNow(car);
        }
    }

    /** Pushes a car that waits, because it has left the form. */
    void onLeft(UUID car) {
        if (waiting.containsKey(car)) {
            pushNow(car);
        }
    }

    private void pushNow(UUID car) {
        waiting.remove(car);
        push.accept(car);
    }

    /** Forgets the cars that wait, because the next sync compares all cars. */
    void clear() {
        waiting.clear();
    }
}
