package app.forecourt.desks;

import app.forecourt.car.CarField;
import app.forecourt.sharing.merge.CarDocumentMapper;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.KillableStock;
import app.forecourt.stock.StockMark;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what the users did with what the server, the journals and the stand-in of AutoChat have. */
final class DeskChecker {
    private static final Set<String> MAY_BE_THERE = Set.of("accepted", "unknown");

    private final DeskLog log;
    private final Map<UUID, SharedDocument> cars = new HashMap<>();
    private final Map<UUID, String> submissions = new HashMap<>();
    /** The submissions of all claims that there ever were, by claim. */
    private final Map<UUID, UUID> claims = new HashMap<>();

    private final Map<UUID, DeskLog.Click> clicksBySubmission;
    private final Set<String> inHistories;

    /**
     * Reads the server as it is now.
     *
     * @param inHistories the texts in the histories of cars
     */
    DeskChecker(DeskLog log, KillableStock stock, Set<String> inHistories) {
        this.log = log;
        this.inHistories = inHistories;
        clicksBySubmission =
                log.clicks().values().stream().collect(Collectors.toMap(DeskLog.Click::submission, click -> click));
        stock.rows("SELECT id, document FROM forecourt.item WHERE kind = 'car'")
                .forEach(row -> cars.put(
                        UUID.fromString(row.getFirst()),
                        SharedDocument.parse(row.get(1)).orElseThrow()));
        stock.rows("SELECT id, state FROM forecourt.item WHERE kind = 'submission'")
                .forEach(row -> submissions.put(UUID.fromString(row.getFirst()), row.get(1)));
        stock.rows("SELECT id, submission FROM forecourt.claim")
                .forEach(row -> claims.put(UUID.fromString(row.getFirst()), UUID.fromString(row.get(1))));
    }

    /**
     * Returns the edits that are lost: neither the value of their field nor in a history, and not replaced by a user
     * who saw them.
     *
     * @param condition the edits to look at
     */
    List<String> lostEdits(Predicate<DeskLog.Edit> condition) {
        Map<String, List<DeskLog.Edit>> replacing =
                log.edits().stream().collect(Collectors.groupingBy(DeskLog.Edit::replaced));
        return log.edits().stream()
                .filter(edit -> edit.savedAt() > 0)
                .filter(condition)
                .filter(edit -> !isKept(edit, replacing, new HashSet<>()))
                .map(edit -> edit.text() + " is lost in " + edit.field() + " of " + edit.car()
                        + (cars.containsKey(edit.car()) ? "" : ", which the server lacks"))
                .toList();
    }

    private boolean isKept(DeskLog.Edit edit, Map<String, List<DeskLog.Edit>> replacing, Set<String> visited) {
        SharedDocument document = cars.getOrDefault(edit.car(), SharedDocument.EMPTY);
        String name = CarField.valueOf(edit.field()).apiName();
        if (document.field(name).text().equals(edit.text()) || inHistories.contains(edit.text())) {
            return true;
        }
        // An edit of a desk that was killed meanwhile counts only if it is there itself.
        return visited.add(edit.text())
                && replacing.getOrDefault(edit.text(), List.of()).stream()
                        .anyMatch(next -> next.savedAt() > 0 || isKept(next, replacing, visited));
    }

    /** Returns the differences between the server and the journals. */
    List<String> disagreements(List<DeskContent> desks) {
        List<String> found = new ArrayList<>();
        Set<Map.Entry<UUID, String>> ended = new HashSet<>();
        desks.forEach(desk -> ended.addAll(desk.submissions().entrySet()));
        for (int desk = 0; desk < desks.size(); desk++) {
            DeskContent content = desks.get(desk);
            String who = "desk " + desk;
            cars.forEach((car, document) -> {
                if (CarDocumentMapper.mark(document) != StockMark.DELETED) {
                    compare(who + ", car " + car, content.cars().get(car), document, found);
                }
            });
            content.cars().keySet().stream()
                    .filter(car -> !cars.containsKey(car))
                    .forEach(car -> found.add(who + " has a car that the server lacks: " + car));
            content.submissions().forEach((id, text) -> {
                String state = text.substring(0, text.indexOf(' '));
                if (!state.equalsIgnoreCase(submissions.get(id))) {
                    found.add(who + " has " + id + " as " + state + ", the server as " + submissions.get(id));
                }
            });
            ended.stream()
                    .filter(submission -> !content.submissions().entrySet().contains(submission))
                    .forEach(submission -> found.add(who + " lacks the submission " + submission));
        }
        return found;
    }

    private static void compare(
            String place, @Nullable Map<String, JsonNode> values, SharedDocument document, List<String> found) {
        if (values == null) {
            found.add(place + " is missing");
            return;
        }
        values.forEach((name, value) -> {
            if (!document.hasValue(name, value)) {
                found.add(place + ", " + name + ": " + value + ", the server "
                        + document.field(name).value());
            }
        });
    }

    /** Returns the clicks that led to more than one POST, and the POSTs without a click. */
    List<String> repeatedPosts(List<PostSite.Post> posts) {
        Map<String, Long> counts =
                posts.stream().collect(Collectors.groupingBy(PostSite.Post::click, Collectors.counting()));
        List<String> found = new ArrayList<>();
        counts.forEach((click, count) -> {
            if (count > 1) {
                found.add(click + " was posted " + count + " times");
            }
            if (!log.clicks().containsKey(click)) {
                found.add(click + " was posted without a click");
            }
        });
        return found;
    }

    /**
     * Returns the POSTs of a car that AutoChat had or might have had already, without a user who was asked about
     * exactly that submission. The user of either POST may have been asked, because the other one may be the faster
     * one. Nobody is asked any more about a submission of unknown outcome for which a user has sent the car again.
     */
    List<String> unaskedPosts(List<PostSite.Post> posts) {
        Map<String, DeskLog.Click> clicks = log.clicks();
        Map<UUID, List<PostSite.Post>> before = new HashMap<>();
        Map<UUID, Set<UUID>> sentAgain = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (PostSite.Post post : posts) {
            DeskLog.Click click = clicks.get(post.click());
            if (click == null) {
                continue;
            }
            Set<UUID> confirmed = confirmed(click);
            Set<UUID> decided = sentAgain.computeIfAbsent(click.car(), _ -> new HashSet<>());
            for (PostSite.Post other : before.computeIfAbsent(click.car(), _ -> new ArrayList<>())) {
                DeskLog.Click earlier = clicks.get(other.click());
                boolean isDecided = "unknown".equals(submissions.get(earlier.submission()))
                        && decided.contains(earlier.submission());
                if (!confirmed.contains(earlier.submission())
                        && !isDecided
                        && !confirmed(earlier).contains(click.submission())) {
                    found.add(post.click() + " was posted although AutoChat may have had the car " + click.car()
                            + " from " + other.click());
                }
            }
            decided.addAll(confirmed);
            if (post.mayHaveArrived()) {
                before.get(click.car()).add(post);
            }
        }
        return found;
    }

    /**
     * Returns the submissions that the user has confirmed, also by their claims, and those that a confirmed one has
     * replaced, if the car may be there by it.
     */
    private Set<UUID> confirmed(DeskLog.Click click) {
        Set<UUID> all = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(click.confirmed());
        while (!open.isEmpty()) {
            UUID id = open.removeFirst();
            DeskLog.Click replaced = clicksBySubmission.get(id);
            if (all.add(id) && replaced != null && MAY_BE_THERE.contains(submissions.get(id))) {
                open.addAll(replaced.confirmed());
            }
        }
        click.confirmed().stream().map(claims::get).filter(Objects::nonNull).forEach(all::add);
        return all;
    }

    /** Returns the accepted cars that a desk takes for not sent. */
    List<String> unknownAccepted(List<PostSite.Post> posts, List<DeskContent> desks) {
        List<String> found = new ArrayList<>();
        for (PostSite.Post post : posts) {
            DeskLog.Click click = log.clicks().get(post.click());
            if (!post.isAccepted() || click == null) {
                continue;
            }
            for (int desk = 0; desk < desks.size(); desk++) {
                String text = String.valueOf(desks.get(desk).submissions().get(click.submission()));
                if (!text.startsWith("ACCEPTED") && !text.startsWith("UNKNOWN")) {
                    found.add("desk " + desk + " has " + post.click() + " as " + text);
                }
            }
        }
        return found;
    }
}
