package app.forecourt;

import app.forecourt.settings.SystemEnvironment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.text.Font;

/** What is done while JavaFX starts: this home is claimed, and the back office opened if nobody else has it. */
public final class EarlyStartup implements AutoCloseable {
    private final StartupTimeline startUp;
    private final CompletableFuture<SingleInstance> instance;
    private final CompletableFuture<Optional<AppServices>> office;

    private EarlyStartup(StartupTimeline startUp, CompletableFuture<SingleInstance> instance,
            CompletableFuture<Optional<AppServices>> office) {
        this.startUp = startUp;
        this.instance = instance;
        this.office = office;
    }

    /**
     * Begins on a thread of its own.
     *
     * @param again runs whenever another start has told this one
     */
    public static EarlyStartup begin(AppDirs dirs, SystemEnvironment surroundings, StartupTimeline startUp,
            Runnable again) {
        CompletableFuture<SingleInstance> instance = CompletableFuture
                .supplyAsync(() -> SingleInstance.claim(dirs, again),
                        Thread.ofPlatform().name("ahead")::start);
        return new EarlyStartup(startUp, instance, instance.thenApply(
                claimed -> Optional.of(claimed.standing()).filter(SingleInstance.Standing.FIRST::equals)
                        .map(first -> {
                            AppServices office = AppServices.open(dirs, surroundings);
                            // The first text in the window would look for the system's fonts.
                            Font.getDefault();
                            return office;
                        })));
    }

    /** Does it here and now, and claims nothing. */
    static EarlyStartup now(SystemEnvironment surroundings) {
        return of(AppServices.open(AppDirs.of(surroundings), surroundings));
    }

    /** A back office that is open already. Claims nothing. */
    public static EarlyStartup of(AppServices office) {
        return new EarlyStartup(StartupTimeline.ofProcess(), new CompletableFuture<>(),
                CompletableFuture.completedFuture(Optional.of(office)));
    }

    StartupTimeline startUp() {
        return startUp;
    }

    /**
     * The back office, once it is open; none where another program has this home.
     *
     * @throws RuntimeException with which opening it ended
     */
    public Optional<AppServices> office() {
        return of(office);
    }

    /** What the claim came to. */
    SingleInstance.Standing standing() {
        return of(instance).standing();
    }

    private static <T> T of(CompletableFuture<T> coming) {
        try {
            return coming.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException bug ? bug : failed;
        }
    }

    /** Lets the home go. */
    @Override
    public void close() {
        instance.thenAccept(SingleInstance::close).join();
    }
}
