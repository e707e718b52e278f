package app.forecourt.car;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of {@code option-groups.properties}: which group an option belongs to, by the words of its name. The longest
 * words that are in the name decide. May be used from any thread.
 */
final class OptionGroups {
    private static final String ALL_THAT_BEGIN_SO = "*";

    private final Map<String, OptionGroup> whole = new HashMap<>();
    private final Map<String, OptionGroup> begun = new HashMap<>();

    /** Those that come with the program; reads them. */
    OptionGroups() {
        Resource.properties("option-groups.properties")
                .forEach((group, words) -> learn(
                        OptionGroup.valueOf(group.toString().toUpperCase(Locale.ROOT)),
                        words.toString()));
    }

    private void learn(OptionGroup group, String words) {
        Arrays.stream(words.split(",")).map(String::strip).forEach(rule -> {
            boolean begins = rule.endsWith(ALL_THAT_BEGIN_SO);
            String spelled = Spelling.spaced(begins ? rule.substring(0, rule.length() - 1) : rule);
            OptionGroup other = (begins ? begun : whole).put(spelled, group);
            if (other != null && other != group) {
                throw new IllegalStateException(rule + " is in two groups");
            }
        });
    }

    /** The group of an option, by its name or what people read, whichever has the longer words. */
    OptionGroup of(Option option) {
        return Stream.of(option.name(), option.prettyName()).flatMap(this::rules)
                .reduce((best, next) -> next.words.length() > best.words.length() ? next : best)
                .map(Rule::group).orElse(OptionGroup.OTHER);
    }

    private record Rule(String words, OptionGroup group) {}

    /** All that are in a name. */
    private Stream<Rule> rules(String name) {
        List<String> words = List.of(Spelling.spaced(name.replaceAll("[^\\p{L}\\p{N}]+", " ")).split(" "));
        return Stream.iterate(0, from -> from < words.size(), from -> from + 1)
                .flatMap(from -> Stream.iterate(from + 1, to -> to <= words.size(), to -> to + 1)
                        .map(to -> String.join(" ", words.subList(from, to))))
                .flatMap(part -> Stream.concat(rule(whole, part), Stream
                        .iterate(part.length(), length -> length > 0, length -> length - 1)
                        .flatMap(length -> rule(begun, part.substring(0, length)))));
    }

    private static Stream<Rule> rule(Map<String, OptionGroup> rules, String words) {
        return Stream.ofNullable(rules.get(words)).map(group -> new Rule(words, group));
    }
}
