package app.forecourt.ui.words;

import app.forecourt.option.CarOption;
import app.forecourt.option.OptionLabels;
import app.forecourt.text.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of options in a language, as far as Forecourt knows them.
 *
 * @param labels names in the language; empty for English, because AutoChat's own names are English
 * @param sharedNames names that several options of the list have
 */
public record OptionTranslator(Language language, Optional<OptionLabels> labels, Set<String> sharedNames) {
    /** Uses AutoChat's own names. */
    public static final OptionTranslator ORIGINAL_NAMES =
            new OptionTranslator(Language.ENGLISH, Optional.empty(), Set.of());

    /** Returns the translator of a list into a language. Reads files, except for English. */
    public static OptionTranslator of(Language language, List<CarOption> list) {
        if (language == Language.ENGLISH) {
            return ORIGINAL_NAMES;
        }
        OptionLabels labels = new OptionLabels();
        var seen = new HashSet<String>();
        Set<String> shared = list.stream()
                .map(option -> labels.label(option, language.locale()))
                .filter(name -> !seen.add(name))
                .collect(Collectors.toUnmodifiableSet());
        return new OptionTranslator(language, Optional.of(labels), shared);
    }

    /** Returns the name of an option; AutoChat's own name if no other is known. */
    public String name(CarOption option) {
        return labels.map(known -> known.label(option, language.locale())).orElseGet(option::prettyName);
    }

    /**
     * Returns the name of an option, followed by AutoChat's own name if it differs. This text is the same with each
     * list, so that it fits a record or a screen reader.
     */
    public String fullName(CarOption option) {
        return withBrackets(option, unlessName(option, Stream.of(option.prettyName())));
    }

    /**
     * Returns the name of an option, followed by AutoChat's own name if another option of the list has the same name.
     */
    public String distinctName(CarOption option) {
        return withBrackets(option, secondaryText(option, ""));
    }

    /**
     * Returns the small text beside the name: the words by which the search found the option, and AutoChat's own name
     * if another option of the list has the same name. Leaves out texts equal to the name.
     *
     * @param called words by which the search found the option; empty if the name itself has them
     */
    public String secondaryText(CarOption option, String called) {
        return unlessName(option, Stream.of(sharedNames.contains(name(option)) ? option.prettyName() : "", called));
    }

    private String unlessName(CarOption option, Stream<String> texts) {
        var seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        seen.addAll(List.of("", name(option)));
        return texts.filter(seen::add).collect(Collectors.joining(" · "));
    }

    private String withBrackets(CarOption option, String other) {
        return other.isEmpty() ? name(option) : name(option) + " (" + other + ")";
    }
}
