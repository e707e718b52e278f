package app.forecourt.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Lines of a properties file. Unlike Java's {@link Properties}, an unreadable line does not affect the other lines, and
 * a key may occur more than once.
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
        joinLines(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).forEach(file::parse);
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

    /** Returns the logical lines without comments. As in Java's properties, a backslash continues a line. */
    private static List<String> joinLines(String text) {
        var logicalLines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String part : text.lines().toList()) {
            if (!line.isEmpty() || !isComment(part)) {
                line.append(part);
                if (isContinued(part)) {
                    line.append('\n');
                } else {
                    logicalLines.add(line.toString());
                    line.setLength(0);
                }
            }
        }
        logicalLines.add(line.toString());
        return logicalLines;
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private static boolean isContinued(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void parse(String line) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(line));
        } catch (IllegalArgumentException | IOException malformedEscape) {
            unreadableLines.add(TextSanitizer.excerpt(line.strip()));
            return;
        }
        properties.stringPropertyNames().forEach(key -> {
            String value = properties.getProperty(key);
            if (key.indexOf(NOT_UTF8) >= 0 || value.indexOf(NOT_UTF8) >= 0) {
                unreadableLines.add(TextSanitizer.excerpt(key));
            } else {
                lines.add(new Line(key, value));
            }
        });
    }
}
