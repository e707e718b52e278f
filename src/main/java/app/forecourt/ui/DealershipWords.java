package app.forecourt.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How the desk's own dealerships are offered below the field: by name, with the id that is typed for it. */
final class DealershipWords {
    private static final String BETWEEN = "  ·  ";

    private DealershipWords() {}

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
        return known.keySet().stream().map(id -> shown(known, id))
                .filter(shown -> stands || shown.toLowerCase(Locale.ROOT).contains(part)).toList();
    }

    /** The id of one that was offered. */
    static String id(Map<String, String> known, String shown) {
        return known.keySet().stream().filter(id -> shown(known, id).equals(shown)).findFirst().orElse(shown);
    }

    private static String shown(Map<String, String> known, String id) {
        return Stream.of(known.getOrDefault(id, ""), id).filter(text -> !text.isEmpty())
                .reduce((name, same) -> name + BETWEEN + same).orElse("");
    }
}
