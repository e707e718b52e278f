package app.forecourt.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Checks of the web addresses from which AutoChat fetches photos. */
public final class HttpsUrlCheck {
    /** Accepts hosts with underscores or non-ASCII letters. {@link URI} rejects them, but the web uses them. */
    private static final Pattern LOOSE_HOST = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*(:[0-9]{1,5})?");

    private static final Pattern HTTP = Pattern.compile("(?mi)^([ \\t]*+)http://");
    private static final int LAST_PORT = 65_535;

    private HttpsUrlCheck() {}

    /** Returns whether a text is an absolute https URL with a host. */
    public static boolean isHttps(String text) {
        try {
            var uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme()) && hasHost(uri) && uri.getPort() <= LAST_PORT;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Replaces {@code http://} by {@code https://} at the start of each line. */
    public static String toHttps(String lines) {
        return HTTP.matcher(lines).replaceAll("$1https://");
    }

    private static boolean hasHost(URI uri) {
        String authority = uri.getRawAuthority();
        return uri.getHost() != null
                || (authority != null && LOOSE_HOST.matcher(authority).matches());
    }
}
