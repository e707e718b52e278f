package app.forecourt.ui.form;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.vocabulary.ModelHistory;
import app.forecourt.car.vocabulary.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The words that are offered in the form: what the register calls the car, then what this desk's earlier cars were
 * called, then what the vocabulary knows. May be asked from any thread.
 *
 * @param earlier the desk's cars
 * @param language in which the vocabulary's words are offered
 */
public record WordSuggestions(Vocabulary vocabulary, Supplier<ModelHistory> earlier, Locale language) {
    /** As many as fit under a field without scrolling far. */
    private static final int MOST = 12;

    /** Whether there is ever anything to be offered in a field. */
    static boolean areFor(CarField field) {
        return switch (field.kind()) {
            case WORD, CODE -> true;
            default -> field == CarField.VERSION;
        };
    }

    /**
     * What goes with what is typed in a field.
     *
     * @param draft the car: its brand says whose models, its model whose versions
     * @param registered what the register calls it, if it was asked
     */
    public List<String> of(CarField field, CarDraft draft, String typed, Optional<String> registered) {
        String brand = draft.text(CarField.BRAND);
        Stream<String> known = switch (field) {
            case MODEL -> Stream.of(
                    registered.stream().filter(name -> Vocabulary.isBeginning(typed, name)),
                    earlier.get().models(brand, typed).stream(),
                    vocabulary.suggestions(field, draft, typed, language).stream()).flatMap(each -> each);
            case VERSION -> earlier.get().versions(brand, draft.text(CarField.MODEL), typed).stream();
            default -> vocabulary.suggestions(field, draft, typed, language).stream();
        };
        var once = new HashSet<String>();
        return known.filter(word -> once.add(Vocabulary.spelling(word))).limit(MOST)
                .toList();
    }
}
