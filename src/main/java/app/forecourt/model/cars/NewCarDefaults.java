package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a new car begins with since the car that was begun last and typed on this desk had it. Field by field, and few: what a desk always
 * types the same, where whatever stands there wrongly is seen beside the number it belongs to.
 *
 * <ul>
 * <li>The currency and the unit of mileage are learned. They are said below the price and the mileage as soon as those
 * are typed, the question before production has the currency too, and a field that differs from what most desks have says
 * why.
 * <li>The dealership is learned by {@link DealershipAssignment}, which knows its id on each profile; its name stands below it.
 * <li>Whether a car is a VAT car is never learned: a margin car that is sent as a VAT car promises the buyer VAT that
 * was never in the price, and a box that is ticked by itself looks like one she ticked. So are no amounts, whose
 * size says nothing of the next car; no words for fuel, body or gearbox, which are wrong as often as right and look
 * right either way; and no options, which a buyer may hold the dealer to.
 * </ul>
 */
public final class NewCarDefaults {
    private static final Map<CarField, String> USUAL = Map.of(CarField.CURRENCY, "EUR",
            CarField.MILEAGE_UNIT, "KM");

    private final BiFunction<CarField, CarDraft, Optional<String>> known;
    private final Map<CarField, String> learned = new EnumMap<>(USUAL);
    private Instant last = Instant.MIN;

    /** What a car has in the fields that are learned, as far as it is understood, and when the car was begun. */
    public record Lesson(Instant begun, Map<CarField, String> words) {}

    /** @param known what a field of a car is understood as; a slip is no habit */
    NewCarDefaults(BiFunction<CarField, CarDraft, Optional<String>> known) {
        this.known = known;
    }

    /** What is learned. */
    static List<CarField> fields() {
        return USUAL.keySet().stream().sorted().toList();
    }

    /** What a car has to teach. May be asked from any thread. */
    public Lesson of(Instant begun, CarDraft draft) {
        var words = new EnumMap<CarField, String>(CarField.class);
        fields().forEach(field -> known.apply(field, draft).ifPresent(word -> words.put(field, word)));
        return new Lesson(begun, words);
    }

    /** Learns from a car, if it is the one begun last. */
    void remember(Lesson lesson) {
        if (!lesson.begun().isBefore(last)) {
            last = lesson.begun();
            learned.putAll(lesson.words());
        }
    }

    /** What a new car begins with. */
    CarDraft fresh() {
        return CarDraft.of(learned, List.of());
    }

    /** Whether a new car has something there that most desks have not. */
    boolean isUnusual(CarField field) {
        return !USUAL.getOrDefault(field, "").equals(learned.get(field));
    }
}
