package app.forecourt.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two test classes run at a time, and there is one window: one that ends would close the other's. */
class SequentialWindowTestsTest {

    @Test
    void whatHasAWindowSaysThatItRunsInLine() throws IOException {
        List<Path> withAWindow = new ArrayList<>();
        List<Path> silent = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                // In two, or this file would be one of them. What is started by itself has a window of its own.
                if (text.contains("import org.testfx.api." + "FxToolkit;")
                        && !text.contains("static void main(")) {
                    withAWindow.add(source);
                    if (!text.contains("\n@Execution(ExecutionMode.SAME_THREAD)\n")) {
                        silent.add(source);
                    }
                }
            }
        }
        assertEquals(List.of(), silent);
        // Or nothing was looked at.
        assertTrue(withAWindow.size() >= 2, withAWindow::toString);
    }
}
