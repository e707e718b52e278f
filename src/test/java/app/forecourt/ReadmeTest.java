package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The statements of README about settings, packages and classes; {@code KeysTest} checks the statements about keys. */
class ReadmeTest {
    /** The property that {@code AppDirs} reads. It is no {@code Setting}, because settings are stored in the home. */
    private static final String HOME = "forecourt.home";
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
    void systemPropertiesAndDefaultsMatch() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        table("| system property | does | default |")
                .forEach(row -> documented.put(withoutBackticks(row.getFirst()), row.getLast()));
        Map<String, Setting> settings = Arrays.stream(Setting.values())
                .filter(setting -> setting.property().isPresent())
                .collect(Collectors.toMap(setting -> setting.property().orElseThrow(), setting -> setting));
        Set<String> names = new TreeSet<>(settings.keySet());
        names.add(HOME);
        assertEquals(names, documented.keySet());
        settings.forEach((name, setting) -> {
            if (!setting.defaultValue().isEmpty()) {
                assertEquals("`" + setting.defaultValue() + "`", documented.get(name), name);
            }
        });
    }

    @Test
    void environmentVariablesMatch() throws IOException {
        Set<String> documented = table("| environment variable | stands in for |").stream()
                .map(row -> withoutBackticks(row.getFirst())).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Arrays.stream(Setting.values()).map(Setting::variable).flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new)), documented);
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
