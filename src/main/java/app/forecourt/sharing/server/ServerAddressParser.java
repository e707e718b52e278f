package app.forecourt.sharing.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parser of addresses as hosts of databases and {@code psql} write them. */
public final class ServerAddressParser {
    // A password may hold unescaped signs, so that the last @ before the path counts.
    private static final Pattern ADDRESS = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:/?#]*)(?::(?<password>[^/?#]*))?@)?"
                    + "(?<host>\\[[^]/?#]*]|[^/?#:@]*)(?::(?<port>[^/?#:]*))?(?:/(?<dbname>[^?#]*))?(?:\\?(?<options>[^#]*))?",
            Pattern.CASE_INSENSITIVE);

    private ServerAddressParser() {}

    /** The reason why a text is no usable address. */
    public enum Problem {
        UNREADABLE,
        NO_HOST,
        BAD_PORT,
        NO_USER,
        NO_DATABASE
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

        /** The result for another text. */
        record Faulty(Problem problem) implements Result {}
    }

    /**
     * Parses a text such as {@code postgresql://user:password@host:5432/database?sslmode=verify-full}. Options that the
     * program decides by itself are skipped.
     */
    public static Result parse(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (!address.matches()) {
            return new Result.Faulty(Problem.UNREADABLE);
        }
        try {
            return read(parts(address));
        } catch (IllegalArgumentException badEscapeOrPath) {
            return new Result.Faulty(Problem.UNREADABLE);
        }
    }

    /** Returns the parts that are not blank. Those before the options win. */
    private static Map<String, String> parts(Matcher address) {
        Map<String, String> parts = new HashMap<>();
        for (String option :
                Optional.ofNullable(address.group("options")).orElse("").split("&", -1)) {
            String[] pair = option.split("=", 2);
            put(parts, pair[0], pair[pair.length - 1]);
        }
        for (String name : List.of("user", "password", "host", "port", "dbname")) {
            put(parts, name, Optional.ofNullable(address.group(name)).orElse(""));
        }
        return parts;
    }

    private static void put(Map<String, String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.put(name, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
    }

    private static Result read(Map<String, String> parts) {
        String host = parts.getOrDefault("host", "").replaceAll("[\\[\\]]", "");
        // A blank comes from a copied line break, a slash begins the folder of a socket, a comma a second server.
        if (!host.matches("[^\\s/,]+")) {
            return new Result.Faulty(Problem.NO_HOST);
        }
        String port = parts.getOrDefault("port", "5432");
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            return new Result.Faulty(Problem.BAD_PORT);
        }
        if (!parts.containsKey("user")) {
            return new Result.Faulty(Problem.NO_USER);
        }
        if (!parts.containsKey("dbname")) {
            return new Result.Faulty(Problem.NO_DATABASE);
        }
        Optional<Path> root = Optional.ofNullable(parts.get("sslrootcert"))
                .filter(file -> !file.equals("system"))
                .map(Path::of);
        // Without a word about encryption, a server on this computer has none.
        String mode = parts.getOrDefault("sslmode", root.isPresent() ? "verify-full" : "disable");
        return new Result.Usable(
                new ServerAddress(
                        host,
                        Integer.parseInt(port),
                        parts.get("dbname"),
                        parts.get("user"),
                        !mode.equals("disable"),
                        root),
                Optional.ofNullable(parts.get("password")));
    }
}
