package app.forecourt.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rule for every address that a secret is sent to: https, or plain http that does not leave this computer. */
public final class UrlPolicy {
    private static final List<String> PASTED_TAILS = List.of("/", "/api", "/api/cars", "/api/options",
            "/api/docs", "/api/docs.html");
    private static final Pattern LOOPBACK = Pattern
            .compile("localhost|::1|127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    /** As OkHttp has it: in ASCII, and without brackets. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9._:-]+");
    /** Characters; RFC 9110 asks everybody to take as many. */
    private static final int LONGEST = 8_000;
    /** More than one @ before the path, which are no user: of many OkHttp makes very much, very slowly. */
    private static final Pattern USERS = Pattern.compile("[^:/]*:[/\\\\]*(?:[^/\\\\?#@]*@){2}");

    private UrlPolicy() {}

    /** An address as those who send read it, who forgive more than others; null when it is none. */
    static @Nullable HttpUrl parsed(String text) {
        return text.length() > LONGEST || USERS.matcher(text).lookingAt() ? null : HttpUrl.parse(text);
    }

    /**
     * An environment's root, without a slash at its end. A tail that was pasted with it, such as {@code /api/cars},
     * goes: one copy of the vendor's page prints the address with it.
     */
    public static UrlCheck root(String typed) {
        return check(typed.strip(), true);
    }

    /** An address that is used as it is, such as the one for tokens. */
    public static UrlCheck whole(String typed) {
        return check(typed.strip(), false);
    }

    /**
     * The host of an address as it is typed, read as those who send read it, who forgive more than others; without
     * brackets, in small letters. Empty when there is none.
     */
    public static Optional<String> host(String typed) {
        // A dot at the end names the same host.
        return Optional.ofNullable(parsed(typed.strip())).map(HttpUrl::host)
                .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }

    /** Whether a host, without brackets, is one that leads to this computer, which nothing else can read on the way. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private static boolean lacksScheme(String text) {
        HttpUrl meant = text.contains("//") ? null : parsed("https://" + text);
        return meant != null && (meant.host().contains(".") || isLoopback(meant.host()));
    }

    private static UrlCheck check(String text, boolean isRoot) {
        if (text.isEmpty()) {
            return new UrlCheck.Refused(UrlCheck.Fault.MISSING);
        }
        if (USERS.matcher(text).lookingAt()) {
            return new UrlCheck.Refused(UrlCheck.Fault.HAS_USER);
        }
        HttpUrl url = parsed(text);
        if (url == null) {
            return new UrlCheck.Refused(
                    lacksScheme(text) ? UrlCheck.Fault.NO_SCHEME : UrlCheck.Fault.NOT_AN_ADDRESS);
        }
        if (!HOST.matcher(url.host()).matches()) {
            // OkHttp takes a brace in a host, and leaves it out of the URI: that would be another host.
            return new UrlCheck.Refused(UrlCheck.Fault.NOT_AN_ADDRESS);
        }
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            return new UrlCheck.Refused(UrlCheck.Fault.HAS_USER);
        }
        if (url.encodedQuery() != null || url.encodedFragment() != null) {
            return new UrlCheck.Refused(UrlCheck.Fault.HAS_QUERY);
        }
        if (!url.isHttps() && !isLoopback(url.host())) {
            return new UrlCheck.Refused(UrlCheck.Fault.NOT_HTTPS);
        }
        // The parsed form, so that what was checked is what will be used.
        String kept = isRoot ? bare(url) : url.uri().toString();
        // It is read again from the settings: a host in other letters may be none in ASCII, and a path grows too long.
        return parsed(kept) == null ? new UrlCheck.Refused(UrlCheck.Fault.NOT_AN_ADDRESS)
                : new UrlCheck.Allowed(URI.create(kept));
    }

    /** An environment's root as text; whatever tail it had, it would have none left when it is read again. */
    private static String bare(HttpUrl url) {
        String path = url.encodedPath();
        int end = path.length();
        int before;
        do {
            before = end;
            for (String tail : PASTED_TAILS) {
                end -= path.startsWith(tail, end - tail.length()) ? tail.length() : 0;
            }
        } while (end < before);
        String canonical = url.newBuilder().encodedPath(path.substring(0, end) + "/").build().uri()
                .toString();
        return canonical.substring(0, canonical.length() - 1);
    }
}
