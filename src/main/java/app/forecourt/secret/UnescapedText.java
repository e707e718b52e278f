package app.forecourt.secret;

import app.forecourt.text.IgnorableCodePoints;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.text.StringEscapeUtils;

/**
 * A text with escapes of JSON, URLs and HTML decoded, and without invisible characters. The position of each character
 * in the raw text is known. Decoding takes linear time.
 */
final class UnescapedText {
    /**
     * The escapes: of JSON and of programming languages, then of URLs, then of HTML. Numeric references of HTML may
     * have leading zeros and no semicolon, as in browsers.
     */
    private static final Pattern ESCAPE =
            Pattern.compile("""
              \\\\(?: [ux]\\{H++} | uH{4} | xH{2} | UH{8} | [0-7]{1,3} | [nrtbf\\\\/"'] )
            | %(?: uH{4} | [0-7]H | [89A-Da-d]HN | [Ee]HNN | [Ff]HNNN )
            | &(?: \\#[Xx]H++;? | \\#[0-9]++;? | [0-9A-Za-z]{2,10}; )
            """.replace("N", "%[89ABab]H").replace("H", "[0-9A-Fa-f]"), Pattern.COMMENTS);

    private static final int MAX_DIGITS = 8;

    private final String text;
    /** The position in the raw text by character of the decoded text, with one more element for the end. */
    private final int[] starts;

    private UnescapedText(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    /** Returns a raw text before the first decoding. */
    static UnescapedText of(String raw) {
        return new UnescapedText(raw, IntStream.rangeClosed(0, raw.length()).toArray());
    }

    /** Returns the decoded text. */
    String text() {
        return text;
    }

    /** Returns the position in the raw text of a character, or of the end, of the decoded text. */
    int rawIndex(int index) {
        return starts[index];
    }

    /** Decodes the text once more; empty if it contains no escapes and no invisible characters. */
    Optional<UnescapedText> decode() {
        var decoded = new StringBuilder(text.length());
        int[] places = new int[text.length() + 1];
        Matcher escape = ESCAPE.matcher(text);
        int at = 0;
        while (escape.find()) {
            for (; at < escape.start(); at++) {
                append(text.charAt(at), starts[at], decoded, places);
            }
            String characters = decoded(escape.group());
            for (int index = 0; index < characters.length(); index++) {
                append(characters.charAt(index), starts[at], decoded, places);
            }
            at = escape.end();
        }
        for (; at < text.length(); at++) {
            append(text.charAt(at), starts[at], decoded, places);
        }
        places[decoded.length()] = starts[text.length()];
        // Decoded characters are always shorter than their escape.
        return decoded.length() == text.length()
                ? Optional.empty()
                : Optional.of(new UnescapedText(decoded.toString(), Arrays.copyOf(places, decoded.length() + 1)));
    }

    /** Appends a character. Removes the last code point if it is invisible. */
    private static void append(char character, int start, StringBuilder text, int[] starts) {
        starts[text.length()] = start;
        text.append(character);
        int last = text.codePointBefore(text.length());
        if (IgnorableCodePoints.contains(last)) {
            text.setLength(text.length() - Character.charCount(last));
        }
    }

    /** Returns the escaped character, or the escape itself if there is no such character. */
    private static String decoded(String escape) {
        char kind = escape.charAt(1);
        return switch (escape.charAt(0)) {
            case '%' -> kind == 'u' ? numbered(escape, 2, 16) : percentDecoded(escape);
            case '&' ->
                kind != '#'
                        ? StringEscapeUtils.unescapeXml(StringEscapeUtils.unescapeHtml4(escape))
                        : "xX".indexOf(escape.charAt(2)) < 0 ? numbered(escape, 2, 10) : numbered(escape, 3, 16);
            default ->
                switch (kind) {
                    case 'u', 'U', 'x' -> numbered(escape, 2, 16);
                    case '0', '1', '2', '3', '4', '5', '6', '7' -> numbered(escape, 1, 8);
                    case 'n', 'r', 't', 'b', 'f' -> " ";
                    default -> String.valueOf(kind);
                };
        };
    }

    /** @param prefix length of the part before the digits; a brace and leading zeros may follow it */
    private static String numbered(String escape, int prefix, int radix) {
        int end = escape.length() - (Character.digit(escape.charAt(escape.length() - 1), 16) < 0 ? 1 : 0);
        int start = prefix;
        while (start < end - 1 && "{0".indexOf(escape.charAt(start)) >= 0) {
            start++;
        }
        long code = end - start > MAX_DIGITS ? Long.MAX_VALUE : Long.parseLong(escape, start, end, radix);
        return code > Character.MAX_CODE_POINT ? escape : Character.toString((int) code);
    }

    /** Decodes one character from percent-encoded bytes of UTF-8, which need not have the shortest form. */
    private static String percentDecoded(String escape) {
        byte[] bytes = HexFormat.of().parseHex(escape.replace("%", ""));
        int code = bytes.length == 1 ? bytes[0] : bytes[0] & (0xff >> (bytes.length + 1));
        for (int index = 1; index < bytes.length; index++) {
            code = (code << 6) | (bytes[index] & 0x3f);
        }
        return code > Character.MAX_CODE_POINT ? escape : Character.toString(code);
    }
}
