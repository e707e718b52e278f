package app.forecourt.option.paste;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionSearchTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Indexes of invented options, built once for each list, because an index has all words of the word files too. */
final class PhraseIndexes {
    static final EquipmentListGrammar GRAMMAR = new EquipmentListGrammar();
    static final OptionSearchTerms WORDS = new OptionSearchTerms();
    private static final Map<List<CarOption>, OptionPhraseIndex> BUILT = new ConcurrentHashMap<>();

    private PhraseIndexes() {}

    /** Returns the index of options by their shown names, from which AutoChat's names follow. */
    static OptionPhraseIndex of(String... names) {
        return of(Arrays.stream(names)
                .map(name -> new CarOption(name.toLowerCase(Locale.ROOT).replace(' ', '_'), name))
                .toList());
    }

    static OptionPhraseIndex of(List<CarOption> options) {
        return BUILT.computeIfAbsent(options, list -> new OptionPhraseIndex(list, WORDS, GRAMMAR));
    }
}
