package app.forecourt.manual;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of the manual or a part of one, with readers for its tables and code.
 *
 * @param text the Markdown
 */
public record ManualPage(String text) {
    /** The folder of all pages. */
    public static final Path FOLDER = Path.of("src/site/markdown");

    private static final Pattern CELL_END = Pattern.compile("\\|");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\\w*\n(.*?)```");

    /** Reads a page, as {@code reference/files.md}. */
    public static ManualPage read(String name) throws IOException {
        return new ManualPage(Files.readString(FOLDER.resolve(name)));
    }

    /** Returns the part below a heading of the second level, until the next one. */
    public ManualPage section(String heading) {
        String found = text.lines().dropWhile(line -> !line.equals("## " + heading)).skip(1)
                .takeWhile(line -> !line.startsWith("## ")).collect(Collectors.joining("\n"));
        assertFalse(found.isBlank(), "no section " + heading);
        return new ManualPage(found);
    }

    /** Returns the cells of the first table with a header line, row by row. */
    public List<List<String>> table(String header) {
        List<List<String>> rows = text.lines().dropWhile(line -> !line.equals(header)).skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(CELL_END.split(line.substring(1, line.lastIndexOf('|')), -1))
                        .map(String::strip).toList())
                .toList();
        assertFalse(rows.isEmpty(), "no table " + header);
        return rows;
    }

    /** Returns the first code block. */
    public String codeBlock() {
        return BLOCK.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    /** Returns the code in a cell. */
    public static List<String> code(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
