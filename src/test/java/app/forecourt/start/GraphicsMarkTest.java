package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the choice between the graphics driver and software. */
class GraphicsMarkTest {
    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = home.resolve("graphics");
    }

    /** Starts the program and returns how it draws. */
    private String start(String version, String order, boolean isSoftware, boolean showsFrame) {
        Properties properties = new Properties();
        properties.setProperty("prism.order", order);
        if (order.isEmpty()) {
            properties.clear();
        }
        GraphicsMark mark = new GraphicsMark(file, version, properties);
        mark.chooseRenderer(isSoftware);
        if (showsFrame) {
            mark.onFirstFrame();
        }
        return properties.getProperty("prism.order", "driver");
    }

    private String start(String version) {
        return start(version, "", false, true);
    }

    @ParameterizedTest
    @CsvSource({"'',false,true,driver", "'',false,false,sw", "'',true,false,driver", "es2,false,false,driver"})
    void startWithoutAFrameIsTheLastWithTheDriver(String order, boolean isSoftware, boolean showsFrame, String next) {
        start("1", order, isSoftware, showsFrame);
        assertEquals(next, start("1"));
        assertEquals(next, start("1"), "and so on");
        assertEquals("driver", start("2"));
        assertEquals("driver", start("1"));
    }

    @Test
    void givenOptionAndWayToDrawCount() {
        assertEquals("sw", start("1", "", true, true));
        assertEquals("es2", start("1", "es2", false, true));
    }

    @Test
    void homeThatCanNotBeWrittenHasNoMark() {
        file = home.resolve("none").resolve("graphics");
        start("1", "", false, false);
        assertEquals("driver", start("1"));
    }
}
