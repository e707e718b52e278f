package app.forecourt.stock;

import app.forecourt.car.CarField;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a car is called, as it is typed. */
public final class CarName {
    private CarName() {}

    /**
     * Brand and model, as much of it as there is.
     *
     * @param texts what is typed in a field
     */
    public static String of(Function<CarField, String> texts) {
        return joined(texts, CarField.BRAND, CarField.MODEL);
    }

    /** A car's name in a sentence: brand and model, or what else it is known by. */
    public static String of(StockRow car, String otherwise) {
        String name = of(car::text);
        return name.isEmpty() ? otherwise : name;
    }

    /** Brand, model and version. */
    public static String whole(Function<CarField, String> texts) {
        return joined(texts, CarField.BRAND, CarField.MODEL, CarField.VERSION);
    }

    private static String joined(Function<CarField, String> texts, CarField... fields) {
        return Stream.of(fields).map(texts).map(String::strip).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
