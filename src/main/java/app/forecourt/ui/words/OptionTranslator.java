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
 * What options are called in a language, where Forecourt knows a word for them.
 *
 * @param labels its words; none in English, which is AutoChat's own language
 */
public record OptionTranslator(Language language, Optional<OptionLabels> labels) {
    /** All as AutoChat has them. */
    public static final OptionTranslator AUTOCHATS = new OptionTranslator(Language.ENGLISH, Optional.empty());

    /** That of a language. Reads files, but none for English. */
    public static OptionTranslator of(Language language) {
        return language == Language.ENGLISH ? AUTOCHATS
                : new OptionTranslator(language, Optional.of(new OptionLabels()));
    }

    /** As AutoChat has it where nothing else is known. */
    public String name(CarOption option) {
        return labels.map(known -> known.label(option, language.locale())).orElseGet(option::prettyName);
    }

    /** With AutoChat's own name behind it where that is another: those that mean the same are called the same here. */
    public String whole(CarOption option) {
        String beside = originalName(option, "");
        return beside.isEmpty() ? name(option) : name(option) + " (" + beside + ")";
    }

    /**
     * What stands small beside its name: what AutoChat calls it, since some that mean the same are called the same here,
     * and the word it was found by; nothing that the name says already.
     *
     * @param called the word it was found by, empty if there was none
     */
    public String originalName(CarOption option, String called) {
        String name = name(option);
        var said = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        said.addAll(List.of("", name));
        return Stream.of(option.prettyName(), called).filter(said::add).collect(Collectors.joining(" · "));
    }
}
