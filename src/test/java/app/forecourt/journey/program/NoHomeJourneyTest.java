package app.forecourt.journey.program;

import static javafx.scene.input.KeyCode.ESCAPE;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.home.AppDirs;
import app.forecourt.journey.WindowTest;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Messages at the start of the program: the user has no home directory, and the own vocabulary has a bad line. */
@Isolated("changes what the whole program goes by")
@Needs(SystemFeature.HOME_BY_PROPERTY)
class NoHomeJourneyTest extends WindowTest {
    private final Map<String, String> savedProperties = new HashMap<>();

    @Override
    public void prepare() throws Exception {
        System.clearProperty("forecourt.home");
        // JavaFX would unpack its native parts to the home.
        set("javafx.cachedir", Path.of("target", "openjfx").toString());
        set("user.home", "?");
        set("user.name", "ann");
        set("java.io.tmpdir", home.toString());
        Path directory = AppDirs.of(SystemEnvironment.ofProcess()).home();
        Files.writeString(directory.resolve("vocabulary.properties"), """
                bodyColor.matt_black = Stealth
                colour.red = Ferrari red
                """);
    }

    private void set(String property, String value) {
        savedProperties.put(property, System.setProperty(property, value));
    }

    @AfterEach
    void restore() {
        savedProperties.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }

    private boolean isShown(String part) {
        return robot.lookup(".dialog-content").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().contains(part));
    }

    @Test
    void replacementDirectoryAndUnusableLineAreShown() throws Exception {
        Path directory = home.resolve("forecourt-ann");
        until("the dialog", () -> isShown("Forecourt keeps its data in " + directory + ","));
        press(ESCAPE);
        until("the dialog to go", () -> !isShown("Forecourt keeps its data"));
        assertTrue(Files.isDirectory(directory));
        until("the line that can't be used", () -> isShown("colour.red"));
        assertTrue(isShown(directory.resolve("vocabulary.properties").toString()));
        press(ESCAPE);
        until(
                "the window alone",
                () -> !isShown("colour.red") && scene().getWindow().isFocused());
    }
}
