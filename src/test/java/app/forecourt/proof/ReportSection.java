package app.forecourt.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A part of the proof, as a test saw it: {@code target/proof/20-hostile-server.md}. {@link ReportMain} puts them together. */
public final class ReportSection {
    static final Path DIRECTORY = Path.of("target", "proof");

    private ReportSection() {}

    /** How much of a proof is wanted, or which seed: {@code -Dproof.inputs=1000000} and the like. */
    public static long wanted(String what, long usual) {
        return Long.getLong("forecourt.proof." + what, usual);
    }

    /**
     * Writes a part, in the place of what an earlier run wrote.
     *
     * @param place where it stands in the report
     * @param name of its file; words with dashes between
     * @param lines Markdown; the first is its heading
     */
    public static void write(int place, String name, List<String> lines) throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.write(DIRECTORY.resolve(place + "-" + name + ".md"), lines);
    }

    /** A row of a table. */
    public static String row(Object... cells) {
        return List.of(cells).stream().map(cell -> cell.toString().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
