package app.forecourt.sharing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The schema of the shared stock. The scripts {@code shared-1.sql} and following lead up to it. Each runs once, in one
 * transaction. Desks that start meanwhile with an earlier schema wait at an advisory lock.
 */
final class SharedSchema {
    /** The schema that this program writes. */
    static final int LATEST = 4;
    /** The version number of PostgreSQL 15, from which on the program is tested. */
    private static final int OLDEST_SERVER = 150_000;
    /** An arbitrary number by which all desks mean the same lock: the letters FORECOUR. */
    private static final long LOCK = 0x464F_5245_434F_5552L;
    /** Queries that fail if a column is missing. */
    private static final String USE_COLUMNS = """
            SELECT id, version FROM forecourt.stock WHERE false;
            SELECT kind, id, version, added, document, environment, car, vin_key, plate_key, number_key, dealership,
            state, verdict FROM forecourt.item WHERE false;
            SELECT id, environment, car, revision, desk, desk_name, submission, vin_key, plate_key, number_key,
            dealership, state, at, stock_version FROM forecourt.claim WHERE false;
            SELECT id, name, seen, car FROM forecourt.desk WHERE false
            """;
    /** Each right that a desk needs. */
    private static final String HAS_RIGHTS = """
            SELECT has_column_privilege('forecourt.stock', 'version', 'UPDATE')
            AND has_table_privilege('forecourt.stock', 'SELECT')
            AND has_table_privilege('forecourt.item', 'SELECT') AND has_table_privilege('forecourt.item', 'INSERT')
            AND has_table_privilege('forecourt.item', 'UPDATE') AND has_table_privilege('forecourt.claim', 'SELECT')
            AND has_table_privilege('forecourt.claim', 'INSERT')
            AND has_table_privilege('forecourt.claim', 'UPDATE') AND has_table_privilege('forecourt.desk', 'SELECT')
            AND has_table_privilege('forecourt.desk', 'INSERT') AND has_table_privilege('forecourt.desk', 'UPDATE')
            AND has_table_privilege('forecourt.desk', 'DELETE')
            """;

    private SharedSchema() {}

    /**
     * The result of an inspection of a database.
     *
     * @param version the version of the schema; 0 if there is none
     * @param mayUse false if the user may not even read the version
     * @param mayChange true if the user may create or renew the schema
     */
    record Inspection(int version, boolean mayUse, boolean mayChange) {
        /** Returns true if scripts must run before the desk can work. */
        boolean isOlder() {
            return mayUse && version < LATEST;
        }
    }

    /** Creates or renews the schema if the user may, and checks that a desk can work with it. */
    static void prepare(Connection connection) throws SQLException, StockServerException {
        Inspection inspection = inspect(connection);
        if (inspection.isOlder() && inspection.mayChange()) {
            migrate(connection);
            inspection = inspect(connection);
        }
        check(connection, inspection);
    }

    /** Looks at the database without changing it. */
    static Inspection inspect(Connection connection) throws SQLException, StockServerException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                                SELECT current_setting('server_version') AS server,
                                current_setting('server_version_num')::int AS number,
                                pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS read_only,
                                getdatabaseencoding() AS encoding,
                                has_database_privilege(current_database(), 'CREATE') AS may_create,
                                to_regnamespace('forecourt') IS NOT NULL AS has_schema,
                                coalesce(has_schema_privilege(to_regnamespace('forecourt')::oid, 'USAGE'), true) AS may_use,
                                coalesce(has_schema_privilege(to_regnamespace('forecourt')::oid, 'CREATE'), false) AS may_add,
                                versions.oid IS NOT NULL AS has_versions,
                                coalesce(has_table_privilege(versions.oid, 'SELECT'), true) AS may_read
                                FROM (VALUES (1)) AS given LEFT JOIN pg_class AS versions
                                ON relnamespace = to_regnamespace('forecourt') AND relname = 'schema_version'
                                """)) {
            row.next();
            if (row.getInt("number") < OLDEST_SERVER) {
                throw new StockServerException(ServerFailure.UNSUITABLE, row.getString("server"));
            }
            if (row.getBoolean("read_only")) {
                throw new StockServerException(ServerFailure.UNSUITABLE);
            }
            if (!"UTF8".equals(row.getString("encoding"))) {
                throw new StockServerException(ServerFailure.UNSUITABLE, row.getString("encoding"));
            }
            boolean mayUse = row.getBoolean("may_use") && row.getBoolean("may_read");
            return new Inspection(
                    mayUse && row.getBoolean("has_versions") ? version(connection) : 0,
                    mayUse,
                    row.getBoolean(row.getBoolean("has_schema") ? "may_add" : "may_create"));
        }
    }

    /** Checks that a desk can work with the schema. */
    static void check(Connection connection, Inspection inspection) throws SQLException, StockServerException {
        if (!inspection.mayUse()) {
            throw new StockServerException(ServerFailure.NO_RIGHT);
        }
        if (inspection.version() > LATEST) {
            throw new StockServerException(ServerFailure.NEWER_SCHEMA);
        }
        if (inspection.isOlder()) {
            throw new StockServerException(ServerFailure.OLDER_SCHEMA);
        }
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(HAS_RIGHTS)) {
                if (!row.next() || !row.getBoolean(1)) {
                    throw new StockServerException(ServerFailure.NO_RIGHT);
                }
            }
            statement.execute(USE_COLUMNS);
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM forecourt.stock")) {
                if (!row.next() || row.getInt(1) != 1) {
                    throw new StockServerException(ServerFailure.UNSUITABLE);
                }
            }
        }
    }

    /** Runs the scripts that the server lacks. */
    private static void migrate(Connection connection) throws SQLException, StockServerException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            // Another desk may have run the scripts in the meantime.
            for (int step = inspect(connection).version() + 1; step <= LATEST; step++) {
                if (step == 1) {
                    statement.execute("""
                            DO $$ BEGIN
                              IF to_regnamespace('forecourt') IS NULL THEN CREATE SCHEMA forecourt; END IF;
                            END $$;
                            CREATE TABLE forecourt.schema_version (
                              version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())
                            """);
                }
                statement.execute(script(step));
                statement.execute("INSERT INTO forecourt.schema_version (version) VALUES (" + step + ")");
            }
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT coalesce(max(version), 0) FROM forecourt.schema_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String script(int step) {
        try (InputStream in = SharedSchema.class.getResourceAsStream("shared-" + step + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no script " + step);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
