package app.forecourt.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the desk's own dealerships are offered below the field: by name; what is typed for it is the id. */
final class DealershipSuggestions {
    private static final String BETWEEN = "  ·  ";

    private DealershipSuggestions() {}

    /**
     * Those that have what is typed in their name or id. Where one stands already and they are asked for, another is
     * wanted: then all of them.
     *
     * @param known each id with its name, blank for one without
     */
    static List<String> offered(Map<String, String> known, String typed, boolean asked) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        boolean stands = known.containsKey(typed.strip());
        if (stands && !asked) {
            return List.of();
        }
        List<String> fitting = known.keySet().stream()
                .filter(id -> stands
                        || (known.getOrDefault(id, "") + "\n" + id).toLowerCase(Locale.ROOT).contains(part))
                .map(id -> shown(known, id)).toList();
        // A whole name has its id offered below the field, and the list would lie over that.
        return fitting.size() == 1 && fitting.getFirst().equalsIgnoreCase(part) && !asked ? List.of()
                : fitting;
    }

    /** The id of one that was offered. */
    static String id(Map<String, String> known, String shown) {
        return known.keySet().stream().filter(id -> shown(known, id).equals(shown)).findFirst().orElse(shown);
    }

    /** The name; the id where there is none, and behind a name that two have. */
    private static String shown(Map<String, String> known, String id) {
        String name = known.getOrDefault(id, "");
        boolean alone = known.values().stream().filter(name::equals).count() == 1;
        return name.isEmpty() ? id : alone ? name : name + BETWEEN + id;
    }
}
