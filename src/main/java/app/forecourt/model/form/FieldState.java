package app.forecourt.model.form;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Problem;
import app.forecourt.car.SourcedValue;
import app.forecourt.car.price.PriceSuggestion;
import java.util.List;
import java.util.Optional;

/**
 * What the form shows of one field, derived from the whole car after each change.
 *
 * @param text the text as typed
 * @param value the parsed value, for a plate the {@link LicensePlate}; empty if the text is blank or invalid
 * @param context the currency of an amount, or the name of the car's dealership; empty for other fields
 * @param problems the visible problems, a rejected change first
 * @param hints the hints
 * @param suggestion the amount that follows from other fields
 * @param origin the source of the text, empty if the user typed the text
 * @param difference the register's value, if the form has another one
 * @param readOnly true while the car is being sent or was sent
 */
public record FieldState(CarField field, String text, Optional<Object> value, Optional<String> context,
        List<Problem> problems, List<Problem> hints, Optional<PriceSuggestion> suggestion,
        Optional<SourcedValue.Origin> origin, Optional<ExternalValues.Value> difference, boolean readOnly) {
    public FieldState {
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }

    /** Returns whether nothing is typed. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
