package app.forecourt.text;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Web addresses that AutoChat can fetch a picture from. */
public final class UrlParser {
    /** {@link URI} knows no host with an underscore or a letter beyond ASCII, but the web does. */
    private static final Pattern LOOSE_HOST = Pattern
            .compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*(:[0-9]{1,5})?");
    private static final Pattern PLAIN = Pattern.compile("(?mi)^([ \\t]*+)http://");
    private static final int LAST_PORT = 65_535;

    private UrlParser() {}

    /** Whether it is absolute, https and has a host. */
    public static boolean isHttps(String text) {
        try {
            var uri = new URI(text);
            return "https".equalsIgnoreCase(uri.getScheme()) && hasHost(uri) && uri.getPort() <= LAST_PORT;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The same text with {@code https} in each line that begins with {@code http}. */
    public static String secure(String lines) {
        return PLAIN.matcher(lines).replaceAll("$1https://");
    }

    private static boolean hasHost(URI uri) {
        String authority = uri.getRawAuthority();
        return uri.getHost() != null || (authority != null && LOOSE_HOST.matcher(authority).matches());
    }
}
