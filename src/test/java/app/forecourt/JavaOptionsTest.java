package app.forecourt;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Java options that the build writes into the image, by the version of Java. */
@Needs(SystemFeature.UNIX_PROGRAMS)
class JavaOptionsTest {
    private static final String NO_ADAPTERS = "-XX:-AOTAdapterCaching";

    @TempDir
    Path runtime;

    private record Output(int code, List<String> lines) {}

    private Output options(String release) throws IOException, InterruptedException {
        Files.writeString(runtime.resolve("release"), release);
        Process process = new ProcessBuilder("packaging/build/print-java-options", runtime.toString())
                .redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return new Output(process.waitFor(), lines.lines().toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "25, true",
        "25.0.1, true",
        "25.0.3, true",
        "25.0.4, true",
        "25.0.4.1, true",
        "25.0.5, false",
        "25.0.5.1, false",
        "25.0.10, false",
        "25.1, false",
        "26, false"
    })
    void javaBefore25u5CachesNoAdapters(String version, boolean isBefore) throws Exception {
        Output output = options("JAVA_VERSION=\"" + version + "\"\r\n");
        assertEquals(0, output.code());
        assertEquals(isBefore, output.lines().contains(NO_ADAPTERS), output.toString());
    }

    @Test
    void everyLineIsAnOption() throws Exception {
        List<String> lines = options("JAVA_VERSION=\"25.0.3\"\n").lines();
        assertEmpty(lines.stream().filter(line -> !line.matches("-\\S+")).toList());
        assertTrue(lines.contains("-XX:+UseSerialGC"), lines.toString());
        // Java reads the options in order.
        int allowed = lines.indexOf("-XX:+UnlockDiagnosticVMOptions");
        assertTrue(
                allowed >= 0
                        && allowed < lines.indexOf("-XX:-AOTRecordTraining")
                        && allowed < lines.indexOf(NO_ADAPTERS),
                lines.toString());
    }

    @Test
    void runtimeWithoutVersionIsRefused() throws Exception {
        Output output = options("MODULES=\"java.base\"\n");
        assertEquals(new Output(1, List.of("No version of Java in " + runtime + "/release.")), output);
    }
}
