package app.forecourt.ui.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.check.UnitSuffixes;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.text.Litres;
import app.forecourt.text.NumberParser;
import app.forecourt.text.TextNormalizer;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The word suggestions of the form. The register's name for the car comes first, then names of the dealer's earlier
 * cars, then words of the vocabulary. Thread-safe.
 *
 * @param earlierCars models, versions and displacements of the dealer's earlier cars
 * @param language language of the vocabulary's words
 */
public record WordSuggestions(Vocabulary vocabulary, Supplier<ModelHistory> earlierCars, Locale language) {
    /** Suggestions that fit below a field without much scrolling. */
    public static final int MOST = 12;
    /** Cubic centimetres from which makers round to a tenth of a litre. */
    private static final int ROUNDING = 60;

    /** Returns whether a field can have suggestions at all. */
    static boolean supports(CarField field) {
        return switch (field.type()) {
            case WORD, CODE -> true;
            default -> field == CarField.VERSION || field == CarField.ENGINE_DISPLACEMENT;
        };
    }

    /** Returns whether the values of a field are listed, so that the field has a chevron. */
    static boolean hasList(CarField field) {
        return field == CarField.DEALERSHIP_ID || field.type() == FieldType.WORD || field.type() == FieldType.CODE;
    }

    /**
     * Returns the suggestions for the input of a field.
     *
     * @param draft the car; its brand selects the models, its model selects the versions
     * @param registered the register's name for the car; empty if no lookup was made
     * @param most maximum number of suggestions
     */
    public List<String> matching(CarField field, CarDraft draft, String typed, Optional<String> registered, int most) {
        String brand = draft.text(CarField.BRAND);
        Stream<String> known = switch (field) {
            case MODEL ->
                Stream.of(
                                registered.stream()
                                        .filter(name -> TextNormalizer.normalize(name)
                                                .startsWith(TextNormalizer.normalize(typed))),
                                earlierCars.get().models(brand, typed).stream(),
                                vocabulary.suggestions(field, draft, typed, language).stream())
                        .flatMap(words -> words);
            case VERSION -> earlierCars.get().versions(brand, draft.text(CarField.MODEL), typed).stream();
            case ENGINE_DISPLACEMENT ->
                Litres.toCubicCentimetres(typed).stream().flatMap(meant -> displacements(draft, meant));
            default -> vocabulary.suggestions(field, draft, typed, language).stream();
        };
        var spellings = new HashSet<String>();
        return known.filter(word -> spellings.add(TextNormalizer.normalize(word)))
                .limit(most)
                .toList();
    }

    /** Returns the displacements of the model's earlier cars that are called so, and then the round one. */
    private Stream<String> displacements(CarDraft draft, int meant) {
        return Stream.concat(
                        earlierCars.get().displacements(draft.text(CarField.BRAND), draft.text(CarField.MODEL)).stream()
                                .flatMap(text -> NumberParser.parseWholeNumber(
                                        text, UnitSuffixes.of(CarField.ENGINE_DISPLACEMENT, draft::text))
                                        .stream())
                                .map(BigDecimal::intValue)
                                .filter(known -> Math.abs(known - meant) < ROUNDING),
                        Stream.of(meant))
                .map(number -> Integer.toString(number));
    }
}
