package app.forecourt.ui.form;

import app.forecourt.ui.input.KnownValues;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The configured dealerships, listed by name. Taking one types its id, and the field then shows the name.
 *
 * @param known returns the names by id; a name is blank for a dealership without one
 */
record DealershipValues(Supplier<Map<String, String>> known) implements KnownValues {
    private static final String SEPARATOR = "  ·  ";

    /**
     * Returns the dealerships that contain the typed text in their name or id. Returns all of them if the field has a
     * known id and the list was requested. The user then wants another one.
     *
     * @param typed text of the field
     * @param asked true if the user opened the list
     */
    @Override
    public List<String> matching(String typed, boolean asked) {
        Map<String, String> known = this.known.get();
        String part = typed.strip().toLowerCase(Locale.ROOT);
        boolean isKnownId = known.containsKey(asked ? typedText(typed.strip()) : typed.strip());
        if (isKnownId && !asked) {
            return List.of();
        }
        List<String> fitting = known.keySet().stream()
                .filter(id -> isKnownId
                        || (known.getOrDefault(id, "") + "\n" + id)
                                .toLowerCase(Locale.ROOT)
                                .contains(part))
                .map(id -> shown(known, id))
                .toList();
        // For a complete name the note below the field offers the id; the list would cover that note.
        return fitting.size() == 1 && fitting.getFirst().equalsIgnoreCase(part) && !asked ? List.of() : fitting;
    }

    @Override
    public boolean isKnown(String typed) {
        return known.get().containsKey(typed.strip());
    }

    @Override
    public boolean isSame(String shown, String typed) {
        return typedText(shown).equals(typedText(typed.strip()));
    }

    /** Completes a whole name, too, because the field needs its id. */
    @Override
    public Optional<String> completion(String typed) {
        return completion(typed, matching(typed, true));
    }

    /** Returns the id of a shown dealership, or the text itself if it is none. */
    @Override
    public String typedText(String shown) {
        Map<String, String> known = this.known.get();
        return known.keySet().stream()
                .filter(id -> shown(known, id).equals(shown))
                .findFirst()
                .orElse(shown);
    }

    /** Returns the name for a known id, or the text itself. */
    String shownText(String text) {
        Map<String, String> known = this.known.get();
        String id = text.strip();
        return known.containsKey(id) ? shown(known, id) : text;
    }

    /** Returns the name, or the id if there is no name. Appends the id if two dealerships share the name. */
    private static String shown(Map<String, String> known, String id) {
        String name = known.getOrDefault(id, "");
        boolean unique = known.values().stream().filter(name::equals).count() == 1;
        return name.isEmpty() ? id : unique ? name : name + SEPARATOR + id;
    }
}
