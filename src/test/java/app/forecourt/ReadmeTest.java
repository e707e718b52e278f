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

/** What README says of the program from outside and of its house is so; {@code KeysTest} does the same for the keys. */
class ReadmeTest {
    /** Given to the program before it has settings, and so by {@code AppDirs} alone. */
    private static final String HOME = "forecourt.home";
    private static final Path MAIN = Path.of("src/main/java/app/forecourt");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern BLOCK = Pattern.compile("(?s)```.*?```");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+[a-z]");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)");

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    /** The rows of the table with that head, their cells without the signs of code. */
    private static List<List<String>> table(String head) throws IOException {
        List<List<String>> rows = readme().lines().dropWhile(line -> !line.equals(head)).skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split(" \\| ?|\\|")).map(String::strip).toList())
                .toList();
        assertTrue(rows.size() > 1, "no table " + head);
        return rows;
    }

    private static String bare(String cell) {
        return cell.replace("`", "");
    }

    @Test
    void propertiesAndWhatHoldsWithoutThemAreTheProgramsOwn() throws IOException {
        Map<String, String> told = new TreeMap<>();
        table("| system property | does | default |")
                .forEach(row -> told.put(bare(row.getFirst()), row.getLast()));
        Map<String, Setting> known = Arrays.stream(Setting.values()).filter(any -> any.property().isPresent())
                .collect(Collectors.toMap(any -> any.property().orElseThrow(), any -> any));
        Set<String> names = new TreeSet<>(known.keySet());
        names.add(HOME);
        assertEquals(names, told.keySet());
        known.forEach((name, setting) -> {
            if (!setting.standard().isEmpty()) {
                assertEquals("`" + setting.standard() + "`", told.get(name), name);
            }
        });
    }

    @Test
    void environmentVariablesAreTheProgramsOwn() throws IOException {
        Set<String> told = table("| environment variable | stands in for |").stream()
                .map(row -> bare(row.getFirst())).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Arrays.stream(Setting.values()).map(Setting::variable).flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new)), told);
    }

    @Test
    void packagesAreThoseOfTheCode() throws IOException {
        Set<String> told = table("| package | holds |").stream().map(row -> bare(row.getFirst()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            files.filter(file -> file.getFileName().toString().equals("package-info.java"))
                    .map(file -> MAIN.relativize(file.getParent()).toString().replace('/', '.'))
                    .forEach(name -> packages.add(name.isEmpty() ? "app.forecourt" : name));
        }
        assertEquals(packages, told);
    }

    @Test
    void classesThatAreNamedAreThere() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String root : List.of("src/main/java", "src/test/java", "src/bench/java")) {
            if (Files.exists(Path.of(root))) {
                try (Stream<Path> files = Files.walk(Path.of(root))) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .forEach(file -> all.add(file.getFileName().toString().replace(".java", "")));
                }
            }
        }
        String from = readme().substring(readme().indexOf("## How it is built"));
        String house = BLOCK.matcher(from.substring(0, from.indexOf("## Packaging"))).replaceAll("");
        List<String> strangers = CODE.matcher(house).results().map(found -> found.group(1))
                .filter(text -> TYPE.matcher(text).matches() && !all.contains(text)).distinct().toList();
        assertEquals(List.of(), strangers);
    }

    @Test
    void picturesAreThere() throws IOException {
        List<String> pictures = PICTURE.matcher(readme()).results().map(found -> found.group(1)).toList();
        assertEquals(List.of(),
                pictures.stream().filter(picture -> !Files.exists(Path.of(picture))).toList());
        assertTrue(pictures.size() > 1);
    }
}
