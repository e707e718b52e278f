package app.forecourt.sharing.connection;

import app.forecourt.sharing.connection.ServerAddress.Encryption;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parser of addresses as hosts of databases and {@code psql} write them. */
public final class ServerAddressParser {
    // A password may hold unescaped signs, so that the last @ before the path counts.
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?#]*)@)?(?<host>\\[[^]/?#]*]|[^/?#:@]*)(?::(?<port>[^/?#:]*))?"
                    + "(?:/(?<database>[^?#]*))?(?:\\?(?<options>[^#]*))?",
            Pattern.CASE_INSENSITIVE);
    /** Options that are skipped, because the program decides what they set: how to reconnect, and how to encrypt. */
    private static final Set<String> IGNORED = Set.of(
            "application_name",
            "fallback_application_name",
            "connect_timeout",
            "client_encoding",
            "target_session_attrs",
            "load_balance_hosts",
            "keepalives",
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "channel_binding",
            "gssencmode",
            "sslnegotiation",
            "pgbouncer",
            "connection_limit",
            "pool_timeout");

    private static final Set<String> READ =
            Set.of("user", "password", "host", "port", "dbname", "sslmode", "ssl", "sslrootcert");

    private static final Pattern OPTION = Pattern.compile("[a-z_]{1,30}");

    private ServerAddressParser() {}

    /** The reason why a text is no usable address. */
    public enum Problem {
        EMPTY,
        NO_POSTGRESQL_ADDRESS,
        NO_HOST,
        SEVERAL_HOSTS,
        BAD_PORT,
        NO_USER,
        NO_DATABASE,
        BAD_ESCAPE,
        UNKNOWN_SSL_MODE,
        BAD_ROOT_CERTIFICATE,
        UNKNOWN_OPTION
    }

    /** The result of parsing. */
    public sealed interface Result {

        /**
         * The result for a usable address.
         *
         * @param password the password in the text; empty if the text has none
         */
        record Usable(ServerAddress address, Optional<String> password) implements Result {
            @Override
            public String toString() {
                return address.toString();
            }
        }

        /**
         * The result for another text.
         *
         * @param detail the part of the text that is wrong, never the password; {@code ""} if there is none
         */
        record Faulty(Problem problem, String detail) implements Result {}
    }

    /** The reason, on its way out of the steps of parsing. */
    private static final class FaultException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Result.Faulty fault;

        FaultException(Problem problem, String detail) {
            super(problem.name());
            fault = new Result.Faulty(problem, detail);
        }
    }

    /**
     * Parses a text such as {@code postgresql://user:password@host:5432/database?sslmode=verify-full}. Without an
     * {@code sslmode} the certificate is verified, except on this computer.
     */
    public static Result parse(String text) {
        try {
            return read(text.strip());
        } catch (FaultException fault) {
            return fault.fault;
        }
    }

    private static Result.Usable read(String text) throws FaultException {
        if (text.isEmpty()) {
            throw new FaultException(Problem.EMPTY, "");
        }
        Matcher address = ADDRESS.matcher(text);
        if (!address.matches()) {
            throw new FaultException(Problem.NO_POSTGRESQL_ADDRESS, "");
        }
        Map<String, String> options = options(address.group("options"));
        String[] login = (address.group("login") == null ? "" : address.group("login")).split(":", 2);
        String user = required(decoded(login[0]), options.get("user"), Problem.NO_USER);
        String password =
                login.length == 2 && !login[1].isEmpty() ? decoded(login[1]) : options.getOrDefault("password", "");
        String host = host(address.group("host"), options.get("host"));
        String database = required(decoded(address.group("database")), options.get("dbname"), Problem.NO_DATABASE);
        Optional<Path> root = rootCertificate(options.get("sslrootcert"));
        return new Result.Usable(
                new ServerAddress(
                        host,
                        port(address.group("port"), options.get("port")),
                        database,
                        user,
                        encryption(options, host, root.isPresent()),
                        root),
                Optional.of(password).filter(given -> !given.isEmpty()));
    }

    private static Map<String, String> options(@Nullable String text) throws FaultException {
        Map<String, String> options = new HashMap<>();
        for (String option : (text == null ? "" : text).split("&", -1)) {
            String[] parts = option.split("=", 2);
            if (READ.contains(parts[0])) {
                options.put(parts[0], decoded(parts.length == 2 ? parts[1] : ""));
            } else if (!parts[0].isEmpty() && !IGNORED.contains(parts[0])) {
                // A password with a question mark would be quoted.
                throw new FaultException(
                        Problem.UNKNOWN_OPTION, OPTION.matcher(parts[0]).matches() ? parts[0] : "");
            }
        }
        return options;
    }

    private static String required(String written, @Nullable String option, Problem problem) throws FaultException {
        String value = written.isEmpty() && option != null ? option : written;
        if (value.isEmpty()) {
            throw new FaultException(problem, "");
        }
        return value;
    }

    private static String host(String written, @Nullable String option) throws FaultException {
        String host = required(decoded(written), option, Problem.NO_HOST);
        if (host.contains(",")) {
            throw new FaultException(Problem.SEVERAL_HOSTS, host);
        }
        // libpq reads such a host as the folder of a socket.
        if (host.startsWith("/")) {
            throw new FaultException(Problem.NO_HOST, host);
        }
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(@Nullable String written, @Nullable String option) throws FaultException {
        String port = written == null || written.isEmpty() ? option : written;
        if (port == null || port.isEmpty()) {
            return ServerAddress.DEFAULT_PORT;
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            throw new FaultException(Problem.BAD_PORT, port);
        }
        return Integer.parseInt(port);
    }

    private static Encryption encryption(Map<String, String> options, String host, boolean hasRoot)
            throws FaultException {
        String mode = options.getOrDefault("sslmode", "");
        return switch (mode) {
            case "" ->
                ServerAddress.isLoopback(host) && !hasRoot && !"true".equals(options.get("ssl"))
                        ? Encryption.NONE
                        : Encryption.VERIFIED;
            case "disable" -> Encryption.NONE;
            // As libpq does it.
            case "require" -> hasRoot ? Encryption.VERIFIED_ISSUER : Encryption.UNVERIFIED;
            case "verify-ca" -> Encryption.VERIFIED_ISSUER;
            // Both would go on without encryption if an attacker says so.
            case "verify-full", "prefer", "allow" -> Encryption.VERIFIED;
            default -> throw new FaultException(Problem.UNKNOWN_SSL_MODE, mode);
        };
    }

    private static Optional<Path> rootCertificate(@Nullable String file) throws FaultException {
        if (file == null || file.isEmpty() || file.equals("system")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(file));
        } catch (InvalidPathException odd) {
            throw new FaultException(Problem.BAD_ROOT_CERTIFICATE, file);
        }
    }

    private static String decoded(@Nullable String text) throws FaultException {
        try {
            return text == null ? "" : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            throw new FaultException(Problem.BAD_ESCAPE, "");
        }
    }
}
