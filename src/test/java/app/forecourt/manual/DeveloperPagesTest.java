package app.forecourt.manual;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages, classes and files that the pages of the manual name. */
class DeveloperPagesTest {
    private static final Path MAIN = Path.of("src/main/java/app/forecourt");
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("src/test/java"),
            Path.of("src/stress/java"),
            Path.of("src/bench/java"),
            Path.of("packaging"));
    /** Folders of resources. The manual names their files from there. */
    private static final List<Path> RESOURCES = List.of(
            Path.of("src/main/resources/app/forecourt"),
            Path.of("src/test/resources"),
            Path.of("src/site/resources"),
            Path.of(""));

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");
    /** A name of two words, which is a type on any page. A name of one word may be something a user types. */
    private static final Pattern CAMEL_CASE = Pattern.compile("[A-Z]+[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*");

    private static final Pattern FILE_NAME =
            Pattern.compile("\\w+\\.(?:app|css|db|dmg|exe|java|json|md|msi|png|properties|sql|svg|txt|xml|zip)");
    private static final Pattern FILE = Pattern.compile("(?:src|packaging|\\.github|target)/[^\\s,;:()\"'`]+");
    private static final Pattern OUTPUT = Pattern.compile("target(?:/[\\w.*-]+)+/?");
    private static final Pattern PATH = Pattern.compile("[\\w.-]+/[\\w./*-]+\\.[a-z]+");

    @Test
    void packagesMatch() {
        List<String> documented = ManualPage.read("develop/architecture.md")
                .text()
                .lines()
                .dropWhile(line -> !line.equals("| package | holds |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> rows = ManualPage.files(MAIN, ".*package-info.java").stream()
                .map(DeveloperPagesTest::row)
                .toList();
        assertEmpty(without(rows, documented), "rows that the page lacks");
        assertEmpty(without(documented, rows), "rows of no package");
    }

    /** Returns the row of a package in the page. */
    private static String row(ManualPage packageInfo) {
        String name = MAIN.relativize(packageInfo.file().getParent()).toString().replace(File.separatorChar, '.');
        return "| `%s` | %s |".formatted(name.isEmpty() ? "app.forecourt" : name, description(packageInfo.text()));
    }

    private static List<String> without(List<String> rows, List<String> others) {
        return rows.stream().filter(row -> !others.contains(row)).toList();
    }

    private static String description(String packageInfo) {
        String comment = packageInfo.substring(packageInfo.indexOf("/**") + 3, packageInfo.indexOf("*/"));
        return comment.replaceAll("\\s*\n ?\\* ?|\\s+", " ").strip();
    }

    /** Types of this program and its libraries, with their members, are words of the sources. */
    @Test
    void namedTypesAndMembersExist() {
        Set<String> known = new HashSet<>();
        for (Path root : SOURCES) {
            ManualPage.files(root, ".*\\.java")
                    .forEach(file -> known.addAll(List.of(file.text().split("\\W+"))));
        }
        assertEmpty(wrong(page ->
                namesIn(page, isForDevelopers(page) ? TYPE : CAMEL_CASE).filter(name -> !known.contains(name))));
    }

    @Test
    void namedFilesExist() {
        assertEmpty(wrong(page -> FILE.matcher(page.text())
                .results()
                .map(file -> file.group().replaceAll("[.…]+$", ""))
                .filter(Predicate.not(DeveloperPagesTest::isFile))));
    }

    /** {@code FilesPageTest} compares the names in the data folder with the code. */
    @Test
    void namedResourcesExist() {
        Set<String> ofDataFolder = Set.copyOf(ManualPage.read("reference/files.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" \\| ")[0])
                .flatMap(cell -> ManualPage.code(cell).stream())
                .toList());
        assertTrue(ofDataFolder.contains("key/vault.key"), ofDataFolder::toString);
        assertEmpty(wrong(page -> ManualPage.code(page.withoutBlocks()).stream()
                .filter(PATH.asMatchPredicate())
                .filter(file -> !ofDataFolder.contains(file) && !isFile(file))
                .filter(file -> RESOURCES.stream().noneMatch(root -> exists(root, file)))));
    }

    @Test
    void typesAndMembersAreFoundInText() {
        assertEquals(
                List.of("CarField", "SendOutcome", "accepted", "CarField", "apiName"),
                names("`CarField`, `SendOutcome.accepted`, `car.CarField::apiName`, CarTable, `car`", CAMEL_CASE)
                        .toList());
        assertEquals(
                List.of("Problem", "Code", "REQUIRED"),
                names("`Problem.Code.REQUIRED` `UTF_8` `XF-100-F`", TYPE).toList());
        assertEmpty(names("```\nCarFeld\n```", CAMEL_CASE).toList());
    }

    private static boolean isForDevelopers(ManualPage page) {
        return page.file().startsWith(ManualPage.PAGES.resolve("develop"));
    }

    /** Returns what is wrong on each page that has something wrong. */
    private static Map<String, List<String>> wrong(Function<ManualPage, Stream<String>> finder) {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (ManualPage page : ManualPage.all()) {
            List<String> names = finder.apply(page).distinct().toList();
            if (!names.isEmpty()) {
                wrong.put(page.toString(), names);
            }
        }
        return wrong;
    }

    private static Stream<String> names(String text, Pattern type) {
        return namesIn(new ManualPage(MAIN, text), type);
    }

    /**
     * Returns the types and members among the code of a page, blocks left out. {@code Outer.Inner.method} has three.
     */
    private static Stream<String> namesIn(ManualPage page, Pattern type) {
        return ManualPage.code(page.withoutBlocks()).stream()
                .filter(code -> code.matches("@?[\\w.:#]+(?:\\(.*\\))?")
                        && !FILE_NAME.matcher(code).matches())
                .flatMap(code -> Arrays.stream(code.replaceAll("\\(.*", "").split("[@.:#]+"))
                        .dropWhile(name -> !type.matcher(name).matches()));
    }

    /** Returns whether a file exists, or may be written by a build. */
    private static boolean isFile(String file) {
        return file.startsWith("target/") ? OUTPUT.matcher(file).matches() : exists(Path.of(""), file);
    }

    /** Returns whether a file exists below a folder. Its name may be a pattern. */
    private static boolean exists(Path root, String file) {
        if (!file.matches(".*[*?{].*")) {
            return Files.exists(root.resolve(file));
        }
        var pattern = FileSystems.getDefault().getPathMatcher("glob:" + file);
        String fixed = file.replaceAll("[^/]*[*?{].*", "");
        try (Stream<Path> files = Files.walk(root.resolve(fixed))) {
            return files.anyMatch(found -> pattern.matches(root.relativize(found)));
        } catch (IOException missing) {
            return false;
        }
    }
}
