package app.forecourt.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A section of the report, written by a test: {@code target/proof/20-hostile-server.md}. {@link ReportMain} joins the
 * sections.
 */
public final class ReportSection {
    static final Path DIRECTORY = Path.of("target", "proof");

    private ReportSection() {}

    /** Returns a setting such as {@code -Dproof.inputs=1000000}. */
    public static long setting(String name, long defaultValue) {
        return Long.getLong("forecourt.proof." + name, defaultValue);
    }

    /**
     * Writes a section and replaces that of an earlier run.
     *
     * @param place the position in the report
     * @param name the name of the file; words joined by dashes
     * @param lines Markdown; the first line is the heading
     */
    public static void write(int place, String name, List<String> lines) throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.write(DIRECTORY.resolve(place + "-" + name + ".md"), lines);
    }

    /** Returns a row of a table. */
    public static String row(Object... cells) {
        return List.of(cells).stream()
                .map(cell -> cell.toString().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
