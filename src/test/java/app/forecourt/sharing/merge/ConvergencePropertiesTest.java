package app.forecourt.sharing.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.TriesOfProofHook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.jspecify.annotations.Nullable;

/**
 * Properties of desks that edit one item and exchange it in any order, with a kill after any step. They come to one
 * document, nothing typed is lost, and nothing that was replaced comes back.
 */
class ConvergencePropertiesTest {
    private static final List<String> FIELDS = List.of("brand", "salesPrice");
    /** The number of steps of an exchange; a larger number of steps kills nothing. */
    private static final int MOST_STEPS = 8;

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private enum Kind {
        EDIT,
        EMPTY,
        DISMISS,
        PULL,
        PUSH
    }

    /**
     * An action of a desk.
     *
     * @param steps the steps of an exchange that are done before the desk is killed
     */
    private record Action(int desk, Kind kind, int field, int steps) {}

    /** The end of a desk between two steps of an exchange. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The server with one item. */
    private static final class Server {
        private long version;
        private SharedDocument document = SharedDocument.EMPTY;
    }

    /** The values that were typed, and those of them that a user has seen and replaced or dismissed. */
    private static final class Typed {
        private final Map<String, String> fieldByText = new HashMap<>();
        private final Set<String> replaced = new HashSet<>();

        String next(int desk, String field) {
            String text = "value " + fieldByText.size() + " of desk " + desk;
            fieldByText.put(text, field);
            return text;
        }
    }

    /** A desk: its journal and its copy of the item on the disk. */
    private static final class Desk {
        private final int number;
        private final Server server;
        private final Typed typed;
        private final Map<String, JsonNode> journal = new HashMap<>();
        private ItemSyncState stored = ItemSyncState.NONE;
        /** The token of the last document that the journal got. */
        private String merged = "";

        private int tokens;
        private int stepsLeft;

        Desk(int number, Server server, Typed typed) {
            this.number = number;
            this.server = server;
            this.typed = typed;
        }

        private String id() {
            return "desk " + number;
        }

        private static String text(@Nullable JsonNode value) {
            return value == null ? "" : value.asText();
        }

        void type(String field, String text) {
            typed.replaced.add(text(journal.get(field)));
            stored.local().rivals(field).forEach(rival -> typed.replaced.add(rival.text()));
            journal.put(field, JsonNodeFactory.instance.textNode(text));
        }

        void dismiss(String field) {
            stored.local().rivals(field).forEach(rival -> typed.replaced.add(rival.text()));
            stored = stored.withLocal(
                    stored.local().withoutRivals(field, stored.local().rivals(field)));
        }

        private void step(Runnable step) {
            if (stepsLeft == 0) {
                throw new Killed();
            }
            stepsLeft--;
            step.run();
        }

        private void store(ItemSyncState copy) {
            step(() -> stored = copy);
        }

        private ItemSyncState begin() {
            return stored.arrival()
                    .map(arrival -> stored.recovered(arrival.token().equals(merged), journal, id(), NOW))
                    .orElseGet(() -> stored.edited(journal, id(), NOW));
        }

        void pull() {
            store(begin());
            receive(begin());
        }

        private void receive(ItemSyncState copy) {
            if (server.version <= copy.version()) {
                return;
            }
            tokens++;
            ItemSyncState received = copy.received(id(), id() + " " + tokens, server.version, server.document);
            store(received);
            ItemSyncState.Arrival arrival = received.arrival().orElseThrow();
            step(() -> {
                FIELDS.forEach(field ->
                        journal.put(field, arrival.merged().field(field).value()));
                merged = arrival.token();
            });
            store(received.applied());
        }

        void push() {
            ItemSyncState copy = begin();
            if (!copy.needsPush()) {
                return;
            }
            tokens++;
            ItemSyncState departing = copy.departing(id(), id() + " " + tokens);
            store(departing);
            ItemSyncState.Departure departure = departing.departure().orElseThrow();
            if (server.version == departing.version()) {
                step(() -> {
                    server.version++;
                    server.document =
                            SharedDocument.parse(departure.document().toJson()).orElseThrow();
                });
                store(departing.stored(server.version));
            } else {
                receive(departing);
            }
        }

        void run(Action action) {
            String field = FIELDS.get(action.field());
            stepsLeft = action.steps() == 0 ? MOST_STEPS : action.steps() - 1;
            try {
                switch (action.kind()) {
                    case EDIT -> type(field, typed.next(number, field));
                    case EMPTY -> type(field, "");
                    case DISMISS -> dismiss(field);
                    case PULL -> pull();
                    case PUSH -> push();
                }
            } catch (Killed _) {
                // The desk starts again with what is on the disk.
            }
        }
    }

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 3_000, seed = "20261128")
    void twoDesksComeToOneDocument(@ForAll("actionsOfTwo") List<Action> actions) {
        check(2, actions);
    }

    @AddLifecycleHook(TriesOfProofHook.class)
    @Property(tries = 3_000, seed = "20261128")
    void threeDesksComeToOneDocument(@ForAll("actionsOfThree") List<Action> actions) {
        check(3, actions);
    }

    private static void check(int count, List<Action> actions) {
        Server server = new Server();
        Typed typed = new Typed();
        List<Desk> desks = IntStream.range(0, count)
                .mapToObj(number -> new Desk(number, server, typed))
                .toList();
        actions.forEach(action -> desks.get(action.desk()).run(action));
        // Each exchange of all desks can solve at least the conflict of one desk.
        for (int round = 0; round <= count + 1; round++) {
            desks.forEach(desk -> {
                desk.run(new Action(desk.number, Kind.PULL, 0, 0));
                desk.run(new Action(desk.number, Kind.PUSH, 0, 0));
                desk.run(new Action(desk.number, Kind.PUSH, 0, 0));
            });
        }
        for (Desk desk : desks) {
            assertFalse(desk.begin().needsPush());
            assertTrue(desk.stored.local().hasSameContent(server.document), () -> desk.stored + "\n" + server.document);
            for (String field : FIELDS) {
                assertEquals(server.document.field(field).text(), Desk.text(desk.journal.get(field)));
                assertFalse(typed.replaced.contains(server.document.field(field).text())
                        && !server.document.field(field).isEmpty());
            }
        }
        typed.fieldByText.forEach((text, field) -> assertTrue(
                typed.replaced.contains(text)
                        || Stream.concat(
                                        Stream.of(server.document.field(field)), server.document.rivals(field).stream())
                                .anyMatch(value -> value.text().equals(text)),
                () -> text + " is lost: " + server.document));
    }

    @Provide
    Arbitrary<List<Action>> actionsOfTwo() {
        return actions(2);
    }

    @Provide
    Arbitrary<List<Action>> actionsOfThree() {
        return actions(3);
    }

    private static Arbitrary<List<Action>> actions(int desks) {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(6, Kind.EDIT),
                net.jqwik.api.Tuple.of(1, Kind.EMPTY),
                net.jqwik.api.Tuple.of(1, Kind.DISMISS),
                net.jqwik.api.Tuple.of(4, Kind.PULL),
                net.jqwik.api.Tuple.of(5, Kind.PUSH));
        return Combinators.combine(
                        Arbitraries.integers().between(0, desks - 1),
                        kinds,
                        Arbitraries.integers().between(0, FIELDS.size() - 1),
                        Arbitraries.integers().between(0, MOST_STEPS - 1))
                .as(Action::new)
                .list()
                .ofMaxSize(30);
    }
}
