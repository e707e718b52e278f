package app.forecourt.sharing.server;

import app.forecourt.car.CarField;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The result of claiming a car for a submission. */
public sealed interface ClaimResult {

    /** The result for a claim that this desk has now, with its id. */
    record Granted(UUID claim) implements ClaimResult {}

    /** The result for a car that another submission of any desk has claimed. The user may take the claim over. */
    record HeldByOther(UnsettledClaim claim) implements ClaimResult {}

    /**
     * The result for a car that the environment may have already. The user may confirm exactly these submissions.
     *
     * @param found the earlier submissions, the newest first
     */
    record Duplicates(List<Duplicate> found) implements ClaimResult {
        public Duplicates {
            found = List.copyOf(found);
        }
    }

    /**
     * An earlier submission of any desk.
     *
     * @param car the submission's car, which may be the car that is sent again
     * @param sharedField the field that both cars share; empty if the same car has changed these fields
     * @param submission the submission as the server has it
     * @param isThere true if the environment certainly has the car by this submission
     */
    record Duplicate(UUID car, Optional<CarField> sharedField, SharedItem submission, boolean isThere) {}
}
