package app.forecourt.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * The lines of a vocabulary file as they stand, understood or not: Java's properties, but one line that can't be read
 * costs no other, and a key may come twice.
 *
 * @param unreadable the beginnings of lines that can't be read at all
 */
public record LenientProperties(List<Line> lines, List<String> unreadable) {
    /** Characters; a person writes no more, and all of it is kept in memory. */
    public static final int LONGEST = 1 << 20;
    private static final char NOT_UTF8 = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public record Line(String key, String value) {}

    /**
     * Reads to the end or to the limit, whatever stands there. Of a longer text the last whole line before the limit is
     * the last that counts, and the one behind it is told as unreadable.
     */
    public static LenientProperties read(Reader reader) throws IOException {
        var file = new LenientProperties(new ArrayList<>(), new ArrayList<>());
        String text = start(reader);
        if (text.length() > LONGEST) {
            int end = Math.max(text.lastIndexOf('\n', LONGEST - 1), text.lastIndexOf('\r', LONGEST - 1)) + 1;
            file.unreadable
                    .add(TextSanitizer.shown(text.substring(end).strip().lines().findFirst().orElse("…")));
            text = text.substring(0, end);
        }
        // Windows' editor puts one there.
        whole(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).forEach(file::take);
        return file;
    }

    /** A little more than the limit, so that it is seen where there is more. */
    private static String start(Reader reader) throws IOException {
        var buffer = new char[8192];
        var text = new StringBuilder();
        int read = 0;
        while (read >= 0 && text.length() <= LONGEST) {
            text.append(buffer, 0, read);
            read = reader.read(buffer);
        }
        return text.toString();
    }

    /** The lines with those that go on behind a backslash put together, as properties have it; no comments. */
    private static List<String> whole(String text) {
        var all = new ArrayList<String>();
        var line = new StringBuilder();
        for (String part : text.lines().toList()) {
            if (!line.isEmpty() || !isComment(part)) {
                line.append(part);
                if (goesOn(part)) {
                    line.append('\n');
                } else {
                    all.add(line.toString());
                    line.setLength(0);
                }
            }
        }
        all.add(line.toString());
        return all;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private static boolean goesOn(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void take(String line) {
        var one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IllegalArgumentException | IOException malformedEscape) {
            unreadable.add(TextSanitizer.shown(line.strip()));
            return;
        }
        one.stringPropertyNames().forEach(key -> {
            String value = one.getProperty(key);
            if (key.indexOf(NOT_UTF8) >= 0 || value.indexOf(NOT_UTF8) >= 0) {
                unreadable.add(TextSanitizer.shown(key));
            } else {
                lines.add(new Line(key, value));
            }
        });
    }
}
