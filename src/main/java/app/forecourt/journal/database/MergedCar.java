package app.forecourt.journal.database;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.StockMark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A car after it was merged with versions from other desks.
 *
 * @param steps the drafts from the first to the last, each with what one desk has typed; empty if nothing was typed
 * @param markAuthor the name of the desk that set the mark
 * @param createdAt the time at which a new car was begun
 */
public record MergedCar(
        UUID id,
        List<Step> steps,
        Set<CarField> acceptedSuggestions,
        StockMark mark,
        Optional<Instant> markedAt,
        String markAuthor,
        Optional<Instant> reopened,
        Instant createdAt,
        Optional<RegisterRemarks> registerNote) {

    /** A draft as another desk typed it. */
    public record Step(CarDraft draft, String author, Instant at) {}

    public MergedCar {
        steps = List.copyOf(steps);
        acceptedSuggestions = Set.copyOf(acceptedSuggestions);
    }
}
