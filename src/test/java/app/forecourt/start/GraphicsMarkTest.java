package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the choice between the graphics driver, which has no property, and software. */
class GraphicsMarkTest {
    @TempDir
    private Path home;

    private final Properties properties = new Properties();

    /** Starts the program and returns how it draws. */
    private String start(String version, boolean isSoftware, boolean showsFrame) {
        GraphicsMark mark = new GraphicsMark(home, version, properties);
        mark.chooseRenderer(isSoftware);
        if (showsFrame) {
            mark.onFirstFrame();
        }
        return String.valueOf(properties.remove("prism.order"));
    }

    @Test
    void startWithoutAFrameIsTheLastWithTheDriver() {
        assertEquals("null", start("1", false, true));
        assertEquals("null", start("1", false, false));
        assertEquals("sw", start("1", false, true));
        assertEquals("sw", start("1", false, true), "and so on");
        assertEquals("null", start("2", false, true));
        assertEquals("null", start("1", false, true));
    }

    @Test
    void givenWayToDrawCountsAndLeavesNoMark() {
        assertEquals("sw", start("1", true, false));
        properties.setProperty("prism.order", "es2");
        assertEquals("es2", start("1", false, false));
        assertEquals("null", start("1", false, true));
    }

    @Test
    void homeThatCanNotBeWrittenHasNoMark() throws IOException {
        Files.createDirectory(home.resolve("graphics"));
        assertEquals("null", start("1", false, false));
        assertEquals("null", start("1", false, true));
    }
}
