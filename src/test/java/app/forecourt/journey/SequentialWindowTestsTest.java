package app.forecourt.journey;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests with a window run one after another, and by Failsafe. Several test classes run at a time and share one window,
 * which the first to end would close.
 */
class SequentialWindowTestsTest {

    @Test
    void windowTestsAreMarkedSameThread() throws IOException {
        List<Path> withAWindow = new ArrayList<>();
        List<Path> silent = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                // The string is split, so that this file does not match. A test program of its own has its own window.
                if (text.contains("import org.testfx.api." + "FxToolkit;")
                        && !text.contains("static void main(")
                        && !text.contains(" extends ToolkitTest {")
                        && !text.contains(" extends MainWindowContentFixture {")) {
                    withAWindow.add(source);
                    if (!text.contains("\n@Execution(ExecutionMode.SAME_THREAD)\n")
                            || !text.contains("\n@Tag(\"window\")\n") && !text.contains("\n@Tag(\"journey\")\n")) {
                        silent.add(source);
                    }
                }
            }
        }
        assertEmpty(silent);
        // Guards against a search that finds nothing.
        assertTrue(withAWindow.size() >= 2, withAWindow::toString);
    }
}
