package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Application;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Execution(ExecutionMode.SAME_THREAD)
class StartupMessageAppTest {
    private Application notice;

    @AfterEach
    void end() throws Exception {
        FxToolkit.cleanupApplication(notice);
        FxToolkit.cleanupStages();
    }

    @Test
    void saysWhyTheProgramDoesNotStart() throws Exception {
        FxToolkit.registerPrimaryStage();
        notice = FxToolkit.setupApplication(StartupMessageApp.class, "This is on a network drive.");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(new FxRobot().lookup("This is on a network drive.").tryQuery().isPresent());
    }

    /** JavaFX can't wrap text from right to left; and none of it may be cut off. */
    @Test
    void pathInHebrewIsShownWhole() throws Exception {
        FxToolkit.registerPrimaryStage();
        String path = "/home/\u05E9\u05DC\u05D5\u05DD/" + "\u05DE\u05DB\u05D5\u05E0\u05D9\u05EA ".repeat(12);
        notice = FxToolkit.setupApplication(StartupMessageApp.class,
                "The folder " + path + " is on a network drive. Choose another one.");
        WaitForAsyncUtils.waitForFxEvents();
        Label label = new FxRobot().lookup((Label any) -> String.valueOf(any.getText()).contains(path))
                .query();
        Text shown = (Text) label.lookup(".text");
        assertEquals(label.getText(), shown.getText());
    }
}
