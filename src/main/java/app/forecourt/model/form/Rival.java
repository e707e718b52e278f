package app.forecourt.model.form;

import app.forecourt.car.CarField;
import java.time.Instant;
import java.util.Optional;

/**
 * A text that another desk typed into the same field at the same time.
 *
 * @param author the name of the desk; empty if it is unknown
 * @param at the time by the clock of that desk; empty if it is unknown
 */
public record Rival(CarField field, String text, String author, Optional<Instant> at) {}
