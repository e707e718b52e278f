package app.forecourt.model.form;

import app.forecourt.car.CarField;
import java.time.Instant;
import java.util.Optional;

/**
 * A text that was typed into the same field at the same time, mostly at another desk.
 *
 * @param author the name of the desk; empty if it is unknown
 * @param at the time by the clock of that desk; empty if it is unknown
 * @param isOwn true if this desk typed the text, and the later one of another desk has replaced it
 */
public record Rival(CarField field, String text, String author, Optional<Instant> at, boolean isOwn) {
    /** Creates the text of another desk. */
    public Rival(CarField field, String text, String author, Optional<Instant> at) {
        this(field, text, author, at, false);
    }
}
