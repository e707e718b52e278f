package app.forecourt.settings;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a proxy that the user entered.
 *
 * @param host a host name or IP address, without a scheme
 * @param port a port from 1 to 65,535
 */
public record ProxyAddress(String host, int port) {
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}._-]+|\\p{XDigit}*:\\p{XDigit}*:[\\p{XDigit}:.]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");
    private static final int HIGHEST_PORT = 65_535;

    /** Parses an address; empty if the host or the port is invalid. */
    public static Optional<ProxyAddress> of(String host, String port) {
        return port(port).filter(_ -> isHost(host)).map(number -> new ProxyAddress(host.strip(), number));
    }

    /** Returns whether a text has the form of a host name or IP address. */
    public static boolean isHost(String text) {
        return HOST.matcher(text.strip()).matches();
    }

    /** Parses a port; empty if the text is no number from 1 to 65,535. */
    public static Optional<Integer> port(String text) {
        return Optional.of(text.strip())
                .filter(digits -> DIGITS.matcher(digits).matches())
                .map(Integer::valueOf)
                .filter(port -> port > 0 && port <= HIGHEST_PORT);
    }
}
