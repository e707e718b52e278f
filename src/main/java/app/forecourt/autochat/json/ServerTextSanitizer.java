package app.forecourt.autochat.json;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a server prepared for display: one line, no control characters, bounded length. */
public final class ServerTextSanitizer {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_PAGE_LENGTH = 20_000;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    /** Control characters other than white space, and marks that change the direction of the text after them. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\s]]");

    private static final Pattern TITLE = Pattern.compile("<title[^<>]*>([^<]*)<", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCRIPT_OR_STYLE =
            Pattern.compile("<(script|style)\\b[^<>]*>.*?</\\1>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private ServerTextSanitizer() {}

    /** Returns the text in one line without control characters, cut to 2,000 characters. */
    public static String singleLine(String raw) {
        String start = raw.length() > MAX_LENGTH * 4 ? raw.substring(0, MAX_LENGTH * 4) : raw;
        String line = line(start);
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "…" : line;
    }

    private static String line(String raw) {
        return SPACE.matcher(INVISIBLE.matcher(raw).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Returns all texts of a server's response as the window shows them, in one line of any length. */
    public static String ofResponse(String contentType, String body) {
        return isPage(contentType, body)
                ? ofHtml(body)
                : line(UntrustedJsonParser.read(body)
                        .filter(node -> node.isContainerNode() || node.isTextual())
                        .map(node -> String.join("\n", UntrustedJsonParser.allTexts(node)))
                        .orElse(body));
    }

    /** Returns whether a body is a web page and not a response for programs. An empty body is no page. */
    public static boolean isPage(String contentType, String body) {
        String start = body.stripLeading();
        return start.startsWith("<")
                || (!start.isEmpty() && contentType.toLowerCase(Locale.ROOT).contains("html"));
    }

    /** Returns a page's title, or its text if it has no title. */
    public static String ofHtml(String html) {
        String start = html.length() > MAX_PAGE_LENGTH ? html.substring(0, MAX_PAGE_LENGTH) : html;
        Matcher title = TITLE.matcher(start);
        if (title.find() && !title.group(1).isBlank()) {
            return singleLine(unescaped(title.group(1)));
        }
        String visible = SCRIPT_OR_STYLE.matcher(start).replaceAll(" ");
        return singleLine(unescaped(TAG.matcher(visible).replaceAll(" ")));
    }

    private static String unescaped(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
