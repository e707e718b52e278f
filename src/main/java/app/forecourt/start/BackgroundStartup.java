package app.forecourt.start;

import app.forecourt.home.AppDirs;
import app.forecourt.home.SingleInstance;
import app.forecourt.settings.SystemEnvironment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The work done while JavaFX starts: claims the home, and creates the services if no other program runs on it. */
public final class BackgroundStartup implements AutoCloseable {
    private final StartupTimeline startUp;
    private final CompletableFuture<SingleInstance> instance;
    private final CompletableFuture<Optional<AppServices>> services;
    private volatile boolean lacksFonts;

    private BackgroundStartup(
            StartupTimeline startUp,
            CompletableFuture<SingleInstance> instance,
            CompletableFuture<Optional<AppServices>> services) {
        this.startUp = startUp;
        this.instance = instance;
        this.services = services;
    }

    /** Starts the work on a thread of its own. Returns at once. */
    public static BackgroundStartup begin(AppDirs dirs, SystemEnvironment environment, StartupTimeline startUp) {
        CompletableFuture<SingleInstance> instance = CompletableFuture.supplyAsync(
                () -> SingleInstance.claim(dirs), Thread.ofPlatform().name("ahead")::start);
        return new BackgroundStartup(
                startUp,
                instance,
                instance.thenApply(claimed -> Optional.of(claimed.result())
                        .filter(SingleInstance.ClaimResult.FIRST::equals)
                        .map(_ -> {
                            AppServices services = AppServices.open(dirs, environment);
                            // Loads the system's fonts here, because the first text would load them on the FX thread.
                            Font.getDefault();
                            return services;
                        })));
    }

    /** Wraps services that exist already, without claiming the home. */
    public static BackgroundStartup of(AppServices services) {
        return new BackgroundStartup(
                StartupTimeline.ofProcess(),
                new CompletableFuture<>(),
                CompletableFuture.completedFuture(Optional.of(services)));
    }

    public StartupTimeline timeline() {
        return startUp;
    }

    /**
     * Waits for the services. Empty if another program runs on this home.
     *
     * @throws CompletionException if creating the services failed
     */
    public Optional<AppServices> services() {
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

    /** Waits for the claim of the home, and returns its result. */
    public SingleInstance.ClaimResult claimResult() {
        return instance.join().result();
    }

    /**
     * Starts to answer later starts on this home. Returns at once. Called after the first frame, because opening the
     * socket takes time.
     *
     * @param onLaterStart action for each later start; runs on any thread and must not block
     */
    void answerLaterStarts(Runnable onLaterStart) {
        var unused = instance.thenAcceptAsync(
                first -> first.answerLaterStarts(onLaterStart),
                Thread.ofVirtual().name("later starts")::start);
    }

    /** Waits for the claim, and releases the home. */
    @Override
    public void close() {
        instance.thenAccept(SingleInstance::close).join();
    }
}
