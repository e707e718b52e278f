package app.forecourt.sharing.server;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.sharing.server.ItemPushResult.Outdated;
import app.forecourt.sharing.server.ItemPushResult.Stored;
import app.forecourt.sharing.server.SharedItem.Kind;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Test of storing and fetching items at a real PostgreSQL. */
@Timeout(LongWait.TEST_SECONDS)
class PushAndPullTest extends TwoClientsFixture {
    private StockChanges changes(List<SharedItem> items, long upTo, boolean isComplete) throws StockServerException {
        return new StockChanges(items, List.of(), upTo, isComplete, ben.state().incarnation());
    }

    private static List<OutgoingItem> cars(int count) {
        return Stream.generate(() -> Items.car(UUID.randomUUID(), "car", 0))
                .limit(count)
                .toList();
    }

    /** Stores the car of the test. */
    private ItemPushResult push(StockClient desk, String text, long base) throws StockServerException {
        return Items.push(desk, Items.car(id, text, base));
    }

    private ItemPushResult pushCar() throws StockServerException {
        return push(anna, "car", 0);
    }

    @Test
    void staleBaseIsOutdated() throws Exception {
        push(anna, "first", 0);
        assertEquals(new Stored(2), push(ben, "Ben's", 1));
        assertEquals(new Outdated(new SharedItem(Kind.CAR, id, 2, "{\"text\": \"Ben's\"}")), push(anna, "Anna's", 1));
        assertEquals(2, anna.state().version());
    }

    @Test
    void repeatedPushCountsAsStored() throws Exception {
        push(anna, "first", 0);
        assertEquals(new Stored(1), push(anna, "first", 0));
        assertEquals(1, anna.state().version());
    }

    @Test
    void batchKeepsOrderAndLeavesOutdatedOut() throws Exception {
        UUID other = UUID.randomUUID();
        push(anna, "first", 0);
        List<ItemPushResult> results = ben.push(List.of(
                Items.car(other, "new", 0), Items.car(id, "stale", 0), Items.car(UUID.randomUUID(), "new too", 0)));
        assertEquals(
                List.of(Stored.class, Outdated.class, Stored.class),
                results.stream().map(Object::getClass).toList());
        assertEquals(new Stored(2), results.getFirst());
        assertEquals(
                List.of(1L, 2L, 4L),
                anna.changesSince(0, 10).items().stream()
                        .map(SharedItem::version)
                        .toList());
    }

    @Test
    void pagesMissNothing() throws Exception {
        anna.push(cars(25));
        Set<UUID> seen = new HashSet<>();
        long version = 0;
        boolean isComplete = false;
        while (!isComplete) {
            StockChanges changes = ben.changesSince(version, 10);
            changes.items().forEach(item -> seen.add(item.id()));
            version = changes.upTo();
            isComplete = changes.isComplete();
        }
        assertEquals(25, seen.size());
        assertEquals(25, version);
    }

    @Test
    void rowWithVersionOfFutureComesLater() throws Exception {
        push(anna, "edited by hand", 0);
        database.execute("UPDATE forecourt.item SET version = 3");
        assertEquals(changes(List.of(), 1, true), ben.changesSince(0, 10));
        anna.push(cars(2));
        assertTrue(ben.changesSince(1, 10).items().stream()
                .anyMatch(item -> item.id().equals(id)));
    }

    @Test
    void rowsWithSameVersionComeTogether() throws Exception {
        anna.push(cars(5));
        database.execute("UPDATE forecourt.item SET version = 2");
        assertEquals(5, ben.changesSince(0, 2).items().size());
    }

    /** Inserts rows with documents of this size. */
    private void insertRows(int count, int bytes) throws StockServerException {
        anna.state();
        database.execute("""
                INSERT INTO forecourt.item (kind, id, version, added, document)
                SELECT 'car', gen_random_uuid(), n, n, jsonb_build_object('text', repeat('x', %s))
                FROM generate_series(1, %s) AS n
                """.formatted(bytes, count), "UPDATE forecourt.stock SET version = " + count);
    }

    @Test
    void tooLargeRowsAreLeftOut() throws Exception {
        insertRows(3, ItemTable.LARGEST_DOCUMENT);
        push(anna, "small", 0);
        StockChanges changes = ben.changesSince(0, 10);
        assertEquals(List.of(id), changes.items().stream().map(SharedItem::id).toList());
        assertEquals(3, changes.tooLarge().size());
    }

    @Test
    void pullEndsAfterSomeBytes() throws Exception {
        insertRows(12, ItemTable.PULL_BYTES / 8);
        StockChanges first = ben.changesSince(0, 500);
        StockChanges second = ben.changesSince(first.upTo(), 500);
        assertEquals(List.of(false, true), List.of(first.isComplete(), second.isComplete()));
        assertEquals(12, first.items().size() + second.items().size());
    }

    @Test
    void tooLargeRowIsNotOverwritten() throws Exception {
        insertRows(1, ItemTable.LARGEST_DOCUMENT);
        UUID large = ben.changesSince(0, 10).tooLarge().getFirst();
        assertEquals(new ItemPushResult.Unreadable(), Items.push(anna, Items.car(large, "other", 0)));
    }

    @Test
    void unknownKindIsLeftOut() throws Exception {
        pushCar();
        database.execute("UPDATE forecourt.item SET kind = 'boat'");
        assertEquals(changes(List.of(), 1, true), ben.changesSince(0, 10));
    }

    @ProofTest
    void rowDeletedByHandIsStoredAgain() throws Exception {
        push(anna, "first", 0);
        database.execute("DELETE FROM forecourt.item");
        assertEquals(new Stored(2), push(anna, "second", 1));
        assertEquals(
                "{\"text\": \"second\"}",
                ben.changesSince(0, 10).items().getFirst().document());
    }

    @Test
    void deletedStockIsDamage() throws Exception {
        anna.state();
        database.execute("DELETE FROM forecourt.stock");
        assertEquals(ServerFailure.UNSUITABLE, failure(this::pushCar));
    }

    @ProofTest
    void suppressedRowIsDamage() throws Exception {
        anna.state();
        database.execute(
                "CREATE FUNCTION public.nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE TRIGGER nothing BEFORE INSERT ON forecourt.item FOR EACH ROW EXECUTE FUNCTION public.nothing()");
        assertEquals(ServerFailure.UNSUITABLE, failure(this::pushCar));
    }

    @Test
    void fullServerTakesTheItemLater() throws Exception {
        anna.state();
        database.execute(
                """
                CREATE FUNCTION public.no_space() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE ''could not extend file'' USING ERRCODE = ''disk_full''; END'
                """, "CREATE TRIGGER no_space BEFORE INSERT ON forecourt.item EXECUTE FUNCTION public.no_space()");
        assertEquals(ServerFailure.UNSUITABLE, failure(this::pushCar));
        database.execute("DROP TRIGGER no_space ON forecourt.item");
        assertEquals(new Stored(1), pushCar());
    }

    @Test
    void zeroCharacterIsUnstorable() throws Exception {
        for (String document : List.of("{\"text\": \"\\u0000\"}", "no JSON")) {
            var push = new OutgoingItem(Kind.CAR, id, document, 0, DuplicateGuardColumns.NONE);
            assertEquals(ServerFailure.REFUSED, failure(() -> Items.push(anna, push)), document);
        }
        assertEquals(new Stored(1), pushCar());
    }

    @Test
    void otherStockIsRefused() throws Exception {
        anna.state();
        try (var lost = new StockClient(
                database.opener("owner"), new Desk(UUID.randomUUID(), "Lost"), Optional.of(UUID.randomUUID()))) {
            assertEquals(ServerFailure.OTHER_STOCK, failure(lost::state));
        }
        database.execute("UPDATE forecourt.stock SET id = gen_random_uuid()");
        database.endSessions();
        assertEquals(ServerFailure.OTHER_STOCK, failure(anna::state));
    }

    @Test
    void presenceEndsAfterItsLife() throws Exception {
        anna.setPresence(Optional.of(id));
        ben.setPresence(Optional.empty());
        assertEquals(Set.of("Anna", "Ben"), names());
        assertEquals(Optional.of(id), ben.desks().getFirst().car());
        database.execute("UPDATE forecourt.desk SET seen = clock_timestamp() - interval '76 s' WHERE name = 'Anna'");
        assertEquals(Set.of("Ben"), names());
        ben.leave();
        assertEmpty(names());
    }

    @Test
    void youngPresenceIsNotWrittenAgain() throws Exception {
        anna.setPresence(Optional.of(id));
        String written = presence();
        anna.setPresence(Optional.of(id));
        assertEquals(written, presence());
        anna.setPresence(Optional.empty());
        assertNotEquals(written, presence(), "another car");
        database.execute("UPDATE forecourt.desk SET seen = clock_timestamp() - interval '11 s'");
        written = presence();
        anna.setPresence(Optional.empty());
        assertNotEquals(written, presence(), "older");
    }

    private String presence() {
        return database.text("SELECT seen::text FROM forecourt.desk");
    }

    private Set<String> names() throws StockServerException {
        return ben.desks().stream().map(DeskPresence::name).collect(toSet());
    }

    @Test
    void closedServerFails() throws Exception {
        anna.state();
        anna.close();
        assertEquals(ServerFailure.BROKEN_MEANWHILE, failure(anna::state));
    }

    private interface Call {
        Object run() throws StockServerException;
    }

    private static ServerFailure failure(Call call) {
        return assertThrows(StockServerException.class, call::run).failure();
    }
}
