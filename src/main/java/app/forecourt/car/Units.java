package app.forecourt.car;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What people write beside a number. Only what agrees with the rest of the draft: "$ 15,000" in a car priced in euro
 * must not lose its dollar in silence.
 */
final class Units {
    /** What people write for metric horse power: Dutch, English, German, French. */
    static final Set<String> HORSE_POWER = Set.of("PK", "HP", "PS", "CH");

    private Units() {}

    /**
     * The units that may stand beside that field's number, upper case.
     *
     * @param coded what the draft has as its currency and as its unit of distance
     */
    static Set<String> of(CarField field, Function<CarField, String> coded) {
        if (field.kind() == Kind.MONEY) {
            String currency = code(coded, CarField.CURRENCY, "EUR");
            return currency.equals("EUR") ? Set.of("EUR", "\u20AC") : Set.of(currency);
        }
        return switch (field) {
            case MILEAGE -> Set.of(code(coded, CarField.MILEAGE_UNIT, "KM"));
            case ENGINE_KW -> Set.of("KW");
            case ENGINE_DISPLACEMENT -> Set.of("CC", "CM3", "CM\u00B3");
            case ENGINE_EMISSION -> Set.of("G/KM");
            default -> Set.of();
        };
    }

    private static String code(Function<CarField, String> coded, CarField field, String otherwise) {
        String code = Texts.trimmed(coded.apply(field)).toUpperCase(Locale.ROOT);
        return code.isEmpty() ? otherwise : code;
    }
}
