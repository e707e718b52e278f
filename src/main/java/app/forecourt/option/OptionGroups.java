package app.forecourt.option;

import app.forecourt.text.BundledResource;
import app.forecourt.text.TextNormalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Assignment of options to groups by the rules of {@code option-groups.properties}. A rule is a sequence of words; the
 * longest rule that the option's name contains decides. Thread-safe.
 */
public final class OptionGroups {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String WILDCARD = "*";

    /** Groups by the words between two spaces. A rule with a wildcard has no trailing space. */
    private final Map<String, OptionGroup> rules = new TreeMap<>();

    /** Reads the rules of the program. */
    public OptionGroups() {
        BundledResource.loadProperties(OptionGroups.class, "option-groups.properties")
                .forEach((group, words) ->
                        add(OptionGroup.valueOf(group.toString().toUpperCase(Locale.ROOT)), words.toString()));
    }

    private void add(OptionGroup group, String words) {
        Arrays.stream(words.split(",")).map(String::strip).forEach(rule -> {
            boolean isPrefix = rule.endsWith(WILDCARD);
            String normalized = TextNormalizer.normalizeWords(isPrefix ? rule.substring(0, rule.length() - 1) : rule);
            rules.put(" " + normalized + (isPrefix ? "" : " "), group);
        });
    }

    /** Returns the group of an option, by the longest rule for its name or its label. */
    public OptionGroup of(CarOption option) {
        return Stream.of(option.name(), option.prettyName())
                .map(OptionGroups::words)
                .flatMap(name -> rules.entrySet().stream().filter(rule -> name.contains(rule.getKey())))
                .max(Comparator.comparingInt(rule -> rule.getKey().strip().length()))
                .map(Map.Entry::getValue)
                .orElse(OptionGroup.OTHER);
    }

    private static String words(String name) {
        return " " + TextNormalizer.normalizeWords(SEPARATORS.matcher(name).replaceAll(" ")) + " ";
    }
}
