package app.forecourt.car.check;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A draft with the parsed values of its fields, so that each text is parsed once per change. Immutable. */
public final class ParsedDraft {
    private final CarDraft draft;
    private final Map<CarField, ParseResult> results = new EnumMap<>(CarField.class);
    private final Optional<LicensePlate> plate;

    ParsedDraft(CarDraft draft, FieldParser parser) {
        this.draft = draft;
        for (CarField field : CarField.values()) {
            results.put(field, parser.parse(field, draft));
        }
        this.plate = LicensePlate.of(draft.text(CarField.LICENSE_PLATE));
    }

    /** Returns the draft as typed. */
    public CarDraft draft() {
        return draft;
    }

    /**
     * Returns the parsed value of a field.
     *
     * @return a value of the Java type of the field's {@link FieldType}; empty if the text is blank or invalid, and for
     *         {@link CarField#OPTIONS}
     */
    public Optional<Object> value(CarField field) {
        return result(field) instanceof ParseResult.Value parsed ? Optional.of(parsed.value())
                : Optional.empty();
    }

    /** Returns the licence plate with its country; empty if the text can't be a plate. */
    public Optional<LicensePlate> plate() {
        return plate;
    }

    /** Returns the result of parsing a field. */
    public ParseResult result(CarField field) {
        return results.getOrDefault(field, new ParseResult.Empty());
    }
}
