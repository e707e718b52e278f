package app.forecourt.sharing.server;

import app.forecourt.http.TrustedAuthorities;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ssl.WrappedFactory;

/**
 * Opens connections to one database. It asks the driver itself, because {@link java.sql.DriverManager} would load the
 * drivers of all databases.
 */
public final class ConnectionOpener {
    /** Settings of the session, because an administrator may have chosen other ones for the server. */
    private static final String SETTINGS = """
            SET statement_timeout = %s; SET lock_timeout = %s; SET search_path = pg_catalog; SET TIME ZONE 'UTC';
            SET default_transaction_isolation = 'read committed'; SET synchronous_commit = on; SET jit = off
            """;

    private final ServerAddress address;
    private final String password;
    private final Limits limits;

    /**
     * Time limits.
     *
     * @param socket the limit of a silence of the server, longer than that of a statement
     * @param lock the limit of waiting for other desks
     */
    public record Limits(Duration connect, Duration socket, Duration statement, Duration lock) {
        public static final Limits USUAL = new Limits(
                Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(15), Duration.ofSeconds(10));
    }

    /** TLS with the authorities of the computer. The driver creates it by its name. */
    public static final class TrustedSockets extends WrappedFactory {
        /** Tests replace them. */
        static volatile TrustedAuthorities authorities = TrustedAuthorities.OF_COMPUTER;

        public TrustedSockets() {
            factory = TrustedAuthorities.context(authorities).getSocketFactory();
        }
    }

    public ConnectionOpener(ServerAddress address, String password, Limits limits) {
        this.address = address;
        this.password = password;
        this.limits = limits;
    }

    /** Opens a connection that commits each statement. */
    public Connection open() throws StockServerException {
        try {
            String url = "jdbc:postgresql://" + address.hostAndPort() + "/"
                    + URLEncoder.encode(address.database(), StandardCharsets.UTF_8);
            Connection connection = new Driver().connect(url, properties());
            if (connection == null) {
                throw new IllegalStateException("no address of PostgreSQL");
            }
            try (Statement statement = connection.createStatement()) {
                // Not in the greeting, because a pooler refuses what it does not know there.
                statement.execute(SETTINGS.formatted(
                        limits.statement().toMillis(), limits.lock().toMillis()));
            } catch (SQLException failed) {
                connection.close();
                throw failed;
            }
            return connection;
        } catch (SQLException failed) {
            throw SqlFailureClassifier.ofConnect(failed, !password.isEmpty());
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, address.user());
        if (!password.isEmpty()) {
            PGProperty.PASSWORD.set(properties, password);
        }
        PGProperty.APPLICATION_NAME.set(properties, "Forecourt");
        PGProperty.CONNECT_TIMEOUT.set(properties, (int) limits.connect().toSeconds());
        PGProperty.LOGIN_TIMEOUT.set(properties, (int) limits.socket().toSeconds());
        PGProperty.SOCKET_TIMEOUT.set(properties, (int) limits.socket().toSeconds());
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        PGProperty.GSS_ENC_MODE.set(properties, "disable");
        // Named statements live in a session, and a pooler may give each transaction another one.
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        if (!address.isEncrypted()) {
            // Whoever pretends to be the server may ask for the password in another way, and could then read it.
            PGProperty.REQUIRE_AUTH.set(properties, "scram-sha-256");
        }
        PGProperty.SSL_MODE.set(properties, address.isEncrypted() ? "verify-full" : "disable");
        address.rootCertificate()
                .ifPresentOrElse(
                        file -> PGProperty.SSL_ROOT_CERT.set(properties, file.toString()),
                        () -> PGProperty.SSL_FACTORY.set(properties, TrustedSockets.class.getName()));
        return properties;
    }
}
