package app.forecourt.manual;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of the documents: their profiles, goals, properties and variables exist. */
class CommandsTest {
    private static final Pattern MAVEN = Pattern.compile("\\./mvnw( [^`\\n#]*)?");
    private static final Pattern PROFILE = Pattern.compile("-P([\\w-]+)");
    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w-])-D([A-Za-z][\\w.-]*\\w)");
    /** The choice of tests: the property, and classes, tags or packages. */
    private static final Pattern CHOICE =
            Pattern.compile("-D(test|it\\.test|groups|it\\.groups|mutation\\.packages)=([^\\s`\"]+)");

    private static final Pattern TAG = Pattern.compile("(?m)^@Tag\\(\"(\\w+)\"\\)");
    /** The tag of a test with a window, also by its base class. */
    private static final Pattern WINDOW =
            Pattern.compile("(?m)^@Tag\\(\"window\"\\)|^[\\w ]*class \\w+ extends (Toolkit|Pane)Test ");

    private static final Pattern VARIABLE = Pattern.compile("FORECOURT_[A-Z_]+");
    private static final Set<String> PHASES =
            Set.of("test", "verify", "package", "site", "test-compile", "clean", "compile", "install");
    /** Properties of Maven's plugins and of Java, which no file here names. */
    private static final Set<String> OF_TOOLS = Set.of(
            "it.test",
            "it.groups",
            "test",
            "groups",
            "jvmArgs",
            "java.io.tmpdir",
            "glass.gtk.uiScale",
            "maven.test.skip",
            "javax.net.ssl.trustStore");

    private static Stream<String> commands() {
        return ManualPage.all().stream()
                .flatMap(page -> MAVEN.matcher(page.text()).results().map(match -> match.group()));
    }

    private static String sources() {
        return Stream.concat(
                        Stream.of("src/main/java", "src/test/java", "src/stress", "packaging")
                                .flatMap(folder -> ManualPage.files(Path.of(folder), ".*\\.(java|sh|py)").stream()),
                        Stream.of(ManualPage.read(Path.of("pom.xml"))))
                .map(ManualPage::text)
                .collect(joining("\n"));
    }

    @Test
    void goalsAndProfilesExist() {
        String pom = ManualPage.read(Path.of("pom.xml")).text();
        Set<String> unknown = new TreeSet<>();
        List<String> commands = commands().toList();
        assertTrue(commands.size() > 10, commands::toString);
        for (String command : commands) {
            PROFILE.matcher(command)
                    .results()
                    .map(match -> match.group(1))
                    .filter(profile -> !pom.contains("<id>" + profile + "</id>"))
                    .forEach(unknown::add);
            Stream.of(command.split("\\s+"))
                    .skip(1)
                    .filter(word -> word.matches("[a-z][a-z:-]*"))
                    .filter(goal -> !PHASES.contains(goal) && !goal.contains(":"))
                    .forEach(unknown::add);
        }
        assertEmpty(unknown);
    }

    @Test
    void chosenTestsExist() {
        Set<String> fast = new HashSet<>();
        Set<String> slow = new HashSet<>();
        Set<String> tags = new TreeSet<>();
        Stream.of("src/test/java", "src/stress/java")
                .flatMap(folder -> ManualPage.files(Path.of(folder), ".*\\.java").stream())
                .forEach(page -> {
                    Path file = page.file();
                    String source = page.text();
                    TAG.matcher(source).results().forEach(tag -> tags.add(tag.group(1)));
                    boolean isSlow = file.startsWith("src/stress")
                            || file.toString().contains("journey")
                            || WINDOW.matcher(source).find();
                    (isSlow ? slow : fast).add(file.getFileName().toString().replace(".java", ""));
                });
        assertTrue(tags.containsAll(Set.of("journey", "report", "stress")), tags::toString);
        Set<String> unknown = new TreeSet<>();
        List<MatchResult> choices = ManualPage.all().stream()
                .flatMap(page -> CHOICE.matcher(page.text()).results())
                .toList();
        assertTrue(choices.size() >= 6, () -> "only " + choices.size());
        for (MatchResult choice : choices) {
            Stream.of(choice.group(2).split(","))
                    .filter(value -> switch (choice.group(1)) {
                        case "test" -> !fast.contains(value);
                        case "it.test" -> !slow.contains(value);
                        case "mutation.packages" -> !isPackage(value);
                        default -> !tags.contains(value);
                    })
                    .forEach(_ -> unknown.add(choice.group()));
        }
        assertEmpty(unknown);
    }

    private static boolean isPackage(String value) {
        return Files.isDirectory(
                Path.of("src/main/java", value.replaceFirst("\\.\\*$", "").split("\\.")));
    }

    @Test
    void propertiesAndVariablesExist() {
        String sources = sources();
        Set<String> unknown = new TreeSet<>();
        for (ManualPage page : ManualPage.all()) {
            Stream.of(PROPERTY, VARIABLE)
                    .flatMap(pattern -> pattern.matcher(page.text()).results())
                    .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                    .filter(name -> !OF_TOOLS.contains(name) && !sources.contains(name))
                    .forEach(name -> unknown.add(page + ": " + name));
        }
        assertEmpty(unknown);
    }
}
