package app.forecourt.journal.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What this desk and the server of a shared stock last had in common: a document of each item, and facts about the
 * stock. Both tables are empty if nothing is shared.
 */
public final class SyncBaseTable {
    /** The kind of the items that are cars. */
    public static final String CAR = "car";

    private SyncBaseTable() {}

    /**
     * The last common version of an item.
     *
     * @param version the server's version; 0 if the server may not have the document
     * @param base the document
     * @param stamp the stamp of the item's row when it had the document; empty if there is no such row, or if it has
     *     more
     */
    public record Version(long version, String base, String stamp) {}

    /** Returns the last common version of an item. */
    public static Optional<Version> find(Database database, String kind, UUID id) throws SQLException {
        return database.queryFirst(
                "SELECT version, base, stamp FROM shared_item WHERE kind = ? AND id = ?",
                row -> new Version(row.getLong("version"), row.getString("base"), row.getString("stamp")),
                kind,
                id);
    }

    public static int save(Database transaction, String kind, UUID id, Version item) throws SQLException {
        return transaction.update(
                "INSERT OR REPLACE INTO shared_item (kind, id, version, base, stamp) VALUES (?, ?, ?, ?, ?)",
                kind,
                id,
                item.version(),
                item.base(),
                item.stamp());
    }

    /** Returns a number that grows with each change of a car's item; empty if no sync has written the car. */
    public static Optional<Long> carRevision(Database database, UUID car) throws SQLException {
        return database.queryFirst(
                "SELECT revision FROM shared_item WHERE kind = 'car' AND id = ?", row -> row.getLong(1), car);
    }

    /** Returns the rows that differ from the last common version, then the items that have lost their row. */
    static List<UUID> changed(Database database, String kind, String table, String stamp) throws SQLException {
        List<UUID> changed = new ArrayList<>(
                database.queryReadable("""
                SELECT %1$s.id FROM %1$s LEFT JOIN shared_item ON kind = ? AND shared_item.id = %1$s.id
                WHERE shared_item.stamp IS NOT %2$s OR shared_item.version = 0 ORDER BY begun, %1$s.rowid
                """.formatted(table, stamp), row -> ColumnConverter.id(row, "id"), kind));
        changed.addAll(database.queryReadable("""
                SELECT id FROM shared_item WHERE kind = ? AND (stamp <> '' OR version = 0)
                AND id NOT IN (SELECT id FROM %s)
                """.formatted(table), row -> ColumnConverter.id(row, "id"), kind));
        return changed;
    }

    /** Notes that the server may have other contents under the same versions now. */
    public static int forgetVersions(Database transaction) throws SQLException {
        return transaction.update("UPDATE shared_item SET version = 0");
    }

    /** Returns a fact about the stock; empty if it is unknown. */
    public static Optional<String> fact(Database database, String name) throws SQLException {
        return database.queryFirst("SELECT value FROM shared_stock WHERE name = ?", row -> row.getString(1), name);
    }

    public static int setFact(Database transaction, String name, String value) throws SQLException {
        // A fact that stays as it is writes nothing to the disk.
        return transaction.update("""
                INSERT INTO shared_stock (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
                """, name, value);
    }

    /** Forgets all items, and all facts but some. */
    public static int clear(Database transaction, String... kept) throws SQLException {
        return transaction.update("DELETE FROM shared_item")
                + transaction.update(
                        "DELETE FROM shared_stock WHERE name NOT IN (SELECT value FROM json_each(?))",
                        Stream.of(kept).map("\"%s\""::formatted).toList());
    }

    /**
     * Moves what an earlier version of the program kept in a file of its own. An item with other texts of a field is
     * merged again, because these get into the history then.
     *
     * @param isCopy true if the file is the copy of another desk's
     * @param fingerprint the fingerprint of this journal
     */
    public static void moveFrom(Database database, Path file, boolean isCopy, String fingerprint) throws SQLException {
        database.update("ATTACH ? AS other", Database.uri(file));
        try {
            database.inTransaction(transaction -> {
                if (fact(transaction, "desk").isEmpty()) {
                    transaction.update("""
                            INSERT INTO shared_item (kind, id, version, base, stamp)
                            SELECT kind, id, iif(again, 0, version),
                            json_remove(iif(again, coalesce(local, base), base), '$.rivals'),
                            iif(again OR local IS NULL, stamp, '')
                            FROM (SELECT *, version = 0 OR json_type(coalesce(local, base), '$.rivals') IS NOT NULL
                            AS again FROM other.item WHERE kind IN ('car', 'submission'))
                            """);
                    transaction.update("INSERT INTO shared_stock SELECT name, value FROM other.setting");
                    transaction.update("""
                            UPDATE shared_stock SET value = '0' WHERE name = 'pulled' AND EXISTS (
                            SELECT 1 FROM shared_item WHERE version = 0
                            UNION ALL SELECT 1 FROM other.item WHERE arrivalToken IS NOT NULL)
                            """);
                    setFact(transaction, "home", isCopy ? "" : fingerprint);
                }
                return file;
            });
        } finally {
            database.update("DETACH other");
        }
    }
}
