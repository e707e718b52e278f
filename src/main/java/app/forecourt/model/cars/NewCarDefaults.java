package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.check.ParsedDraft;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Defaults of a new car, learned from the car that was begun last. A field is learned only if a dealer always fills it
 * in alike, and if a wrong value shows.
 *
 * <ul>
 *   <li>The currency and the mileage unit are learned. They are repeated below the price and the mileage.
 *   <li>The dealership is learned by {@link DealershipAssignment}, which knows its id on each profile.
 *   <li>The VAT flag is not learned. A margin car sent as a VAT car promises VAT that the price does not contain.
 *   <li>Amounts are not learned, because they say nothing about the next car.
 *   <li>Words for fuel, body or gearbox are not learned, because a wrong one does not show.
 *   <li>Options are not learned, because a buyer may hold the dealer to them.
 * </ul>
 */
public final class NewCarDefaults {
    private static final Map<CarField, String> USUAL = Map.of(CarField.CURRENCY, "EUR", CarField.MILEAGE_UNIT, "KM");

    private final BiFunction<CarField, ParsedDraft, Optional<String>> parser;
    private final Map<CarField, String> learned = new EnumMap<>(USUAL);
    private Instant lastBegun = Instant.MIN;

    /** Valid values of the learned fields of a car, and the time at which the car was begun. */
    public record LearnedValues(Instant createdAt, Map<CarField, String> words) {}

    /** @param parser parser of a car's field; a typing error is empty and is not learned */
    NewCarDefaults(BiFunction<CarField, ParsedDraft, Optional<String>> parser) {
        this.parser = parser;
    }

    /** Returns the learned fields, in form order. */
    static List<CarField> fields() {
        return USUAL.keySet().stream().sorted().toList();
    }

    /** Returns the values that can be learned from a car. Safe to call from any thread. */
    public LearnedValues learnableValues(Instant begun, ParsedDraft draft) {
        var words = new EnumMap<CarField, String>(CarField.class);
        fields().forEach(field -> parser.apply(field, draft).ifPresent(word -> words.put(field, word)));
        return new LearnedValues(begun, words);
    }

    /** Stores the values if no car begun later was learned from. */
    void learn(LearnedValues lesson) {
        if (!lesson.createdAt().isBefore(lastBegun)) {
            lastBegun = lesson.createdAt();
            learned.putAll(lesson.words());
        }
    }

    /** Returns the draft of a new car. */
    CarDraft newDraft() {
        return CarDraft.of(learned, List.of());
    }

    /** Returns whether the learned default of a field differs from the usual one. */
    boolean isUnusual(CarField field) {
        return !USUAL.getOrDefault(field, "").equals(learned.get(field));
    }
}
