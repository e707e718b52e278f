package app.forecourt;

import app.forecourt.start.AppServices;
import app.forecourt.start.BackgroundStartup;
import app.forecourt.start.CloseOnProcessEnd;
import app.forecourt.start.MainWindowLifecycle;
import app.forecourt.start.StartupTimeline;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX application: opens the {@link MainWindowLifecycle} on the primary stage and closes it at the end. */
public final class App extends Application {
    /**
     * The background startup for the next application. It is static because JavaFX creates the application itself and
     * passes nothing but texts to it.
     */
    private static final AtomicReference<@Nullable BackgroundStartup> BACKGROUND_STARTUP = new AtomicReference<>();

    /** Saves everything and closes all files. It runs once, on whatever occasion comes first. */
    private @Nullable FutureTask<?> close;

    /** Called by the JavaFX launcher. */
    public App() {}

    /** Sets the background startup that the next application uses. */
    public static void useBackgroundStartup(BackgroundStartup backgroundStartup) {
        BACKGROUND_STARTUP.set(backgroundStartup);
    }

    @Override
    public void start(Stage stage) {
        BackgroundStartup startup = Objects.requireNonNull(BACKGROUND_STARTUP.getAndSet(null));
        startup.timeline().reach(StartupTimeline.Stage.TOOLKIT);
        AppServices services = startup.services();
        if (startup.hasFonts()) {
            startup.timeline().reach(StartupTimeline.Stage.MODELS);
            MainWindowLifecycle opened = new MainWindowLifecycle(services, stage);
            close = new FutureTask<>(opened::close, null);
            if (startup.ownsProcess()) {
                CloseOnProcessEnd.install(close);
            }
            opened.open(startup);
        } else {
            Platform.exit();
        }
    }

    @Override
    public void stop() {
        if (close != null) {
            close.run();
            if (close.state() == Future.State.FAILED) {
                throw new IllegalStateException(close.exceptionNow());
            }
        }
    }
}
