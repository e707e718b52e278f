package app.forecourt.stock;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.UnitSuffixes;
import app.forecourt.settings.Profile;
import app.forecourt.text.NumberParser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A row of the stock list.
 *
 * @param texts the fields by which the car is known, as typed: brand, model, plate, VIN, stock number, dealership;
 *     empty ones are absent
 * @param details the other fields that the list shows, as typed: version, body type, price, currency, mileage and its
 *     unit; empty ones are absent
 * @param markedAt the time at which the car got its mark; empty if it has none or the time is unknown
 * @param reopened the time at which the car was last reopened for correction
 * @param createdAt the time at which the first letter was typed
 * @param submissions the summaries of the car's submissions, the oldest first
 * @param prices the earlier sales prices
 */
public record StockRow(
        UUID id,
        Map<CarField, String> texts,
        Map<CarField, String> details,
        StockMark mark,
        Optional<Instant> markedAt,
        Optional<Instant> reopened,
        Instant createdAt,
        List<SubmissionSummary> submissions,
        EarlierPrices prices) {

    /** The fields by which a car is known. */
    public static final List<CarField> KNOWN_BY = List.of(
            CarField.BRAND,
            CarField.MODEL,
            CarField.LICENSE_PLATE,
            CarField.VIN,
            CarField.INTERNAL_ID,
            CarField.DEALERSHIP_ID);

    /** The other fields that the list shows. */
    public static final List<CarField> DETAILS = List.of(
            CarField.VERSION,
            CarField.BODY_TYPE,
            CarField.SALES_PRICE,
            CarField.CURRENCY,
            CarField.MILEAGE,
            CarField.MILEAGE_UNIT);

    /** The fields by which two cars are identified as the same. */
    public static final List<CarField> IDENTITY = List.of(CarField.VIN, CarField.LICENSE_PLATE, CarField.INTERNAL_ID);

    public StockRow {
        texts = Map.copyOf(texts);
        details = Map.copyOf(details);
        submissions = List.copyOf(submissions);
    }

    /** Returns the fields by which a car with this draft is known. */
    public static Map<CarField, String> texts(CarDraft draft) {
        return texts(draft, KNOWN_BY);
    }

    /** Returns the other fields that the list shows of a car with this draft. */
    public static Map<CarField, String> details(CarDraft draft) {
        return texts(draft, DETAILS);
    }

    private static Map<CarField, String> texts(CarDraft draft, List<CarField> fields) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        fields.stream()
                .filter(field -> !draft.text(field).isEmpty())
                .forEach(field -> texts.put(field, draft.text(field)));
        return texts;
    }

    /** Returns the row with a mark that the car got at that time. */
    public StockRow with(StockMark newMark, Optional<Instant> since) {
        return new StockRow(id, texts, details, newMark, since, reopened, createdAt, submissions, prices);
    }

    /** Returns the row with another state of one of its submissions. */
    public StockRow with(SubmissionSummary changed) {
        return new StockRow(
                id,
                texts,
                details,
                mark,
                markedAt,
                reopened,
                createdAt,
                submissions.stream()
                        .map(summary -> summary.id().equals(changed.id()) ? changed : summary)
                        .toList(),
                prices);
    }

    /** Returns the text of a field that the list knows, {@code ""} if nothing was typed. */
    public String text(CarField field) {
        return texts.getOrDefault(field, details.getOrDefault(field, ""));
    }

    /** Returns the car's keys by field, as the duplicate guard compares them, independent of the spelling. */
    public Map<CarField, String> duplicateKeys() {
        var keys = new EnumMap<CarField, String>(CarField.class);
        IDENTITY.forEach(field -> DuplicateKeyNormalizer.of(field, text(field)).ifPresent(key -> keys.put(field, key)));
        return Map.copyOf(keys);
    }

    /** Returns the sales price as typed; empty if it is no amount that can be sent. */
    public Optional<BigDecimal> price() {
        return price(text(CarField.SALES_PRICE));
    }

    private Optional<BigDecimal> price(String typed) {
        return NumberParser.parseAmount(typed, UnitSuffixes.of(CarField.SALES_PRICE, this::text))
                .filter(CarField.SALES_PRICE.limits().range()::contains);
    }

    /** Returns the last change of the sales price; empty if it never changed, or one of the prices is no amount. */
    public Optional<PriceChange> priceChange() {
        return price().flatMap(after -> Stream.of(
                        change(prices.base(), after, prices.typedAt()),
                        change(prices.earlier(), after, prices.changedAt()))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private Optional<PriceChange> change(String earlier, BigDecimal after, Optional<Instant> at) {
        return at.flatMap(time -> price(earlier)
                .filter(before -> before.compareTo(after) != 0)
                .map(before -> new PriceChange(before, after, time)));
    }

    /** Returns the code of the currency; euros if none was typed. */
    public String currency() {
        return code(CarField.CURRENCY, "EUR");
    }

    /** Returns the mileage as typed; empty if it is no number that can be sent. */
    public Optional<BigDecimal> mileage() {
        return NumberParser.parseWholeNumber(text(CarField.MILEAGE), UnitSuffixes.of(CarField.MILEAGE, this::text))
                .filter(CarField.MILEAGE.limits().range()::contains);
    }

    /** Returns the code of the unit of distance; kilometres if none was typed. */
    public String mileageUnit() {
        return code(CarField.MILEAGE_UNIT, "KM");
    }

    private String code(CarField field, String usual) {
        String typed = text(field).strip().toUpperCase(Locale.ROOT);
        return typed.isEmpty() ? usual : typed;
    }

    /** Returns the time at which the first submission was requested that AutoChat accepted, on any profile. */
    public Optional<Instant> firstSent() {
        return submissions.stream()
                .filter(SubmissionSummary::isAccepted)
                .findFirst()
                .map(SubmissionSummary::requestedAt);
    }

    /** Returns the car's adverts that are out of date, also those that were taken off. */
    public List<StaleAdvert> staleAdverts() {
        return StaleAdvert.of(this);
    }

    /** Returns the status of the car on all profiles together. */
    public SendingStatus status() {
        return SendingStatus.of(submissions, reopened);
    }

    /** Returns the status of the car on one profile. */
    public SendingStatus status(Profile profile) {
        return SendingStatus.of(submissions, reopened, profile);
    }

    /** Returns true if the user should look at the car, because its outcome is unknown or it was turned down. */
    public boolean needsAttention() {
        return status() == SendingStatus.UNKNOWN || failedSubmission().isPresent();
    }

    /**
     * Returns the submission by which a draft was turned down. Submissions that the user stopped are skipped, because
     * they are no news to the user.
     */
    public Optional<SubmissionSummary> failedSubmission() {
        return submissions.reversed().stream()
                .filter(summary -> !summary.stopped())
                .findFirst()
                .filter(last -> last.state().isTurnedDown() && status() == SendingStatus.DRAFT);
    }
}
