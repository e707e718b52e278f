package app.forecourt.sharing;

import app.forecourt.file.PrivateFile;
import app.forecourt.journal.database.Database;
import app.forecourt.sharing.merge.ItemSyncState;
import app.forecourt.sharing.merge.SharedDocument;
import app.forecourt.sharing.server.SharedItem.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The file {@code shared.db}: the copies of all shared items, and what the desk knows of the stock. It is no part of
 * the journal. If the file is lost, the next sync is a first contact: nothing is lost or doubled. Used by one thread.
 */
final class SyncStateStore implements AutoCloseable {
    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
            """;
    private static final String ITEM = """
            CREATE TABLE IF NOT EXISTS item (
                kind              TEXT NOT NULL,
                id                TEXT NOT NULL,
                stamp             TEXT NOT NULL,
                version           INTEGER NOT NULL,
                base              TEXT NOT NULL,
                -- NULL if it is the same as the base.
                local             TEXT,
                arrivalToken      TEXT,
                arrivalVersion    INTEGER,
                arrivalRemote     TEXT,
                arrivalMerged     TEXT,
                departureToken    TEXT,
                departureDocument TEXT,
                PRIMARY KEY (kind, id)
            ) STRICT
            """;
    private static final String UNFINISHED_INDEX = """
            CREATE INDEX IF NOT EXISTS item_unfinished ON item (kind, id)
            WHERE local IS NOT NULL OR arrivalToken IS NOT NULL OR departureToken IS NOT NULL
            """;
    private static final String SAVE = """
            INSERT OR REPLACE INTO item (kind, id, stamp, version, base, local, arrivalToken, arrivalVersion,
            arrivalRemote, arrivalMerged, departureToken, departureDocument)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The setting of a desk that has left its stock. */
    private static final String LEFT = "left";

    private final Database database;

    /**
     * The copy of a shared item on the disk.
     *
     * @param stamp the stamp of the journal's row that the copy has; {@code ""} if the journal did not have the item
     */
    record StoredCopy(UUID id, ItemSyncState copy, String stamp) {
        /** Returns the copy of an item that was never exchanged. */
        static StoredCopy none(UUID id) {
            return new StoredCopy(id, ItemSyncState.NONE, "");
        }
    }

    private SyncStateStore(Database database) {
        this.database = database;
    }

    /** Opens the file; creates it if there is none. */
    static SyncStateStore open(Path file) throws SQLException, IOException {
        PrivateFile.createFolder(file.resolveSibling(""));
        Database database = Database.open(file);
        for (String statement : List.of(SCHEMA, ITEM, UNFINISHED_INDEX)) {
            database.update(statement);
        }
        return new SyncStateStore(database);
    }

    Optional<String> setting(String name) throws SQLException {
        return database.queryFirst("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name);
    }

    void set(String name, String value) throws SQLException {
        database.update("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", name, value);
    }

    /** Returns the stamps of the journal's rows that the copies of a kind have. */
    Map<UUID, String> stamps(Kind kind) throws SQLException {
        Map<UUID, String> stamps = new HashMap<>();
        database.query(
                "SELECT id, stamp FROM item WHERE kind = ?",
                row -> stamps.put(UUID.fromString(row.getString("id")), row.getString("stamp")),
                kind.key());
        return stamps;
    }

    /**
     * Returns the items of a kind that the server may lack, or that are on their way into the journal. They are in the
     * order in which they were saved last, because the server keeps the order of submissions.
     */
    List<UUID> unfinished(Kind kind) throws SQLException {
        return database.query("""
                SELECT id FROM item WHERE kind = ?
                AND (local IS NOT NULL OR arrivalToken IS NOT NULL OR departureToken IS NOT NULL)
                ORDER BY rowid
                """, row -> UUID.fromString(row.getString("id")), kind.key());
    }

    /** Returns the cars whose documents have rivals. Takes longer the more cars there are. */
    List<UUID> carsWithRivals() throws SQLException {
        // Faster than JSON functions. A text of a field has a backslash before each quotation mark.
        return database.query("""
                SELECT id FROM item WHERE kind = ? AND instr(iif(arrivalToken IS NULL, coalesce(local, base),
                arrivalMerged), '"rivals":{') > 0
                """, row -> UUID.fromString(row.getString("id")), Kind.CAR.key());
    }

    /** Returns the copy of an item. A damaged one counts as none, so that the next sync is a first contact. */
    StoredCopy find(Kind kind, UUID id) throws SQLException {
        return database.queryFirst(
                        "SELECT * FROM item WHERE kind = ? AND id = ?",
                        row -> Database.tryRead(row, SyncStateStore::readCopy),
                        kind.key(),
                        id)
                .flatMap(copy -> copy)
                .orElseGet(() -> StoredCopy.none(id));
    }

    private static StoredCopy readCopy(ResultSet row) throws SQLException {
        SharedDocument base = document(row.getString("base"));
        String local = row.getString("local");
        String arrival = row.getString("arrivalToken");
        String departure = row.getString("departureToken");
        return new StoredCopy(
                UUID.fromString(row.getString("id")),
                new ItemSyncState(
                        row.getLong("version"),
                        base,
                        local == null ? base : document(local),
                        arrival == null
                                ? Optional.empty()
                                : Optional.of(new ItemSyncState.Arrival(
                                        arrival,
                                        row.getLong("arrivalVersion"),
                                        document(row.getString("arrivalRemote")),
                                        document(row.getString("arrivalMerged")))),
                        departure == null
                                ? Optional.empty()
                                : Optional.of(new ItemSyncState.Departure(
                                        departure, document(row.getString("departureDocument"))))),
                row.getString("stamp"));
    }

    private static SharedDocument document(String json) {
        return SharedDocument.parse(json).orElseThrow(() -> new IllegalStateException("a document is no JSON object"));
    }

    /** Saves copies in one transaction. */
    void save(Kind kind, Collection<StoredCopy> copies) throws SQLException {
        if (copies.isEmpty()) {
            return;
        }
        database.inTransaction(transaction -> {
            for (StoredCopy stored : copies) {
                ItemSyncState copy = stored.copy();
                transaction.update(
                        SAVE,
                        kind.key(),
                        stored.id(),
                        stored.stamp(),
                        copy.version(),
                        copy.base().toJson(),
                        copy.local().hasSameContent(copy.base())
                                ? null
                                : copy.local().toJson(),
                        copy.arrival().map(ItemSyncState.Arrival::token).orElse(null),
                        copy.arrival().map(ItemSyncState.Arrival::version).orElse(null),
                        copy.arrival().map(arrival -> arrival.remote().toJson()).orElse(null),
                        copy.arrival().map(arrival -> arrival.merged().toJson()).orElse(null),
                        copy.departure().map(ItemSyncState.Departure::token).orElse(null),
                        copy.departure()
                                .map(departure -> departure.document().toJson())
                                .orElse(null));
            }
            return copies.size();
        });
    }

    /**
     * Forgets what the server had, because it may have other contents under the same versions now. What this desk had
     * stays, with authors and rivals.
     */
    void forgetServer() throws SQLException {
        database.update("""
                UPDATE item SET local = coalesce(local, base), base = '{}', version = 0, arrivalToken = NULL,
                departureToken = NULL
                """);
    }

    /**
     * Notes that the desk has left its stock. The copies stay until the desk joins another stock, because a merge with
     * the same one needs them.
     */
    void leaveStock() throws SQLException {
        set(LEFT, "yes");
    }

    /** Returns true if the desk has left the stock that the copies are of. */
    boolean hasLeftStock() throws SQLException {
        return setting(LEFT).isPresent();
    }

    /** Notes that the desk has joined the stock again that it had left. */
    void rejoinStock() throws SQLException {
        database.update("DELETE FROM setting WHERE name = ?", LEFT);
    }

    /** Forgets everything but the desk's id, because the desk has joined another stock. */
    void forgetStock() throws SQLException {
        database.inTransaction(transaction -> transaction.update("DELETE FROM item")
                + transaction.update("DELETE FROM setting WHERE name NOT IN (?, ?)", DeskSync.DESK, DeskSync.HOME));
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
