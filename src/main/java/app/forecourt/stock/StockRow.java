package app.forecourt.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the stock list.
 *
 * @param texts the fields by which the car is known, as typed: brand, model, plate, VIN, stock number, dealership;
 * empty ones are absent
 * @param reopened the time at which the car was last reopened for correction
 * @param begun the time at which the first letter was typed
 * @param traces the summaries of the car's submissions, the oldest first
 */
public record StockRow(UUID id, Map<CarField, String> texts, StockMark mark, Optional<Instant> reopened,
        Instant begun, List<SubmissionSummary> traces) {

    /** The fields by which a car is known. */
    public static final List<CarField> KNOWN_BY = List.of(CarField.BRAND, CarField.MODEL,
            CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID, CarField.DEALERSHIP_ID);

    /** The fields by which two cars are identified as the same. */
    public static final List<CarField> IDENTITY = List.of(CarField.VIN, CarField.LICENSE_PLATE,
            CarField.INTERNAL_ID);

    public StockRow {
        texts = Map.copyOf(texts);
        traces = List.copyOf(traces);
    }

    /** Returns the fields by which a car with this draft is known. */
    public static Map<CarField, String> texts(CarDraft draft) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        KNOWN_BY.stream().filter(field -> !draft.text(field).isEmpty())
                .forEach(field -> texts.put(field, draft.text(field)));
        return texts;
    }

    /** Returns a field's text, {@code ""} if nothing was typed. */
    public String text(CarField field) {
        return texts.getOrDefault(field, "");
    }

    /** Returns the car's keys by field, as the duplicate guard compares them, independent of the spelling. */
    public Map<CarField, String> keys() {
        var keys = new EnumMap<CarField, String>(CarField.class);
        IDENTITY.forEach(field -> DuplicateKey.of(field, text(field)).ifPresent(key -> keys.put(field, key)));
        return Map.copyOf(keys);
    }

    /** Returns the status of the car on all profiles together. */
    public ListingStatus standing() {
        return ListingStatus.of(traces, reopened);
    }

    /** Returns the status of the car on one profile. */
    public ListingStatus standing(Profile profile) {
        return ListingStatus.of(traces, reopened, profile);
    }

    /** Returns true if the user should look at the car, because its outcome is unknown or it was turned down. */
    public boolean needsLook() {
        return standing() == ListingStatus.UNKNOWN || turnedDown().isPresent();
    }

    /**
     * Returns the submission by which a draft was turned down. Submissions that the user stopped are skipped, because
     * they are no news to the user.
     */
    public Optional<SubmissionSummary> turnedDown() {
        return traces.reversed().stream().filter(summary -> !summary.stopped()).findFirst()
                .filter(last -> last.state().turnedDown() && standing() == ListingStatus.DRAFT);
    }
}
