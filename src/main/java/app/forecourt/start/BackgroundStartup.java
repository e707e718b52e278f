package app.forecourt.start;

import app.forecourt.home.AppDirs;
import app.forecourt.home.SingleInstance;
import app.forecourt.settings.PreferencesWait;
import app.forecourt.settings.SystemEnvironment;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The work done while JavaFX starts: creates the services. */
public final class BackgroundStartup {
    private final StartupTimeline startUp;
    /** The claim of the home; null if the home is not claimed. */
    private final @Nullable SingleInstance instance;

    private final CompletableFuture<AppServices> services;
    private volatile boolean lacksFonts;

    private BackgroundStartup(
            StartupTimeline startUp, @Nullable SingleInstance instance, CompletableFuture<AppServices> services) {
        this.startUp = startUp;
        this.instance = instance;
        this.services = services;
    }

    /** Starts the work on a thread of its own. Returns at once. */
    public static BackgroundStartup begin(
            SingleInstance instance, AppDirs dirs, SystemEnvironment environment, StartupTimeline startUp) {
        return new BackgroundStartup(
                startUp,
                instance,
                CompletableFuture.supplyAsync(
                        () -> {
                            AppServices services = PreferencesWait.repeat(() -> AppServices.open(dirs, environment));
                            // Loads the system's fonts here, because the first text would load them on the FX thread.
                            Font.getDefault();
                            return services;
                        },
                        Thread.ofPlatform().name("ahead")::start));
    }

    /** Wraps services that exist already, without claiming the home. */
    public static BackgroundStartup of(AppServices services) {
        return new BackgroundStartup(StartupTimeline.ofProcess(), null, CompletableFuture.completedFuture(services));
    }

    /** Returns whether the application is the only one of its process. */
    public boolean ownsProcess() {
        return instance != null;
    }

    public StartupTimeline timeline() {
        return startUp;
    }

    /**
     * Waits for the services.
     *
     * @throws CompletionException if creating the services failed
     */
    public AppServices services() {
        return services.join();
    }

    /** Lays out a first text on the FX thread, and returns whether the system has a font for it. */
    public boolean hasFonts() {
        try {
            new Text("A").getLayoutBounds();
        } catch (NullPointerException none) {
            // JavaFX has no other sign of a system without fonts that is as fast.
            lacksFonts = true;
        }
        return !lacksFonts;
    }

    /** Returns whether the start has ended because the system has no fonts. */
    public boolean lacksFonts() {
        return lacksFonts;
    }

    /**
     * Starts to answer later starts on this home, and ends the application when one asks for that. Returns at once.
     * Called after the first frame, because opening the port takes time.
     *
     * @param onLaterStart action for each later start; runs on any thread and must not block
     */
    void answerLaterStarts(Runnable onLaterStart) {
        if (instance != null) {
            Thread.ofVirtual()
                    .name("later starts")
                    .start(() -> instance.answerLaterStarts(onLaterStart, Platform::exit));
        }
    }
}
