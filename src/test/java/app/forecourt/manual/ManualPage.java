package app.forecourt.manual;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documents or a part of one, with readers for its sentences, tables and code.
 *
 * @param text the Markdown
 */
public record ManualPage(Path file, String text) {
    /** The folder of the manual. */
    public static final Path PAGES = Path.of("src", "site", "markdown");

    static final Path IMAGES = Path.of("src", "site", "resources", "images");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]*)`");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\\w*\n(.*?)```");
    private static final Pattern CELL_END = Pattern.compile("\\|");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])[\"”)*]*\\s+");

    /** Reads a page of the manual, as {@code reference/files.md}. */
    public static ManualPage read(String name) {
        return read(PAGES.resolve(name));
    }

    static ManualPage read(Path file) {
        try {
            return new ManualPage(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the pages of the manual below a folder. */
    static List<ManualPage> in(Path folder) {
        return files(folder, ".*\\.md");
    }

    /** Returns the files below a folder whose paths match a pattern, as pages. */
    static List<ManualPage> files(Path folder, String pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(pattern))
                    .sorted()
                    .map(ManualPage::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the pages of the guide. */
    static List<ManualPage> guide() {
        return in(PAGES.resolve("guide"));
    }

    /** Returns all documents: the manual, the README and the pages for the code host. */
    static List<ManualPage> all() {
        return Stream.of(in(PAGES), in(Path.of(".github")), List.of(read(Path.of("README.md"))))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the part below a heading of the second level, until the next one. */
    public ManualPage section(String heading) {
        String found = text.lines()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .collect(joining("\n"));
        assertFalse(found.isBlank(), "no section " + heading);
        return new ManualPage(file, found);
    }

    /** Returns the cells of the first table with a header line, row by row. */
    public List<List<String>> table(String header) {
        List<List<String>> rows = text.lines()
                .dropWhile(line -> !line.equals(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(CELL_END.split(line.substring(1, line.lastIndexOf('|')), -1))
                        .map(String::strip)
                        .toList())
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

    /** Returns the page without code blocks. */
    String withoutBlocks() {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    /** Returns the page without any code. */
    String prose() {
        return CODE.matcher(withoutBlocks()).replaceAll("x");
    }

    /** Returns the paragraphs and list items, without headings, tables and pictures. Each is one line. */
    List<String> paragraphs() {
        var paragraphs = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (String line : (prose() + "\n\n").lines().map(String::strip).toList()) {
            boolean begins = line.startsWith("- ") || line.matches("\\d+\\. .*");
            boolean isOther = line.isEmpty() || line.startsWith("#") || line.startsWith("|") || line.startsWith("![");
            if ((begins || isOther) && !paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            if (!isOther) {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.replaceFirst("^(- |\\d+\\. )", ""));
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    /** Returns the sentences of the paragraphs and of the cells of tables. */
    List<String> sentences() {
        Stream<String> cells = prose().lines()
                .filter(line -> line.startsWith("|") && !line.startsWith("|--"))
                .flatMap(line -> Stream.of(line.split("\\|")))
                .map(String::strip);
        return Stream.concat(paragraphs().stream(), cells)
                .flatMap(SENTENCE_END::splitAsStream)
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
