package app.forecourt.ui.words;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionLabels;
import app.forecourt.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of options in a language, as far as Forecourt knows them.
 *
 * @param labels names in the language; empty for English, because AutoChat's own names are English
 */
public record OptionTranslator(Language language, Optional<OptionLabels> labels) {
    /** Uses AutoChat's own names. */
    public static final OptionTranslator ORIGINAL_NAMES = new OptionTranslator(Language.ENGLISH,
            Optional.empty());

    /** Returns the translator of a language. Reads files, except for English. */
    public static OptionTranslator of(Language language) {
        return language == Language.ENGLISH ? ORIGINAL_NAMES
                : new OptionTranslator(language, Optional.of(new OptionLabels()));
    }

    /** Returns the name of an option; AutoChat's own name if no other is known. */
    public String name(CarOption option) {
        return labels.map(known -> known.label(option, language.locale())).orElseGet(option::prettyName);
    }

    /**
     * Returns the name of an option, followed by AutoChat's own name if it differs. Options with the same meaning
     * have the same translated name, so only this text is unambiguous.
     */
    public String fullName(CarOption option) {
        String original = secondaryText(option, "");
        return original.isEmpty() ? name(option) : name(option) + " (" + original + ")";
    }

    /**
     * Returns the small text beside the name: AutoChat's own name and the synonym by which the search found the
     * option. AutoChat's name is needed because options with the same meaning have the same translated name. Leaves
     * out texts equal to the name.
     *
     * @param called synonym by which the search found the option; empty if there was none
     */
    public String secondaryText(CarOption option, String called) {
        String name = name(option);
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        seen.addAll(List.of("", name));
        return Stream.of(option.prettyName(), called).filter(seen::add).collect(Collectors.joining(" · "));
    }
}
