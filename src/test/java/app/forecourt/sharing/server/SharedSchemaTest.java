package app.forecourt.sharing.server;

import static app.forecourt.stock.SubmissionState.ACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.sharing.server.PostgresServer.TestDatabase;
import app.forecourt.sharing.server.StockClient.Confirmed;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Test of creating the schema, of its two roles, and of schemas that do not fit. */
@Timeout(LongWait.TEST_SECONDS)
class SharedSchemaTest {
    @AutoClose
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = PostgresServer.shared().database();
    }

    private StockClient desk(String role) {
        return new StockClient(database.opener(role), new Desk(UUID.randomUUID(), role), Optional.empty());
    }

    private StockState state(String role) throws StockServerException {
        try (StockClient desk = desk(role)) {
            return desk.state();
        }
    }

    /** Gives a role the rights of a desk by the SQL statement of the guide. */
    private void allow(String role) throws StockServerException, SQLException {
        state("owner");
        allow("owner", role);
    }

    private void allow(String user, String role) throws StockServerException, SQLException {
        try (var connection = database.opener(user).open();
                var statement = connection.prepareStatement("SELECT forecourt.allow_desk(?::name)")) {
            statement.setString(1, role);
            statement.execute();
        }
    }

    private ServerFailure failure(String role) {
        return assertThrows(StockServerException.class, () -> state(role)).failure();
    }

    @Test
    void desksThatStartTogetherMakeOneSchema() throws Exception {
        var barrier = new CyclicBarrier(8);
        var states = new ArrayList<Future<StockState>>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < 8; n++) {
                states.add(threads.submit(() -> {
                    barrier.await();
                    return state("owner");
                }));
            }
        }
        Set<UUID> ids = new HashSet<>();
        for (Future<StockState> state : states) {
            ids.add(state.get().id());
        }
        assertEquals(1, ids.size());
        assertEquals(
                String.valueOf(SharedSchema.LATEST), database.text("SELECT count(*) FROM forecourt.schema_version"));
    }

    @Test
    void schemaOfAnEarlierVersionIsRenewed() throws Exception {
        state("owner");
        database.execute(
                "ALTER TABLE forecourt.claim DROP COLUMN stock_version, DROP COLUMN tries",
                "DELETE FROM forecourt.schema_version WHERE version > 1");
        state("owner");
        assertEquals(
                "stock_version, tries",
                database.text("SELECT string_agg(column_name, ', ' ORDER BY column_name) "
                        + "FROM information_schema.columns WHERE table_schema = 'forecourt' "
                        + "AND table_name = 'claim' AND column_name IN ('stock_version', 'tries')"));
    }

    @Test
    void allowedDeskCanDoEverything() throws Exception {
        allow("desk");
        try (StockClient desk = desk("desk")) {
            UUID car = UUID.randomUUID();
            UUID submission = UUID.randomUUID();
            Items.push(desk, Items.car(car, "one", 0));
            Items.push(desk, Items.car(car, "two", 1));
            desk.changesSince(0, 10);
            desk.setPresence(Optional.of(car));
            desk.desks();
            DuplicateGuardColumns facts = Items.facts(car, "VIN");
            UUID claim = assertInstanceOf(ClaimResult.Granted.class, Items.claim(desk, submission, facts))
                    .claim();
            desk.begin(claim, 0, Confirmed.NOTHING);
            desk.hold(claim);
            desk.settle(claim, Items.submission(submission, Items.with(facts, ACCEPTED), 0));
            desk.release(claim);
            desk.leave();
        }
        assertForbidden("allow_desk", () -> allow("desk", "stranger"));
        assertEquals(ServerFailure.NO_RIGHT, failure("stranger"));
    }

    private static void assertForbidden(String what, Executable action) {
        SQLException refused = assertThrows(SQLException.class, action, what);
        assertEquals("42501", refused.getSQLState(), what);
    }

    @Test
    void deskCannotDeleteOrChangeTables() throws Exception {
        allow("desk");
        try (var connection = database.opener("desk").open();
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "DELETE FROM forecourt.item",
                    "DELETE FROM forecourt.claim",
                    "UPDATE forecourt.stock SET id = gen_random_uuid()",
                    "DROP TABLE forecourt.item",
                    "CREATE TABLE forecourt.more (id int)",
                    "INSERT INTO forecourt.schema_version VALUES (9)")) {
                assertForbidden(sql, () -> statement.execute(sql));
            }
        }
    }

    @ProofTest
    void roleWithOddNameIsAllowed() throws Exception {
        String role = "d\"e'sk " + database.name();
        database.execute("CREATE ROLE \"" + role.replace("\"", "\"\"") + "\"");
        allow(role);
        assertEquals(
                "t",
                database.text(
                        "SELECT has_table_privilege('" + role.replace("'", "''") + "', 'forecourt.item', 'INSERT')"));
    }

    @ProofTest
    void schemaOfAnAdministratorIsFilled() throws Exception {
        database.execute("CREATE SCHEMA forecourt AUTHORIZATION desk");
        state("desk");
        assertEquals(
                String.valueOf(SharedSchema.LATEST),
                database.text("SELECT max(version) FROM forecourt.schema_version"));
    }

    @Test
    void newerSchemaIsLeftAlone() throws Exception {
        state("owner");
        database.execute("INSERT INTO forecourt.schema_version VALUES (99)");
        assertEquals(ServerFailure.NEWER_SCHEMA, failure("owner"));
    }

    @Test
    void olderSchemaNeedsOwner() throws Exception {
        allow("desk");
        database.execute("DELETE FROM forecourt.schema_version WHERE version = " + SharedSchema.LATEST);
        assertEquals(ServerFailure.OLDER_SCHEMA, failure("desk"));
    }

    static Stream<String> damages() {
        return Cases.some(
                3,
                Stream.of(
                        "DROP TABLE forecourt.claim",
                        "DELETE FROM forecourt.stock",
                        "ALTER TABLE forecourt.item DROP COLUMN added",
                        "ALTER TABLE forecourt.stock RENAME TO store",
                        "ALTER TABLE forecourt.desk RENAME COLUMN seen TO gone"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damageIsTold(String sql) throws Exception {
        state("owner");
        database.execute(sql);
        assertEquals(ServerFailure.UNSUITABLE, failure("owner"));
    }

    @Test
    void brokenScriptLeavesNothing() throws Exception {
        database.execute("CREATE SCHEMA forecourt AUTHORIZATION owner", "CREATE TABLE forecourt.desk (id uuid)");
        assertEquals(ServerFailure.REFUSED, failure("owner"));
        assertEquals(
                "1",
                database.text(
                        "SELECT count(*) FROM pg_class WHERE relnamespace = 'forecourt'::regnamespace AND relkind = 'r'"));
    }
}
