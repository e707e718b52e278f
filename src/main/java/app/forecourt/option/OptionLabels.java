package app.forecourt.option;

import app.forecourt.text.BundledResource;
import app.forecourt.text.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Labels of options in adverts in English, Dutch, German and French, from {@code option-labels.properties}, and their
 * groups. The constructor reads files. Thread-safe.
 */
public final class OptionLabels {
    /** Languages in the order of the file, without English, because AutoChat's own labels are English. */
    private static final List<Language> LANGUAGES = Arrays.stream(Language.values())
            .filter(language -> language != Language.ENGLISH)
            .toList();

    private final Map<String, Map<Language, String>> labels = new HashMap<>();
    private final OptionGroups groups = new OptionGroups();

    /** Reads the labels of the program. */
    public OptionLabels() {
        BundledResource.loadProperties(OptionLabels.class, "option-labels.properties")
                .forEach((name, line) ->
                        labels.put(name.toString(), parse(line.toString().split("\\|"))));
    }

    private static Map<Language, String> parse(String[] columns) {
        var byLanguage = new EnumMap<Language, String>(Language.class);
        for (int i = 0; i < columns.length; i++) {
            String label = columns[i].strip();
            if (!label.isEmpty()) {
                byLanguage.put(
                        LANGUAGES.get(i), capitalize(label, LANGUAGES.get(i).locale()));
            }
        }
        return byLanguage;
    }

    /** Returns the label of an option in a language, capitalized; AutoChat's label if no other is known. */
    public String label(CarOption option, Locale locale) {
        return labels.getOrDefault(EquivalentOptions.canonicalName(option.name()), Map.of())
                .getOrDefault(Language.of(locale), option.prettyName());
    }

    public OptionGroup group(CarOption option) {
        return groups.of(option);
    }

    private static String capitalize(String label, Locale locale) {
        int end = label.offsetByCodePoints(0, 1);
        return label.substring(0, end).toUpperCase(locale) + label.substring(end);
    }
}
