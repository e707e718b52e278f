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
 * The rules of {@code option-groups.properties}: which group an option belongs to, by the words of its name. The longest
 * words that are in the name decide. May be used from any thread.
 */
public final class OptionGroups {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String ALL_THAT_BEGIN_SO = "*";

    /** Between spaces, as words are in a name; without the last one where others may begin so. */
    private final Map<String, OptionGroup> rules = new TreeMap<>();

    /** Those that come with the program; reads them. */
    public OptionGroups() {
        BundledResource.properties(OptionGroups.class, "option-groups.properties")
                .forEach((group, words) -> learn(
                        OptionGroup.valueOf(group.toString().toUpperCase(Locale.ROOT)),
                        words.toString()));
    }

    private void learn(OptionGroup group, String words) {
        Arrays.stream(words.split(",")).map(String::strip).forEach(rule -> {
            boolean begins = rule.endsWith(ALL_THAT_BEGIN_SO);
            String spelled = TextNormalizer.spaced(begins ? rule.substring(0, rule.length() - 1) : rule);
            OptionGroup other = rules.put(" " + spelled + (begins ? "" : " "), group);
            if (other != null && other != group) {
                throw new IllegalStateException(rule + " is in two groups");
            }
        });
    }

    /** The group of an option, by its name or what people read, whichever has the longer words. */
    public OptionGroup of(CarOption option) {
        return Stream.of(option.name(), option.prettyName()).map(OptionGroups::words)
                .flatMap(name -> rules.entrySet().stream().filter(rule -> name.contains(rule.getKey())))
                .max(Comparator.comparingInt(rule -> rule.getKey().strip().length())).map(Map.Entry::getValue)
                .orElse(OptionGroup.OTHER);
    }

    private static String words(String name) {
        return " " + TextNormalizer.spaced(NO_WORD.matcher(name).replaceAll(" ")) + " ";
    }
}
