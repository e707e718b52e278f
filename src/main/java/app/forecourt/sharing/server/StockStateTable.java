package app.forecourt.sharing.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The table with the identity and the version of the stock, which has one row. A transaction that stores something
 * locks it until its end. So versions are committed in their order, and a pull of all later versions can miss none. A
 * sequence would give its numbers earlier.
 */
final class StockStateTable {
    private StockStateTable() {}

    static long version(Connection transaction) throws SQLException, StockServerException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("SELECT version FROM forecourt.stock")) {
            return number(row);
        }
    }

    /** Locks the row, and raises the version. */
    static long raise(Connection transaction, int by) throws SQLException, StockServerException {
        try (PreparedStatement statement =
                transaction.prepareStatement("UPDATE forecourt.stock SET version = version + ? RETURNING version")) {
            statement.setInt(1, by);
            try (ResultSet row = statement.executeQuery()) {
                return number(row);
            }
        }
    }

    /** Locks the row until the end of the transaction. */
    static void lock(Connection transaction) throws SQLException, StockServerException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("SELECT version FROM forecourt.stock FOR UPDATE")) {
            number(row);
        }
    }

    private static long number(ResultSet row) throws SQLException, StockServerException {
        if (!row.next()) {
            // Somebody has deleted the row by hand.
            throw new StockServerException(ServerFailure.UNSUITABLE);
        }
        return row.getLong(1);
    }

    static StockState state(Connection transaction, String incarnation) throws SQLException, StockServerException {
        try (Statement statement = transaction.createStatement();
                ResultSet row = statement.executeQuery("SELECT version, id FROM forecourt.stock")) {
            long version = number(row);
            return new StockState(row.getObject("id", UUID.class), version, incarnation);
        }
    }

    /**
     * Returns a text that changes when the database is restored. A restored dump has a schema with a new number. After
     * a restore of the server's files the write-ahead log begins a new timeline. Some hosts forbid to ask for the
     * latter.
     */
    static String incarnation(Connection autoCommitted) throws SQLException {
        String schema = schema(autoCommitted);
        try {
            return schema + "-" + text(autoCommitted, """
                    SELECT system_identifier || '-' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
                    FROM pg_control_system()
                    """);
        } catch (SQLException forbidden) {
            if (SqlFailureClassifier.ofStatement(forbidden).failure() == ServerFailure.BROKEN_MEANWHILE) {
                throw forbidden;
            }
            return schema;
        }
    }

    /** Returns the number of the schema, which changes when the schema is dropped and restored. */
    private static String schema(Connection connection) throws SQLException {
        return text(connection, "SELECT to_regnamespace('forecourt')::oid::text");
    }

    /** Returns false if the schema was replaced since an incarnation was read. */
    static boolean isStill(Connection connection, String incarnation) throws SQLException {
        return incarnation.split("-", 2)[0].equals(schema(connection));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
