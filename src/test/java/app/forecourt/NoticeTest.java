package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.Application;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@Execution(ExecutionMode.SAME_THREAD)
class NoticeTest {
    private Application notice;

    @AfterEach
    void end() throws Exception {
        FxToolkit.cleanupApplication(notice);
        FxToolkit.cleanupStages();
    }

    @Test
    void saysWhyTheProgramDoesNotStart() throws Exception {
        FxToolkit.registerPrimaryStage();
        notice = FxToolkit.setupApplication(Notice.class, "This is on a network drive.");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(new FxRobot().lookup("This is on a network drive.").tryQuery().isPresent());
    }
}
