package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.LicensePlate;
import app.forecourt.car.Vin;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.form.FieldStates.FieldState;
import app.forecourt.text.DateParser;
import app.forecourt.text.PowerConverter;
import app.forecourt.text.TextSanitizer;
import app.forecourt.text.ValueFormatter;
import app.forecourt.ui.words.Messages;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** The interpretation of a field's input, shown only if it differs from the typed text. */
final class InterpretedText {
    private final CarField field;
    private final Messages messages;
    private final Vocabulary vocabulary;

    InterpretedText(CarField field, Messages messages, Vocabulary vocabulary) {
        this.field = field;
        this.messages = messages;
        this.vocabulary = vocabulary;
    }

    /** Returns the interpretation; empty if it adds nothing to the input. */
    FullAndBriefText text(FieldState state) {
        Optional<Vin> vin = state.value()
                .filter(_ -> field == CarField.VIN)
                .map(value -> new Vin(value.toString()))
                .filter(Vin::isValid);
        if (vin.isPresent()) {
            return new FullAndBriefText(vin.get().grouped(), "");
        }
        // The field shows the name of a known dealership.
        String text = field == CarField.DEALERSHIP_ID && state.context().isPresent()
                ? state.text().strip()
                : interpretation(state).orElse("");
        return switch (state.value().orElse(null)) {
            case Integer kilowatt
            when field == CarField.ENGINE_KW ->
                FullAndBriefText.of(
                        messages,
                        "echo.power",
                        messages.value(kilowatt),
                        messages.value(PowerConverter.toHorsepower(kilowatt)));
            case LocalDate day -> new FullAndBriefText(text, messages.briefDate(day));
            case null, default -> new FullAndBriefText(text);
        };
    }

    private Optional<String> interpretation(FieldState state) {
        String typed = state.text().strip();
        return switch (field.type()) {
            case LONG_TEXT ->
                typed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                messages.descriptionLength(TextSanitizer.length(state.text()), !state.readOnly()));
            case LINKS, YEAR, OPTIONS -> Optional.empty();
            case FLAG -> messages.find("echo." + field.apiName() + (Boolean.parseBoolean(typed) ? "" : ".not"));
            case PLATE ->
                state.value()
                        .map(LicensePlate.class::cast)
                        .map(plate -> plate(plate, typed))
                        .filter(text -> !text.isEmpty());
            case WORD ->
                state.value()
                        .map(word -> vocabulary.label(field, word.toString(), messages.locale()))
                        .filter(label ->
                                !label.equalsIgnoreCase(vocabulary.shownText(field, typed, messages.locale())));
            default ->
                state.value()
                        .filter(value -> tellsMore(value, typed))
                        .map(value -> understood(value, state))
                        // The field itself shows a mere number so once the user has left it.
                        .filter(text -> text.chars().anyMatch(Character::isLetter));
        };
    }

    /** Returns an offered value as the user would type it: words and dates as usual in the user's language. */
    String offerText(String offer) {
        return switch (field.type()) {
            case WORD -> vocabulary.label(field, offer, messages.locale());
            case DATE ->
                DateParser.parse(offer, messages.today())
                        .map(day -> ValueFormatter.formatDate(day, messages.locale()))
                        .orElse(offer);
            default -> offer;
        };
    }

    private boolean tellsMore(Object value, String typed) {
        return value instanceof LocalDate
                || !(typed.equals(messages.value(value))
                        || (field.type() == FieldType.CODE && typed.equalsIgnoreCase(value.toString()))
                        || (value instanceof String word && word.equals(typed.toLowerCase(Locale.ROOT))));
    }

    /** Returns the plate as printed on the car, with its country if known. */
    private String plate(LicensePlate plate, String typed) {
        return plate.country()
                .map(country -> messages.get("plate." + country.name(), plate.formatted()))
                .orElseGet(() -> plate.bare().equals(typed) ? "" : plate.bare());
    }

    private String understood(Object value, FieldState state) {
        return field.type() == FieldType.MONEY
                ? messages.get(
                                "echo.money",
                                messages.value(value),
                                state.context().orElse(""))
                        .strip()
                : messages.find("unit." + field.apiName())
                        .map(unit -> messages.get("echo.unit", messages.value(value), unit))
                        .orElseGet(() -> messages.get("echo", messages.value(value)));
    }
}
