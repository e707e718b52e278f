package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.text.TextSanitizer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of a car, built from the fields as typed. */
public final class CarName {
    private CarName() {}

    /**
     * Returns brand and model, without the empty ones.
     *
     * @param texts the text of each field
     */
    public static String of(Function<CarField, String> texts) {
        return joined(texts, CarField.BRAND, CarField.MODEL);
    }

    /**
     * Returns a car's name for a sentence: an excerpt of brand and model, because a field of a draft may hold 2,000
     * characters. Returns the fallback if both are empty.
     */
    public static String of(StockRow car, String fallback) {
        String name = of(car::text);
        return name.isEmpty() ? fallback : TextSanitizer.excerpt(name);
    }

    /**
     * Returns brand, model and version, without the empty ones.
     *
     * @param texts the text of each field
     */
    public static String withVersion(Function<CarField, String> texts) {
        return joined(texts, CarField.BRAND, CarField.MODEL, CarField.VERSION);
    }

    private static String joined(Function<CarField, String> texts, CarField... fields) {
        return Stream.of(fields).map(texts).map(String::strip).filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
