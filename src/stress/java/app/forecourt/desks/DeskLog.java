package app.forecourt.desks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What the desks have printed: edits, clicks and what they have seen. Used by the threads that read the desks' output.
 */
final class DeskLog {
    private final Map<String, Edit> edits = new HashMap<>();
    private final Map<String, Click> clicks = new HashMap<>();
    /** The time at which a desk showed a text of another desk first. */
    private final Map<Integer, Map<String, Long>> seen = new ConcurrentHashMap<>();

    private final Map<String, Integer> points = new HashMap<>();

    /**
     * A text that a user typed into a field.
     *
     * @param replaced the text that the user saw in the field, perhaps an empty one
     * @param savedAt the time at which the journal had it; 0 if the desk was killed before it knew
     */
    record Edit(int desk, UUID car, String field, String text, String replaced, long savedAt) {
        Edit savedAt(long time) {
            return new Edit(desk, car, field, text, replaced, time);
        }
    }

    /**
     * A click on the button that sends a car.
     *
     * @param confirmed the submissions and claims that the user has confirmed
     */
    record Click(int desk, UUID submission, UUID car, Set<UUID> confirmed, boolean isQueued) {}

    synchronized void add(int desk, String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "edit" ->
                edits.put(words[3], new Edit(desk, UUID.fromString(words[1]), words[2], words[3], words[4], 0));
            case "did" -> edits.computeIfPresent(words[1], (_, edit) -> edit.savedAt(Long.parseLong(words[2])));
            case "see" -> {
                Map<String, Long> ofDesk = seen.computeIfAbsent(desk, _ -> new HashMap<>());
                list(words[2]).forEach(text -> ofDesk.putIfAbsent(text, Long.parseLong(words[1])));
            }
            case "click" -> {
                Set<UUID> confirmed =
                        list(words[4]).stream().map(UUID::fromString).collect(Collectors.toSet());
                UUID submission = UUID.fromString(words[2]);
                clicks.put(words[1], new Click(desk, submission, UUID.fromString(words[3]), confirmed, false));
            }
            case "going" ->
                clicks.computeIfPresent(
                        words[1],
                        (_, click) ->
                                new Click(click.desk(), click.submission(), click.car(), click.confirmed(), true));
            case "point" -> points.merge(words[1], 1, Integer::sum);
            default -> {
                // The state of the desk, which its process reads.
            }
        }
    }

    private static Set<String> list(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(","));
    }

    synchronized List<Edit> edits() {
        return List.copyOf(edits.values());
    }

    synchronized Map<String, Click> clicks() {
        return Map.copyOf(clicks);
    }

    synchronized Map<String, Integer> points() {
        return Map.copyOf(points);
    }

    /** Returns the time at which a desk showed a text; 0 if it did not. */
    synchronized long seenAt(int desk, String text) {
        return seen.getOrDefault(desk, Map.of()).getOrDefault(text, 0L);
    }
}
