package app.forecourt.file;

import java.util.regex.Pattern;

/** File names that are valid on Windows, macOS and Linux. */
public final class FileName {
    /** The maximum number of characters without the extension, so that the bytes fit in any file system. */
    private static final int MAX_LENGTH = 50;
    /** Characters that Windows refuses, and characters without a glyph. */
    private static final Pattern INVALID = Pattern.compile("[\\\\/:*?\"<>|\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}]+");
    /** Names that Windows takes for devices, also with an extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3]) *(\\..*)?");

    /** Spaces and dots at both ends. */
    private static final Pattern EDGES = Pattern.compile("^[ .]+|[ .]+$");

    private FileName() {}

    /**
     * Returns a file name for a thing. It neither begins nor ends with a dot, because such files are hidden on Linux
     * and lose the dot on Windows.
     *
     * @param word the name of a thing without a title; also comes before the name of a device
     * @param extension the extension with its dot
     */
    public static String of(String title, String word, String extension) {
        // Cut first, because the title may be a pasted page.
        String name = EDGES.matcher(cut(INVALID.matcher(title).replaceAll(" "), 2 * MAX_LENGTH))
                .replaceAll("");
        String kept = EDGES.matcher(cut(name, MAX_LENGTH)).replaceAll("");
        boolean isDevice = DEVICE.matcher(kept).matches();
        return (kept.isEmpty() ? word : isDevice ? word + " " + kept : kept) + extension;
    }

    private static String cut(String name, int length) {
        return name.substring(0, name.offsetByCodePoints(0, Math.min(length, name.codePointCount(0, name.length()))));
    }
}
