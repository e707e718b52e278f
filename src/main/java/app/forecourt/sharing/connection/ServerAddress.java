package app.forecourt.sharing.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a database, without its password.
 *
 * @param host a name or an IP address, IPv6 without brackets
 * @param rootCertificate the file with the own certificate authority; empty for those of Java
 */
public record ServerAddress(
        String host, int port, String database, String user, Encryption encryption, Optional<Path> rootCertificate) {
    /** PostgreSQL's usual port. */
    public static final int DEFAULT_PORT = 5432;

    /** The encryption of the connection. */
    public enum Encryption {
        /** The certificate must be valid for the host. */
        VERIFIED("verify-full"),
        /** The certificate must be valid, for any host. */
        VERIFIED_ISSUER("verify-ca"),
        /** Anybody may have issued the certificate, so that an attacker can pretend to be the server. */
        UNVERIFIED("require"),
        /** No encryption, on this computer only. */
        NONE("disable");

        final String sslMode;

        Encryption(String sslMode) {
            this.sslMode = sslMode;
        }
    }

    public ServerAddress {
        if (encryption == Encryption.NONE && !isLoopback(host)) {
            encryption = Encryption.VERIFIED;
        }
    }

    /** Returns this address with another certificate authority; empty for those of Java. */
    public ServerAddress withRootCertificate(Optional<Path> file) {
        return new ServerAddress(host, port, database, user, encryption, file);
    }

    /** Returns true if another address leads to the same database, perhaps as another user. */
    public boolean isSameDatabase(ServerAddress other) {
        return host.equalsIgnoreCase(other.host) && port == other.port && database.equals(other.database);
    }

    /** Returns true if the server is on this computer, where no other desk finds it under this address. */
    public boolean isOnThisComputer() {
        return isLoopback(host);
    }

    /** Returns the host with the port, as in an address. */
    String hostAndPort() {
        return (host.indexOf(':') < 0 ? escaped(host) : "[" + host + "]") + ":" + port;
    }

    /** Returns true if the host is this computer, so that nobody can listen between. */
    static boolean isLoopback(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.equals("::1") || lower.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }

    /**
     * Returns the address as text, in the form {@code postgresql://user@host:port/database}. The parser reads it back.
     */
    public String text() {
        return "postgresql://" + escaped(user) + "@" + hostAndPort() + "/" + escaped(database) + "?sslmode="
                + encryption.sslMode
                + rootCertificate
                        .map(file -> "&sslrootcert=" + escaped(file.toString()))
                        .orElse("");
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return text();
    }
}
