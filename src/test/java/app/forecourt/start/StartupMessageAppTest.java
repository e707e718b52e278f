package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Application;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Tests of the window that shows a message in place of the program. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class StartupMessageAppTest {
    private Application application;

    @AfterEach
    void end() throws Exception {
        FxToolkit.cleanupApplication(application);
        FxToolkit.cleanupStages();
    }

    @Test
    void messageIsShown() throws Exception {
        FxToolkit.registerPrimaryStage();
        application = FxToolkit.setupApplication(StartupMessageApp.class, "This is on a network drive.");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(
                new FxRobot().lookup("This is on a network drive.").tryQuery().isPresent());
    }

    /** JavaFX can't wrap right-to-left text, but no part of the text may be cut off. */
    @Test
    void hebrewPathIsNotCutOff() throws Exception {
        FxToolkit.registerPrimaryStage();
        String path = "/home/\u05E9\u05DC\u05D5\u05DD/" + "\u05DE\u05DB\u05D5\u05E0\u05D9\u05EA ".repeat(12);
        application = FxToolkit.setupApplication(
                StartupMessageApp.class, "The folder " + path + " is on a network drive. Choose another one.");
        WaitForAsyncUtils.waitForFxEvents();
        Label label = new FxRobot()
                .lookup((Label candidate) -> String.valueOf(candidate.getText()).contains(path))
                .query();
        Text shown = (Text) label.lookup(".text");
        assertEquals(label.getText(), shown.getText());
    }
}
