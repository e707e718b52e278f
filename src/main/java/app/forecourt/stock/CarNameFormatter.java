package app.forecourt.stock;

import app.forecourt.car.CarField;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.TextSanitizer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formatter of the names of cars. Brand and model are shown as people write them, however they were typed: {@code Opel
 * Corsa}. Thread-safe.
 *
 * @param vocabulary the names of brands and models
 */
public record CarNameFormatter(Vocabulary vocabulary) {

    /**
     * Returns brand and model, without the empty ones.
     *
     * @param texts the text of each field
     */
    public String name(Function<CarField, String> texts) {
        return joined(displayName(CarField.BRAND, texts), displayName(CarField.MODEL, texts));
    }

    /**
     * Returns a car's name for a sentence: an excerpt of brand and model, because a field of a draft may hold 2,000
     * characters. Without them, returns what else the car is known by, or the fallback.
     */
    public String name(StockRow car, String fallback) {
        return TextSanitizer.excerpt(Stream.of(
                        name(car::text),
                        LicensePlate.readable(car.text(CarField.LICENSE_PLATE)),
                        car.text(CarField.VIN),
                        car.text(CarField.INTERNAL_ID),
                        fallback)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(fallback));
    }

    /**
     * Returns brand, model and version, without the empty ones. The version stays as typed.
     *
     * @param texts the text of each field
     */
    public String nameWithVersion(Function<CarField, String> texts) {
        return joined(name(texts), texts.apply(CarField.VERSION));
    }

    private String displayName(CarField field, Function<CarField, String> texts) {
        return vocabulary.displayName(field, texts.apply(field));
    }

    private static String joined(String... texts) {
        return Stream.of(texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
