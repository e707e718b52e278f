package app.forecourt.ui.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.car.vocabulary.Vocabulary;
import app.forecourt.model.cars.EarlierCars;
import app.forecourt.text.TextNormalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The word suggestions of the form. The register's name for the car comes first, then names of the dealer's earlier
 * cars, then words of the vocabulary.
 *
 * @param earlierCars models and versions of the dealer's earlier cars
 * @param language language of the vocabulary's words
 */
public record WordSuggestionSource(Vocabulary vocabulary, EarlierCars earlierCars, Locale language) {
    /** Suggestions that fit below a field without much scrolling. */
    public static final int MOST = 12;
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
                                earlierCars.models(brand, typed).stream(),
                                vocabulary.suggestions(field, draft, typed, language).stream())
                        .flatMap(words -> words);
            case VERSION -> earlierCars.versions(brand, draft.text(CarField.MODEL), typed).stream();
            default -> vocabulary.suggestions(field, draft, typed, language).stream();
        };
        var spellings = new HashSet<String>();
        return known.filter(word -> spellings.add(TextNormalizer.normalize(word)))
                .limit(most)
                .toList();
    }
}
