package app.forecourt.history;

import app.forecourt.car.CarDraft;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A step of a car's history as the journal stores it.
 *
 * @param at the time of the step by the clock of that time
 * @param lastSent the time at which the last submission before this step was requested; empty if there was none
 * @param draft the car as it was typed then; empty unless the event is {@link Event#TYPED}
 * @param submission the submission of an advert that was ticked or lost its tick
 * @param author the name of the desk; empty for this one
 */
public record StoredStep(
        Event event,
        Instant at,
        Optional<Instant> lastSent,
        Optional<CarDraft> draft,
        Optional<UUID> submission,
        Optional<String> author) {

    /** What happened to a car. Each mark has the name that it has in the stock list. */
    public enum Event {
        TYPED,
        /** The car was reopened for correction. */
        REOPENED,
        /** The correction was cancelled, and the car stays as it was sent. */
        KEPT,
        /** The car lost its mark. */
        NONE,
        SOLD,
        WITHDRAWN,
        ARCHIVED,
        DELETED,
        /** The user ticked an advert that was taken off AutoChat. */
        TAKEN_OFF,
        /** The user removed that tick. */
        STILL_THERE
    }
}
