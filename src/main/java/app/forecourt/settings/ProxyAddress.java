package app.forecourt.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A proxy of the desk's own.
 *
 * @param host its name or number, without a scheme
 * @param port 1 to 65,535
 */
public record ProxyAddress(String host, int port) {
    private static final Pattern HOST = Pattern
            .compile("[\\p{Alnum}._-]+|\\p{XDigit}*:\\p{XDigit}*:[\\p{XDigit}:.]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final int HIGHEST_PORT = 65_535;

    /** The proxy that two texts name, if they do. */
    public static Optional<ProxyAddress> of(String host, String port) {
        return port(port).filter(any -> isHost(host)).map(number -> new ProxyAddress(host.strip(), number));
    }

    /** Whether a text may be a host. */
    public static boolean isHost(String text) {
        return HOST.matcher(text.strip()).matches();
    }

    /** The port that a text names, if it does. */
    public static Optional<Integer> port(String text) {
        return Optional.of(text.strip()).filter(digits -> DIGITS.matcher(digits).matches())
                .map(Integer::valueOf).filter(port -> port > 0 && port <= HIGHEST_PORT);
    }
}
