package app.forecourt.option;

import app.forecourt.text.BundledResource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups of API names that mean the same option, from {@code synonyms.properties}. AutoChat accepts all of them. */
public final class EquivalentOptions {
    private EquivalentOptions() {}

    /** Holder for lazy loading: the file is read when the user chooses the first option. */
    private static final class Groups {
        static final Map<String, List<String>> BY_NAME = read();

        private static Map<String, List<String>> read() {
            var groups = new HashMap<String, List<String>>();
            BundledResource.loadProperties(EquivalentOptions.class, "synonyms.properties")
                    .forEach((first, rest) -> {
                        List<String> group = Arrays.stream((first + "," + rest).split(","))
                                .map(String::strip)
                                .toList();
                        group.forEach(name -> groups.put(name, group));
                    });
            return groups;
        }
    }

    /** Returns all names with the same meaning as a name, including the name; empty if there is no other name. */
    static List<String> of(String name) {
        return Groups.BY_NAME.getOrDefault(name, List.of());
    }

    /** Returns the canonical name of all names with the same meaning: the first of the group. */
    public static String canonicalName(String name) {
        List<String> synonyms = of(name);
        return synonyms.isEmpty() ? name : synonyms.getFirst();
    }

    /** Returns the given names that have a synonym among them, by group and in the order of the group. */
    public static List<List<String>> findGroups(Set<String> names) {
        return names.stream()
                .map(EquivalentOptions::of)
                .distinct()
                .map(group -> group.stream().filter(names::contains).toList())
                .filter(group -> group.size() > 1)
                .toList();
    }
}
