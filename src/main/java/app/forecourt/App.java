package app.forecourt;

import app.forecourt.environment.ProfileClients;
import app.forecourt.settings.SystemEnvironment;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The program as JavaFX knows it: opens the {@link AppLifecycle} on the stage it is given, and closes it at the end. */
public final class App extends Application {
    /** JavaFX makes the application itself and hands it nothing but words: what was begun before it waits here. */
    private static final AtomicReference<@Nullable EarlyStartup> AHEAD = new AtomicReference<>();

    private @Nullable AppLifecycle showroom;

    /** For the JavaFX launcher. */
    public App() {}

    /** The next application goes on with what was begun before it. */
    public static void goOnWith(EarlyStartup begun) {
        AHEAD.set(begun);
    }

    @Override
    public void start(Stage stage) {
        EarlyStartup ahead = AHEAD.getAndSet(null);
        EarlyStartup begun = ahead == null ? EarlyStartup.now(SystemEnvironment.ofProcess()) : ahead;
        begun.startUp().reach(StartupTimeline.Stage.TOOLKIT);
        begun.office().ifPresentOrElse(office -> {
            begun.startUp().reach(StartupTimeline.Stage.MODELS);
            AppLifecycle room = new AppLifecycle(office, stage, getHostServices());
            showroom = room;
            room.open(begun.startUp());
            if (getParameters() != null && getParameters().getRaw().contains(AotTrainingRun.FLAG)) {
                room.runFirst();
            }
        }, Platform::exit);
    }

    @Override
    public void stop() {
        if (showroom != null) {
            showroom.close();
        }
    }

    /** For tests that ask the practice server what arrived. */
    public ProfileClients environments() {
        return Objects.requireNonNull(showroom).environments();
    }
}
