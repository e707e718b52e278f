package app.forecourt.autochat.json;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of a server, made fit to be shown: one line, no control characters, of bounded length. */
public final class ResponseText {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_PAGE = 20_000;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Control characters but white space, and the marks that turn the direction of what follows. */
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\s]]");
    private static final Pattern TITLE = Pattern.compile("<title[^<>]*>([^<]*)<", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNREAD = Pattern.compile("<(script|style)\\b[^<>]*>.*?</\\1>",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private ResponseText() {}

    public static String of(String raw) {
        String start = raw.length() > LONGEST * 4 ? raw.substring(0, LONGEST * 4) : raw;
        String line = line(start);
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static String line(String raw) {
        return SPACE.matcher(INVISIBLE.matcher(raw).replaceAll("")).replaceAll(" ").strip();
    }

    /** Returns all texts of a server's answer as a window may show them, in one line of any length. */
    public static String ofAnswer(String contentType, String body) {
        return isPage(contentType, body) ? ofHtml(body)
                : line(Json.read(body).filter(node -> node.isContainerNode() || node.isTextual())
                        .map(node -> String.join("\n", Json.texts(node))).orElse(body));
    }

    /** Whether it is a web page rather than an answer for programs; where nothing is said, that is none. */
    public static boolean isPage(String contentType, String body) {
        String start = body.stripLeading();
        return start.startsWith("<")
                || (!start.isEmpty() && contentType.toLowerCase(Locale.ROOT).contains("html"));
    }

    /** A page's title, or its text if it has none. */
    public static String ofHtml(String html) {
        String start = html.length() > LONGEST_PAGE ? html.substring(0, LONGEST_PAGE) : html;
        Matcher title = TITLE.matcher(start);
        if (title.find() && !title.group(1).isBlank()) {
            return of(unescaped(title.group(1)));
        }
        String read = UNREAD.matcher(start).replaceAll(" ");
        return of(unescaped(TAG.matcher(read).replaceAll(" ")));
    }

    private static String unescaped(String text) {
        return text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&");
    }
}
