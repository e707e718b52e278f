package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The statements of README about packages and classes; {@code KeysTest} checks the statements about keys. */
class ReadmeTest {
    private static final Path MAIN = Path.of("src/main/java/app/forecourt");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BLOCK = Pattern.compile("(?s)```.*?```");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+[a-z]");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** Returns the cells of the table with a header line, row by row. */
    private static List<List<String>> table(String head) throws IOException {
        List<List<String>> rows = readme().lines().dropWhile(line -> !line.equals(head)).skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split(" \\| ?|\\|")).map(String::strip).toList())
                .toList();
        assertTrue(rows.size() > 1, "no table " + head);
        return rows;
    }

    private static String withoutBackticks(String cell) {
        return cell.replace("`", "");
    }

    @Test
    void packagesMatch() throws IOException {
        Set<String> documented = table("| package | holds |").stream()
                .map(row -> withoutBackticks(row.getFirst()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            files.filter(file -> file.getFileName().toString().equals("package-info.java"))
                    .map(file -> MAIN.relativize(file.getParent()).toString().replace('/', '.'))
                    .forEach(name -> packages.add(name.isEmpty() ? "app.forecourt" : name));
        }
        assertEquals(packages, documented);
    }

    @Test
    void namedClassesExist() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (String root : List.of("src/main/java", "src/test/java", "src/stress/java", "src/bench/java")) {
            if (Files.exists(Path.of(root))) {
                try (Stream<Path> files = Files.walk(Path.of(root))) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> classes.add(file.getFileName().toString().replace(".java", "")));
                }
            }
        }
        String from = readme().substring(readme().indexOf("## How it is built"));
        String text = BLOCK.matcher(from.substring(0, from.indexOf("## Packaging"))).replaceAll("");
        List<String> unknown = CODE.matcher(text).results().map(match -> match.group(1))
                .filter(name -> TYPE.matcher(name).matches() && !classes.contains(name)).distinct().toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void picturesExist() throws IOException {
        List<String> pictures = PICTURE.matcher(readme()).results().map(match -> match.group(1)).toList();
        assertEquals(List.of(),
                pictures.stream().filter(picture -> !Files.exists(Path.of(picture))).toList());
        assertTrue(pictures.size() > 1);
    }
}
