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

/** {@link MainTest} has whole first runs. */
@Execution(ExecutionMode.SAME_THREAD)
class AotTrainingRunTest {
    @TempDir
    Path home;

    @Test
    void endsWithNothingSentWhenAnotherProfileIsChosenMeanwhile() throws Exception {
        FxToolkit.registerPrimaryStage();
        AppServices office = AppServices.open(new AppDirs(home),
                new SystemEnvironment(name -> null, Map.of("forecourt.secrets", "run")::get));
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        Platform.runLater(() -> {
            new AotTrainingRun(new Scene(new Group()), office).begin(ended::complete);
            office.desk().choose(Profile.STAGING);
        });
        assertEquals(AotTrainingRun.NOT_SENT, ended.get(10, TimeUnit.SECONDS));
        office.desk().close();
        office.close(() -> {});
    }
}
