package app.forecourt.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A car, whole.
 *
 * @param draft as it is typed now
 * @param taken the amounts in it that were taken as proposed
 * @param reopened when it was last opened again to be corrected
 * @param attempts all that was tried, oldest first
 * @param register what the register remarked of its plate
 */
public record StoredCar(UUID id, CarDraft draft, Set<CarField> taken, StockMark mark,
        Optional<Instant> reopened,
        Instant begun, List<Submission> attempts, Optional<RegisterNote> register) {
    public StoredCar {
        taken = Set.copyOf(taken);
        attempts = List.copyOf(attempts);
    }

    /** Creates a car without remarks of the register. */
    public StoredCar(UUID id, CarDraft draft, Set<CarField> taken, StockMark mark, Optional<Instant> reopened,
            Instant begun, List<Submission> attempts) {
        this(id, draft, taken, mark, reopened, begun, attempts, Optional.empty());
    }
}
