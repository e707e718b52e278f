package app.forecourt.ui.form;

import app.forecourt.car.CarField;
import app.forecourt.model.form.CarFormModel;
import app.forecourt.model.form.ExternalValues;
import app.forecourt.text.TextNormalizer;
import app.forecourt.ui.input.KnownValues;
import java.util.List;
import java.util.Optional;

/** The known words of a field, for the car in the form. */
record KnownWords(CarField field, WordSuggestionSource known, CarFormModel form) implements KnownValues {
    @Override
    public List<String> matching(String typed, boolean asked) {
        // Who opens the list of a known word wants another one.
        boolean all = asked && isKnown(typed);
        List<String> words = matching(all ? "" : typed, asked ? Integer.MAX_VALUE : WordSuggestionSource.MOST);
        return !asked && words.size() == 1 && words.getFirst().equalsIgnoreCase(typed.strip()) ? List.of() : words;
    }

    private List<String> matching(String typed, int most) {
        Optional<String> registered = form.externalValues().registerValues().stream()
                .filter(value -> value.field() == field)
                .map(ExternalValues.Value::text)
                .findFirst();
        return known.matching(field, form.draft().get(), typed, registered, most);
    }

    @Override
    public boolean isKnown(String typed) {
        String spelling = TextNormalizer.normalize(typed);
        return !spelling.isEmpty()
                && (known.vocabulary().knows(field, typed.strip())
                        || matching(typed, WordSuggestionSource.MOST).stream()
                                .map(TextNormalizer::normalize)
                                .anyMatch(spelling::equals));
    }

    @Override
    public boolean isSame(String shown, String typed) {
        return known.vocabulary()
                .canonicalWord(field, shown)
                .equals(known.vocabulary().canonicalWord(field, typed));
    }

    @Override
    public boolean hasNameBeginning(String shown, String start) {
        return known.vocabulary().hasNameBeginning(field, shown, start);
    }

    /** A version is free text. The versions of earlier cars are only offered. */
    @Override
    public boolean completes() {
        return field != CarField.VERSION;
    }
}
