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
 * What an advert calls options in English, Dutch, German and French, from {@code option-labels.properties}, and what
 * they are about. Making one reads files; once made it may be used from any thread.
 */
public final class OptionLabels {
    /** In the order of the file. English is AutoChat's own. */
    private static final List<Language> LANGUAGES = Arrays.stream(Language.values())
            .filter(language -> language != Language.ENGLISH).toList();

    private final Map<String, Map<Language, String>> labels = new HashMap<>();
    private final OptionGroups groups = new OptionGroups();

    /** Those that come with the program; reads them. */
    public OptionLabels() {
        BundledResource.properties(OptionLabels.class, "option-labels.properties")
                .forEach((name, line) -> labels.put(name.toString(),
                        read(line.toString().split("\\|"))));
    }

    private static Map<Language, String> read(String[] line) {
        var known = new EnumMap<Language, String>(Language.class);
        for (int at = 0; at < line.length; at++) {
            String label = line[at].strip();
            if (!label.isEmpty()) {
                known.put(LANGUAGES.get(at), capital(label, LANGUAGES.get(at).locale()));
            }
        }
        return known;
    }

    /** What an option is called there, with a capital; as AutoChat has it where nothing else is known. */
    public String label(CarOption option, Locale locale) {
        return labels.getOrDefault(meaning(option), Map.of()).getOrDefault(Language.of(locale),
                option.prettyName());
    }

    /** What it is about. */
    public OptionGroup group(CarOption option) {
        return groups.of(option);
    }

    /** The one name for all that mean the same. */
    public String meaning(CarOption option) {
        return Synonyms.meaning(option.name());
    }

    private static String capital(String label, Locale locale) {
        int second = label.offsetByCodePoints(0, 1);
        return label.substring(0, second).toUpperCase(locale) + label.substring(second);
    }
}
