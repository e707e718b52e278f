package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that the build writes into the image, by the version of its Java. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class JavaOptionsTest {
    private static final List<String> NO_ADAPTERS = List
            .of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTAdapterCaching");

    @TempDir
    Path runtime;

    private record Printed(int code, List<String> lines) {}

    private Printed options(String release) throws IOException, InterruptedException {
        Files.writeString(runtime.resolve("release"), release);
        Process process = new ProcessBuilder("packaging/build/java-options", runtime.toString())
                .redirectErrorStream(true).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return new Printed(process.waitFor(), lines.lines().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"25", "25.0.1", "25.0.3", "25.0.4", "25.0.4.1"})
    void javaBefore25u5CachesNoAdapters(String version) throws Exception {
        Printed printed = options("JAVA_VERSION=\"" + version + "\"\n");
        assertEquals(0, printed.code());
        assertTrue(printed.lines().containsAll(NO_ADAPTERS), printed.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"25.0.5", "25.0.5.1", "25.0.10", "25.1", "26"})
    void javaFrom25u5DecidesByItself(String version) throws Exception {
        Printed printed = options("JAVA_VERSION=\"" + version + "\"\r\n");
        assertEquals(0, printed.code());
        assertTrue(printed.lines().stream().noneMatch(NO_ADAPTERS::contains), printed.toString());
    }

    @Test
    void everyLineIsAnOption() throws Exception {
        List<String> lines = options("JAVA_VERSION=\"25.0.3\"\n").lines();
        assertEquals(List.of(), lines.stream().filter(line -> !line.matches("-\\S+")).toList());
        assertTrue(lines.contains("-XX:+UseSerialGC"), lines.toString());
    }

    @Test
    void runtimeWithoutVersionIsRefused() throws Exception {
        Printed printed = options("MODULES=\"java.base\"\n");
        assertEquals(new Printed(1, List.of("No version of Java in " + runtime + "/release.")), printed);
    }
}
