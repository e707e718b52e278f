package app.forecourt.sharing;

import java.util.UUID;

/**
 * A text of a car that gave way to another one, because two desks typed into the same field. It is in the car's
 * history.
 *
 * @param field the name of the field in AutoChat's API
 * @param desk the name of the other desk; empty if it is unknown
 * @param isOwn true if this desk typed the text
 */
public record ReplacedText(UUID car, String field, String desk, boolean isOwn) {}
