package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.stock.StockRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Defaults of a new car, as the car begun last has them. A field is taken over only if a dealer always fills it in
 * alike, and if a wrong value shows.
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
final class CurrencyAndUnitDefaults {
    private static final Map<CarField, String> USUAL = Map.of(CarField.CURRENCY, "EUR", CarField.MILEAGE_UNIT, "KM");

    private final Vocabulary vocabulary;
    private final Supplier<Optional<StockRow>> newestCar;

    /** @param newestCar supplier of the car begun last */
    CurrencyAndUnitDefaults(Vocabulary vocabulary, Supplier<Optional<StockRow>> newestCar) {
        this.vocabulary = vocabulary;
        this.newestCar = newestCar;
    }

    /** Returns the fields with a default, in form order. */
    static List<CarField> fields() {
        return USUAL.keySet().stream().sorted().toList();
    }

    /** Returns the draft of a new car. A typing error of the car begun last is not taken over. */
    CarDraft newDraft() {
        var words = new EnumMap<CarField, String>(USUAL);
        newestCar
                .get()
                .ifPresent(row -> words.replaceAll((field, usual) -> vocabulary.knows(field, row.text(field))
                        ? vocabulary.canonicalWord(field, row.text(field))
                        : usual));
        return new CarDraft(words, List.of());
    }

    /** Returns whether a default of a field differs from the usual one. */
    static boolean isUnusual(CarField field, String text) {
        return !text.equals(USUAL.get(field));
    }
}
