package app.forecourt.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Lines of a properties file. Unlike in Java's {@link Properties}, a key may occur more than once. A wrong escape, such
 * as {@code \\u12}, ends the file.
 *
 * @param lines readable lines in the order of the file
 * @param unreadableLines beginnings of the unreadable lines
 */
public record LenientProperties(List<Line> lines, List<String> unreadableLines) {
    /** Maximum length of a file in characters, because the whole file is kept in memory. Nobody writes a longer one. */
    public static final int MAX_LENGTH = 1 << 20;

    private static final char NOT_UTF8 = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public record Line(String key, String value) {}

    /**
     * Reads a file up to the limit of {@link #MAX_LENGTH}. In a longer file the last complete line before the limit is
     * the last one read. The next line is reported as unreadable.
     *
     * @throws IOException if the reader fails
     */
    public static LenientProperties read(Reader reader) throws IOException {
        var file = new LenientProperties(new ArrayList<>(), new ArrayList<>());
        String text = start(reader);
        if (text.length() > MAX_LENGTH) {
            int end = Math.max(text.lastIndexOf('\n', MAX_LENGTH - 1), text.lastIndexOf('\r', MAX_LENGTH - 1)) + 1;
            file.unreadableLines.add(TextSanitizer.excerpt(
                    text.substring(end).strip().lines().findFirst().orElse("…")));
            text = text.substring(0, end);
        }
        // Windows Notepad writes a byte order mark.
        file.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        return file;
    }

    /** Reads slightly more than the limit, so that the caller can detect a longer file. */
    private static String start(Reader reader) throws IOException {
        var buffer = new char[8192];
        var text = new StringBuilder();
        int read = 0;
        while (read >= 0 && text.length() <= MAX_LENGTH) {
            text.append(buffer, 0, read);
            read = reader.read(buffer);
        }
        return text.toString();
    }

    @SuppressWarnings("serial")
    private void parse(String text) throws IOException {
        var properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                add(key.toString(), value.toString());
                return value;
            }
        };
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException malformedEscape) {
            unreadableLines.add(String.valueOf(malformedEscape.getMessage()));
        }
    }

    private void add(String key, String value) {
        if (key.indexOf(NOT_UTF8) >= 0 || value.indexOf(NOT_UTF8) >= 0) {
            unreadableLines.add(TextSanitizer.excerpt(key));
        } else {
            lines.add(new Line(key, value));
        }
    }
}
