package app.forecourt.history;

import app.forecourt.car.CarDraft;
import app.forecourt.stock.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step of a car's history.
 *
 * @param at the time of the step by the clock of that time
 * @param submission the submission that was sent, or that of an advert that was ticked or lost its tick
 * @param draft the car as it was after the step
 * @param changes the fields that differ from the step before
 * @param author the name of the desk; empty for this one
 */
public record HistoryStep(
        Kind kind,
        Instant at,
        Optional<Submission> submission,
        CarDraft draft,
        List<FieldChange> changes,
        Optional<String> author) {

    /** What happened to the car. */
    public enum Kind {
        TYPED,
        /** The car was typed into after AutoChat had accepted it. */
        CORRECTED,
        SENT,
        REOPENED,
        KEPT,
        UNMARKED,
        SOLD,
        WITHDRAWN,
        ARCHIVED,
        DELETED,
        TAKEN_OFF,
        STILL_THERE
    }

    public HistoryStep {
        changes = List.copyOf(changes);
    }

    /** Returns the step with another desk; empty for this one. */
    HistoryStep by(Optional<String> desk) {
        return new HistoryStep(kind, at, submission, draft, changes, desk);
    }

    /** Returns the change of the sales price in this step. */
    public Optional<FieldChange> priceChange() {
        return changes.stream().filter(FieldChange::isPriceChange).findFirst();
    }
}
