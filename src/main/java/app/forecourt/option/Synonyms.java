package app.forecourt.option;

import app.forecourt.text.BundledResource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Option names with one meaning, from {@code synonyms.properties}; a hint, since the vendor's list has them all. */
public final class Synonyms {
    private Synonyms() {}

    /** Read when the first option is chosen, not before. */
    private static final class Groups {
        static final Map<String, List<String>> BY_NAME = read();

        private static Map<String, List<String>> read() {
            var groups = new HashMap<String, List<String>>();
            BundledResource.properties(Synonyms.class, "synonyms.properties").forEach((first, others) -> {
                List<String> group = Arrays.stream((first + "," + others).split(",")).map(String::strip)
                        .toList();
                group.forEach(name -> groups.put(name, group));
            });
            return groups;
        }
    }

    /** The names that mean the same as this one, itself among them; none if it stands alone. */
    static List<String> of(String name) {
        return Groups.BY_NAME.getOrDefault(name, List.of());
    }

    /** The one name for all names that mean the same. */
    public static String meaning(String name) {
        List<String> same = of(name);
        return same.isEmpty() ? name : same.getFirst();
    }

    /** The groups of which two or more are among the names, each with those that are, in the order of its group. */
    public static List<List<String>> among(Set<String> names) {
        return names.stream().map(Synonyms::of).distinct()
                .map(group -> group.stream().filter(names::contains).toList())
                .filter(group -> group.size() > 1).toList();
    }
}
