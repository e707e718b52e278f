package app.forecourt.model.cars;

import app.forecourt.model.stock.Autosave;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The cars that are just being asked for: each is there as good as on its way. */
final class PendingSends {
    private final Set<Sending> now = new HashSet<>();
    /** Those that were left meanwhile, as they were typed then. */
    private final Map<UUID, Autosave.Typed> left = new HashMap<>();

    private record Sending(UUID car, Profile to) {}

    void begin(UUID car, Profile to) {
        now.add(new Sending(car, to));
    }

    void end(UUID car, Profile to) {
        now.remove(new Sending(car, to));
        forget(car);
    }

    /** Forgets how a car was left, unless another sending of the car is still to come. */
    private void forget(UUID car) {
        if (!has(car)) {
            left.remove(car);
        }
    }

    private boolean has(UUID car) {
        return now.stream().anyMatch(sending -> sending.car().equals(car));
    }

    boolean has(UUID car, Profile to) {
        return now.contains(new Sending(car, to));
    }

    /** She goes from a car to another one. */
    void leave(UUID car, Autosave.Typed typed) {
        if (has(car)) {
            left.put(car, typed);
        }
    }

    /**
     * An attempt has come further, and so was asked for.
     *
     * @return how its car was typed, if it was left meanwhile
     */
    Optional<Autosave.Typed> onSubmissionChanged(Submission attempt) {
        now.remove(new Sending(attempt.car(), attempt.profile()));
        Optional<Autosave.Typed> typed = Optional.ofNullable(left.get(attempt.car()));
        forget(attempt.car());
        return typed;
    }
}
