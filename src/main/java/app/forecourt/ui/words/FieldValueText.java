package app.forecourt.ui.words;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.car.Price;
import app.forecourt.car.check.ParsedDraft;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.option.CarOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Formatter of a car's fields as people write them in the window's language: with units, and without AutoChat's codes.
 *
 * @param optionNames returns AutoChat's own name of an option for its API name
 * @param photoNames returns the name of the file for a photo that has no address yet
 */
public record FieldValueText(
        Messages messages,
        Vocabulary vocabulary,
        UnaryOperator<String> optionNames,
        Function<String, Optional<String>> photoNames) {

    /** Returns the value of a field, or its text if it can't be parsed; {@code ""} if it is empty. */
    public String text(CarField field, ParsedDraft car) {
        if (field.type() == FieldType.OPTIONS) {
            return options(car.draft().options());
        }
        Optional<Object> value =
                field.type() == FieldType.PLATE ? car.plate().map(LicensePlate::formatted) : car.value(field);
        return value.map(known -> text(field, known, car))
                .orElseGet(() -> field.type() == FieldType.LINKS
                        ? photos(car.draft().text(field).strip().lines().toList())
                        : car.draft().text(field).strip());
    }

    /** Returns the names of options, one per line. */
    public String options(List<String> names) {
        return names.stream()
                .map(name ->
                        messages.optionTranslator().get().distinctName(new CarOption(name, optionNames.apply(name))))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the photos of a car, one per line: addresses, and the names of files that have none yet. */
    public String photos(List<String> lines) {
        return lines.stream()
                .map(line -> PhotoPlaceholder.isPlaceholder(line)
                        ? photoNames.apply(line).orElseGet(() -> messages.get("photo.elsewhere"))
                        : line)
                .collect(Collectors.joining("\n"));
    }

    private String text(CarField field, Object value, ParsedDraft car) {
        return switch (value) {
            case BigDecimal amount ->
                messages.price(new Price(amount, code(CarField.CURRENCY, car).orElse("")));
            case Boolean set -> messages.get(set ? "flag.yes" : "flag.no");
            case Integer year when field.type() == FieldType.YEAR -> year.toString();
            case Integer number ->
                unit(field, car)
                        .map(unit -> messages.get("echo.unit", messages.value(number), unit))
                        .orElseGet(() -> messages.value(number));
            case String word when field.type() == FieldType.WORD -> vocabulary.label(field, word, messages.locale());
            case String code when field.type() == FieldType.CODE -> shownCode(field, code);
            case List<?> links
            when field.type() == FieldType.LINKS ->
                photos(links.stream().map(String::valueOf).toList());
            default -> messages.value(value);
        };
    }

    private Optional<String> unit(CarField field, ParsedDraft car) {
        return field == CarField.MILEAGE ? code(CarField.MILEAGE_UNIT, car) : messages.find("unit." + field.apiName());
    }

    private Optional<String> code(CarField field, ParsedDraft car) {
        return car.value(field).map(code -> shownCode(field, code.toString()));
    }

    private String shownCode(CarField field, String code) {
        return vocabulary.shownText(field, code, messages.locale());
    }
}
