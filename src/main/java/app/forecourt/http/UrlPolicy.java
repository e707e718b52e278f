package app.forecourt.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rule for every address that receives a secret: https, or plain http to this computer. */
public final class UrlPolicy {
    private static final List<String> PASTED_TAILS =
            List.of("/", "/api", "/api/cars", "/api/options", "/api/docs", "/api/docs.html");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|::1|127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    /** A host as OkHttp returns it: ASCII, without brackets. */
    private static final Pattern HOST = Pattern.compile("[a-z0-9._:-]+");
    /** The maximum length in characters; RFC 9110 recommends support for 8,000. */
    private static final int MAX_LENGTH = 8_000;
    /** More than one @ before the path is no user name. OkHttp escapes many of them slowly and into long texts. */
    private static final Pattern SEVERAL_USERS = Pattern.compile("[^:/]*:[/\\\\]*(?:[^/\\\\?#@]*@){2}");

    private UrlPolicy() {}

    /** Parses an address as leniently as OkHttp does; null if it is no address. */
    static @Nullable HttpUrl parse(String text) {
        return text.length() > MAX_LENGTH || SEVERAL_USERS.matcher(text).lookingAt() ? null : HttpUrl.parse(text);
    }

    /**
     * Checks an environment's root; the result has no slash at its end. A pasted tail such as {@code /api/cars} is
     * removed, because one copy of the vendor's page prints the address with it.
     */
    public static Result checkRoot(String typed) {
        return check(typed.strip(), true);
    }

    /** Checks an address that is used unchanged, such as the token address. */
    public static Result checkAddress(String typed) {
        return check(typed.strip(), false);
    }

    /**
     * Returns the host of a typed address, parsed as leniently as OkHttp does: without brackets, in lower case. Empty
     * if there is none.
     */
    public static Optional<String> host(String typed) {
        // A dot at the end denotes the same host.
        return Optional.ofNullable(parse(typed.strip()))
                .map(HttpUrl::host)
                .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }

    /** Returns whether a host, without brackets, is this computer. No other computer can read such traffic. */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    private static boolean lacksScheme(String text) {
        HttpUrl completed = text.contains("//") ? null : parse("https://" + text);
        return completed != null && (completed.host().contains(".") || isLoopback(completed.host()));
    }

    private static Result check(String text, boolean isRoot) {
        if (text.isEmpty()) {
            return new Result.Refused(Result.Fault.MISSING);
        }
        if (SEVERAL_USERS.matcher(text).lookingAt()) {
            return new Result.Refused(Result.Fault.HAS_USER);
        }
        HttpUrl url = parse(text);
        if (url == null) {
            return new Result.Refused(lacksScheme(text) ? Result.Fault.NO_SCHEME : Result.Fault.NOT_AN_ADDRESS);
        }
        if (!HOST.matcher(url.host()).matches()) {
            // OkHttp accepts a brace in a host but omits it from the URI, which would be another host.
            return new Result.Refused(Result.Fault.NOT_AN_ADDRESS);
        }
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            return new Result.Refused(Result.Fault.HAS_USER);
        }
        if (url.encodedQuery() != null || url.encodedFragment() != null) {
            return new Result.Refused(Result.Fault.HAS_QUERY);
        }
        if (!url.isHttps() && !isLoopback(url.host())) {
            return new Result.Refused(Result.Fault.NOT_HTTPS);
        }
        // The parsed form, so that the checked address is the one that is used.
        String canonicalText = isRoot ? withoutTails(url) : url.uri().toString();
        // The settings are parsed again: a host may have no valid ASCII form, and an escaped path may be too long.
        return parse(canonicalText) == null
                ? new Result.Refused(Result.Fault.NOT_AN_ADDRESS)
                : new Result.Allowed(URI.create(canonicalText));
    }

    /** Returns an environment's root as text. All tails are removed, so parsing the result again changes nothing. */
    private static String withoutTails(HttpUrl url) {
        String path = url.encodedPath();
        int end = path.length();
        int previousEnd;
        do {
            previousEnd = end;
            for (String tail : PASTED_TAILS) {
                end -= path.startsWith(tail, end - tail.length()) ? tail.length() : 0;
            }
        } while (end < previousEnd);
        String canonical = url.newBuilder()
                .encodedPath(path.substring(0, end) + "/")
                .build()
                .uri()
                .toString();
        return canonical.substring(0, canonical.length() - 1);
    }

    /** The result of {@link UrlPolicy} for a web address. */
    public sealed interface Result {

        /** The address may be used, in this form. */
        record Allowed(URI uri) implements Result {}

        /** The address may not be used. */
        record Refused(Fault fault) implements Result {}

        /** The fault of an address. */
        enum Fault {
            /** The address is blank. */
            MISSING,
            /** The {@code https://} in front is missing. */
            NO_SCHEME,
            /** The text is no web address. */
            NOT_AN_ADDRESS,
            /** Plain http to another computer: secrets would be readable on the way. */
            NOT_HTTPS,
            /** The address holds a user name or password. */
            HAS_USER,
            /** A {@code ?query} or {@code #fragment}, which would be lost when {@code api/cars} is appended. */
            HAS_QUERY
        }
    }
}
