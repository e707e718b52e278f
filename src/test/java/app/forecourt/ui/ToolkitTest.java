package app.forecourt.ui;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** The base class of tests of controls, for which JavaFX must run, without the model of the window. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
public abstract class ToolkitTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }
}
