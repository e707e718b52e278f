package app.forecourt.ui;

import app.forecourt.car.Language;
import app.forecourt.car.Option;
import app.forecourt.car.OptionLabels;
import java.util.Optional;

/**
 * What options are called in a language, where Forecourt knows a word for them.
 *
 * @param labels its words; none in English, which is AutoChat's own language
 */
record OptionNaming(Language language, Optional<OptionLabels> labels) {
    /** All as AutoChat has them. */
    static final OptionNaming AUTOCHATS = new OptionNaming(Language.ENGLISH, Optional.empty());

    /** That of a language. Reads files, but none for English. */
    static OptionNaming of(Language language) {
        return language == Language.ENGLISH ? AUTOCHATS
                : new OptionNaming(language, Optional.of(new OptionLabels()));
    }

    /** As AutoChat has it where nothing else is known. */
    String name(Option option) {
        return labels.map(known -> known.label(option, language.locale())).orElseGet(option::prettyName);
    }

    /** With AutoChat's own name behind it where that is another: those that mean the same are called the same here. */
    String whole(Option option) {
        String beside = beside(option, "");
        return beside.isEmpty() ? name(option) : name(option) + " (" + beside + ")";
    }

    /**
     * What stands small beside its name: the word it was found by, else what AutoChat calls it; nothing that the name
     * says already.
     *
     * @param called the word it was found by, empty if there was none
     */
    String beside(Option option, String called) {
        String name = name(option);
        String second = called.isEmpty() || called.equalsIgnoreCase(name) ? option.prettyName() : called;
        return second.equalsIgnoreCase(name) ? "" : second;
    }
}
