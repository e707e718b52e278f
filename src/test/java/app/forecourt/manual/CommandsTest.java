package app.forecourt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands of the documents: their profiles, goals, properties and variables exist. */
class CommandsTest {
    private static final Pattern MAVEN = Pattern.compile("\\./mvnw( [^`\\n#]*)?");
    private static final Pattern PROFILE = Pattern.compile("-P([\\w-]+)");
    private static final Pattern PROPERTY = Pattern.compile("(?<![\\w-])-D([A-Za-z][\\w.-]*\\w)");
    private static final Pattern VARIABLE = Pattern.compile("FORECOURT_[A-Z_]+");
    private static final Set<String> PHASES = Set.of("test", "verify", "package", "site", "test-compile",
            "clean",
            "compile", "install");
    /** Properties of Maven's plugins and of Java, which no file here names. */
    private static final Set<String> OF_TOOLS = Set.of("it.test", "it.groups", "test", "groups", "jvmArgs",
            "java.io.tmpdir",
            "glass.gtk.uiScale", "maven.test.skip", "javax.net.ssl.trustStore");

    private static Stream<String> commands() {
        return ManualPage.all().stream()
                .flatMap(page -> MAVEN.matcher(page.text()).results().map(match -> match.group()));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Stream.of("src/main/java", "src/test/java", "src/stress", "packaging")
                .map(Path::of)
                .flatMap(CommandsTest::filesIn)) {
            return Stream.concat(files, Stream.of(Path.of("pom.xml")))
                    .map(file -> ManualPage.read(file).text())
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().matches(".*\\.(java|sh|py)"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void goalsAndProfilesExist() {
        String pom = ManualPage.read(Path.of("pom.xml")).text();
        Set<String> unknown = new TreeSet<>();
        List<String> commands = commands().toList();
        assertTrue(commands.size() > 10, commands::toString);
        for (String command : commands) {
            PROFILE.matcher(command).results().map(match -> match.group(1))
                    .filter(profile -> !pom.contains("<id>" + profile + "</id>")).forEach(unknown::add);
            Stream.of(command.split("\\s+")).skip(1).filter(word -> word.matches("[a-z][a-z:-]*"))
                    .filter(goal -> !PHASES.contains(goal) && !goal.contains(":")).forEach(unknown::add);
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void propertiesAndVariablesExist() throws IOException {
        String sources = sources();
        Set<String> unknown = new TreeSet<>();
        for (ManualPage page : ManualPage.all()) {
            Stream.of(PROPERTY, VARIABLE)
                    .flatMap(pattern -> pattern.matcher(page.text()).results())
                    .map(match -> match.groupCount() == 0 ? match.group() : match.group(1))
                    .filter(name -> !OF_TOOLS.contains(name) && !sources.contains(name))
                    .forEach(name -> unknown.add(page + ": " + name));
        }
        assertEquals(Set.of(), unknown);
    }
}
