package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start itself, in a process of its own. */
class MainTest {
    @TempDir
    private Path home;

    private record Ended(int code, List<String> lines) {}

    private Ended start(String display) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                        "-Duser.language=en", "-Dforecourt.home=" + home, "-cp",
                        System.getProperty("java.class.path"),
                        "app.forecourt.Main"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        if (display.isEmpty()) {
            builder.environment().remove("DISPLAY");
        } else {
            builder.environment().put("DISPLAY", display);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output.lines().toList());
    }

    @Test
    void withoutADisplayOneLineSaysWhatToDo() throws Exception {
        Ended ended = start("");
        assertEquals(2, ended.code());
        assertEquals(
                List.of("Forecourt needs a screen: log in to a desktop, or set DISPLAY to one, and start it "
                        + "again."),
                ended.lines());
    }

    @Test
    void displayThatIsNotThereIsSaidInOneLine() throws Exception {
        Ended ended = start(":4242");
        assertEquals(2, ended.code());
        assertEquals(1, ended.lines().size(), "" + ended.lines());
        assertTrue(ended.lines().getFirst().startsWith("Forecourt can't open a window here"),
                "" + ended.lines());
    }

    @Test
    void displayIsLackingOnLinuxOnly() {
        assertTrue(Main.lacksDisplay("Linux", null, null, null));
        assertTrue(Main.lacksDisplay("Linux", "", " ", ""));
        assertFalse(Main.lacksDisplay("Linux", ":0", null, null));
        assertFalse(Main.lacksDisplay("Linux", null, "wayland-0", null));
        assertFalse(Main.lacksDisplay("Linux", null, null, "Monocle"));
        assertFalse(Main.lacksDisplay("Windows 11", null, null, null));
    }
}
