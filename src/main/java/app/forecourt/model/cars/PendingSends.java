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

/** Cars with a submission that is being written to the journal. They count as SENDING until then. */
final class PendingSends {
    private final Set<Sending> pending = new HashSet<>();
    /** Drafts of the pending cars that left the form, as they were then. */
    private final Map<UUID, Autosave.TypedCar> leftDrafts = new HashMap<>();

    private record Sending(UUID car, Profile to) {}

    void begin(UUID car, Profile to) {
        pending.add(new Sending(car, to));
    }

    void end(UUID car, Profile to) {
        pending.remove(new Sending(car, to));
        forget(car);
    }

    /** Drops the stored draft of a car, unless another submission of that car is pending. */
    private void forget(UUID car) {
        if (!isPending(car)) {
            leftDrafts.remove(car);
        }
    }

    private boolean isPending(UUID car) {
        return pending.stream().anyMatch(sending -> sending.car().equals(car));
    }

    boolean isPending(UUID car, Profile to) {
        return pending.contains(new Sending(car, to));
    }

    /** Stores the draft of a pending car that leaves the form. */
    void storeLeftDraft(UUID car, Autosave.TypedCar typed) {
        if (isPending(car)) {
            leftDrafts.put(car, typed);
        }
    }

    /**
     * Ends the pending state of a submission that the outbox reported.
     *
     * @return the stored draft, if the car left the form while it was pending
     */
    Optional<Autosave.TypedCar> onSubmissionChanged(Submission submission) {
        pending.remove(new Sending(submission.car(), submission.profile()));
        Optional<Autosave.TypedCar> typed = Optional.ofNullable(leftDrafts.get(submission.car()));
        forget(submission.car());
        return typed;
    }
}
