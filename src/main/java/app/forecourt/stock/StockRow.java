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
 * @param createdAt the time at which the first letter was typed
 * @param submissions the summaries of the car's submissions, the oldest first
 */
public record StockRow(UUID id, Map<CarField, String> texts, StockMark mark, Optional<Instant> reopened,
        Instant createdAt, List<SubmissionSummary> submissions) {

    /** The fields by which a car is known. */
    public static final List<CarField> KNOWN_BY = List.of(CarField.BRAND, CarField.MODEL,
            CarField.LICENSE_PLATE, CarField.VIN, CarField.INTERNAL_ID, CarField.DEALERSHIP_ID);

    /** The fields by which two cars are identified as the same. */
    public static final List<CarField> IDENTITY = List.of(CarField.VIN, CarField.LICENSE_PLATE,
            CarField.INTERNAL_ID);

    public StockRow {
        texts = Map.copyOf(texts);
        submissions = List.copyOf(submissions);
    }

    /** Returns the fields by which a car with this draft is known. */
    public static Map<CarField, String> texts(CarDraft draft) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        KNOWN_BY.stream().filter(field -> !draft.text(field).isEmpty())
                .forEach(field -> texts.put(field, draft.text(field)));
        return texts;
    }

    /** Returns the row with a mark. */
    public StockRow with(StockMark newMark) {
        return new StockRow(id, texts, newMark, reopened, createdAt, submissions);
    }

    /** Returns a field's text, {@code ""} if nothing was typed. */
    public String text(CarField field) {
        return texts.getOrDefault(field, "");
    }

    /** Returns the car's keys by field, as the duplicate guard compares them, independent of the spelling. */
    public Map<CarField, String> duplicateKeys() {
        var keys = new EnumMap<CarField, String>(CarField.class);
        IDENTITY.forEach(field -> DuplicateKey.of(field, text(field)).ifPresent(key -> keys.put(field, key)));
        return Map.copyOf(keys);
    }

    /** Returns the status of the car on all profiles together. */
    public ListingStatus status() {
        return ListingStatus.of(submissions, reopened);
    }

    /** Returns the status of the car on one profile. */
    public ListingStatus status(Profile profile) {
        return ListingStatus.of(submissions, reopened, profile);
    }

    /** Returns true if the user should look at the car, because its outcome is unknown or it was turned down. */
    public boolean needsAttention() {
        return status() == ListingStatus.UNKNOWN || failedSubmission().isPresent();
    }

    /**
     * Returns the submission by which a draft was turned down. Submissions that the user stopped are skipped, because
     * they are no news to the user.
     */
    public Optional<SubmissionSummary> failedSubmission() {
        return submissions.reversed().stream().filter(summary -> !summary.stopped()).findFirst()
                .filter(last -> last.state().isTurnedDown() && status() == ListingStatus.DRAFT);
    }
}
