package app.forecourt.journey.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.Main;
import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Restored bounds of the window, and the window coming to the front on a second start. */
class WindowRestoreJourneyTest extends WindowTest {

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("preferences.json"), "{\"window\": \"60 40 1000 650\"}");
    }

    private Stage stage() {
        return (Stage) scene().getWindow();
    }

    @Test
    void opensWithLastBounds() throws Exception {
        Stage stage = stage();
        assertEquals("60.0 40.0 1000.0 650.0",
                stage.getX() + " " + stage.getY() + " " + stage.getWidth() + " " + stage.getHeight());
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            stage.setX(90);
            stage.setWidth(1100);
        });
        // Waits for the size, because a late resize would undo the next step.
        until("the size", () -> stage.getX() == 90 && stage.getWidth() == 1100);
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> stage.setMaximized(true));
        until("the whole screen", () -> stage.isMaximized() && stage.getWidth() > 1100);
        WaitForAsyncUtils.waitForAsyncFx(5000, stage::hide);
        until("the file", () -> Files.readString(home.resolve("preferences.json"))
                .contains("\"90 40 1100 650 maximised\""));
    }

    @Test
    void secondStartBringsWindowToFront() throws Exception {
        Stage stage = stage();
        WaitForAsyncUtils.waitForAsyncFx(5000, () -> stage.setIconified(true));
        assertTrue(stage.isIconified());
        Main.bringToFront();
        until("the window", () -> !stage.isIconified());
    }
}
