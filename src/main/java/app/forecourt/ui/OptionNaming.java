package app.forecourt.ui;

import app.forecourt.car.Language;
import app.forecourt.car.Option;
import app.forecourt.car.OptionLabels;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the options of a list are called in the window's language, where Forecourt knows a word for them. */
final class OptionNaming {
    /** All as AutoChat has them. */
    static final OptionNaming AUTOCHATS = new OptionNaming(Map.of());

    /** By their API names. */
    private final Map<String, String> names;

    private OptionNaming(Map<String, String> names) {
        this.names = names;
    }

    /** That of a list. Reads files, but none for English, which is AutoChat's own language. */
    static OptionNaming of(List<Option> list, Locale locale) {
        if (Language.of(locale) == Language.ENGLISH) {
            return AUTOCHATS;
        }
        var labels = new OptionLabels();
        Map<String, String> names = new HashMap<>();
        list.forEach(option -> names.put(option.name(), labels.label(option, locale)));
        return new OptionNaming(names);
    }

    /** As AutoChat has it where nothing else is known. */
    String name(Option option) {
        return names.getOrDefault(option.name(), option.prettyName());
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
