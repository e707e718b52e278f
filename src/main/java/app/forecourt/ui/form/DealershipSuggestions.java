package app.forecourt.ui.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Suggestions for the dealership field: the configured dealerships by name. Accepting a suggestion types its id. */
final class DealershipSuggestions {
    private static final String SEPARATOR = "  ·  ";

    private DealershipSuggestions() {}

    /**
     * Returns the dealerships that contain the typed text in their name or id. Returns all of them if the field has a
     * known id and the list was requested. The user then wants another one.
     *
     * @param known names by id; blank for a dealership without a name
     * @param typed text of the field
     * @param asked true if the user requested the list with Down
     */
    static List<String> matching(Map<String, String> known, String typed, boolean asked) {
        String part = typed.strip().toLowerCase(Locale.ROOT);
        boolean isKnownId = known.containsKey(typed.strip());
        if (isKnownId && !asked) {
            return List.of();
        }
        List<String> fitting = known.keySet().stream()
                .filter(id -> isKnownId
                        || (known.getOrDefault(id, "") + "\n" + id).toLowerCase(Locale.ROOT).contains(part))
                .map(id -> shown(known, id)).toList();
        // For a complete name the note below the field offers the id; the list would cover that note.
        return fitting.size() == 1 && fitting.getFirst().equalsIgnoreCase(part) && !asked ? List.of()
                : fitting;
    }

    /** Returns the id of a suggested dealership, or the text itself if it is no suggestion. */
    static String idOf(Map<String, String> known, String shown) {
        return known.keySet().stream().filter(id -> shown(known, id).equals(shown)).findFirst().orElse(shown);
    }

    /** Returns the name, or the id if there is no name. Appends the id if two dealerships share the name. */
    private static String shown(Map<String, String> known, String id) {
        String name = known.getOrDefault(id, "");
        boolean unique = known.values().stream().filter(name::equals).count() == 1;
        return name.isEmpty() ? id : unique ? name : name + SEPARATOR + id;
    }
}
