package app.forecourt.sharing.server;

import java.io.File;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The address of a database, without its password.
 *
 * @param host a name or an IP address, IPv6 without brackets
 * @param isEncrypted true if the certificate must be valid for the host; false on this computer only
 * @param rootCertificate the file with the own certificate authority; empty for those of the computer
 */
public record ServerAddress(
        String host, int port, String database, String user, boolean isEncrypted, Optional<Path> rootCertificate) {

    public ServerAddress {
        // Nobody can listen between within this computer.
        isEncrypted |= !host.matches("(?i)localhost|::1|127(\\.\\d+){3}");
    }

    /** Returns this address with another certificate authority; empty for those of the computer. */
    public ServerAddress withRootCertificate(Optional<Path> file) {
        return new ServerAddress(host, port, database, user, isEncrypted, file);
    }

    String hostAndPort() {
        return (host.contains(":") ? "[" + host + "]" : escaped(host)) + ":" + port;
    }

    /**
     * Returns the address as text, in the form {@code postgresql://user@host:port/database}. The parser reads it back.
     * Slashes separate folders on each system, as PostgreSQL's programs allow.
     */
    public String text() {
        return "postgresql://" + escaped(user) + "@" + hostAndPort() + "/" + escaped(database) + "?sslmode="
                + (isEncrypted ? "verify-full" : "disable")
                + rootCertificate
                        .map(file -> "&sslrootcert=" + escaped(file.toString().replace(File.separatorChar, '/')))
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
