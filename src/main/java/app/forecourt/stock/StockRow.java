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
 * A car as the stock list shows it.
 *
 * @param texts what it is known by, as typed: brand, model, plate, VIN, stock number, dealership; empty ones are absent
 * @param reopened when it was last opened again to be corrected
 * @param begun when its first letter was typed
 * @param traces its attempts, oldest first
 */
public record StockRow(UUID id, Map<CarField, String> texts, StockMark mark, Optional<Instant> reopened,
        Instant begun, List<SubmissionSummary> traces) {

    /** The fields a car is known by. */
    public static final List<CarField> KNOWN_BY = List.of(CarField.BRAND, CarField.MODEL,
            CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID, CarField.DEALERSHIP_ID);

    /** The fields by which two cars are told to be one. */
    public static final List<CarField> IDENTITY = List.of(CarField.VIN, CarField.LICENSE_PLATE,
            CarField.INTERNAL_ID);

    public StockRow {
        texts = Map.copyOf(texts);
        traces = List.copyOf(traces);
    }

    /** What a car that is typed so is known by. */
    public static Map<CarField, String> texts(CarDraft draft) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        KNOWN_BY.stream().filter(field -> !draft.text(field).isEmpty())
                .forEach(field -> texts.put(field, draft.text(field)));
        return texts;
    }

    /** A field's text, {@code ""} when nothing was typed. */
    public String text(CarField field) {
        return texts.getOrDefault(field, "");
    }

    /** By what it is told to be the same car, as the duplicate guard compares it: the same however it is written. */
    public Map<CarField, String> keys() {
        var keys = new EnumMap<CarField, String>(CarField.class);
        IDENTITY.forEach(field -> DuplicateKey.of(field, text(field)).ifPresent(key -> keys.put(field, key)));
        return Map.copyOf(keys);
    }

    /** Where it stands in the list as a whole. */
    public ListingStatus standing() {
        return ListingStatus.of(traces, reopened);
    }

    /** Where it stands with one profile. */
    public ListingStatus standing(Profile profile) {
        return ListingStatus.of(traces, reopened, profile);
    }

    /** Whether something came of it that she should look at: nobody knows whether it arrived, or it was turned down. */
    public boolean needsLook() {
        return standing() == ListingStatus.UNKNOWN || turnedDown().isPresent();
    }

    /** By which attempt a draft was turned down. One that she took back herself says nothing, and is no news to her. */
    public Optional<SubmissionSummary> turnedDown() {
        return traces.reversed().stream().filter(trace -> !trace.stopped()).findFirst()
                .filter(last -> last.state().turnedDown() && standing() == ListingStatus.DRAFT);
    }
}
