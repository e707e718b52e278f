package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** Interrupted training runs; {@link MainTest} tests complete runs. */
@Execution(ExecutionMode.SAME_THREAD)
class AotTrainingRunTest {
    @TempDir
    Path home;

    @Test
    void otherProfileEndsRunUnsent() throws Exception {
        FxToolkit.registerPrimaryStage();
        AppServices services = AppServices.open(new AppDirs(home),
                new SystemEnvironment(_ -> null, Map.of("forecourt.secrets", "run")::get));
        CompletableFuture<Integer> exitCode = new CompletableFuture<>();
        Platform.runLater(() -> {
            new AotTrainingRun(new Scene(new Group()), services).start(exitCode::complete);
            services.model().selectProfile(Profile.STAGING);
        });
        assertEquals(AotTrainingRun.NOT_SENT, exitCode.get(10, TimeUnit.SECONDS));
        services.model().close();
        services.close(() -> {});
    }
}
