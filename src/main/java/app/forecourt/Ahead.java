package app.forecourt;

import app.forecourt.profile.Surroundings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.scene.text.Font;

/** What is done while JavaFX starts: this home is claimed, and the back office opened if nobody else has it. */
final class Ahead implements AutoCloseable {
    private final StartUp startUp;
    private final CompletableFuture<SingleInstance> instance;
    private final CompletableFuture<Optional<BackOffice>> office;

    private Ahead(StartUp startUp, CompletableFuture<SingleInstance> instance,
            CompletableFuture<Optional<BackOffice>> office) {
        this.startUp = startUp;
        this.instance = instance;
        this.office = office;
    }

    /**
     * Begins on a thread of its own.
     *
     * @param again runs whenever another start has told this one
     */
    static Ahead begin(AppDirs dirs, Surroundings surroundings, StartUp startUp, Runnable again) {
        CompletableFuture<SingleInstance> instance = CompletableFuture
                .supplyAsync(() -> SingleInstance.claim(dirs, again),
                        Thread.ofPlatform().name("ahead")::start);
        return new Ahead(startUp, instance, instance.thenApply(
                claimed -> Optional.of(claimed.standing()).filter(SingleInstance.Standing.FIRST::equals)
                        .map(first -> {
                            BackOffice office = BackOffice.open(dirs, surroundings);
                            // The first text in the window would look for the system's fonts.
                            Font.getDefault();
                            return office;
                        })));
    }

    /** Does it here and now, and claims nothing. */
    static Ahead now(Surroundings surroundings) {
        return of(BackOffice.open(AppDirs.of(surroundings), surroundings));
    }

    /** A back office that is open already. Claims nothing. */
    static Ahead of(BackOffice office) {
        return new Ahead(StartUp.ofProcess(), new CompletableFuture<>(),
                CompletableFuture.completedFuture(Optional.of(office)));
    }

    StartUp startUp() {
        return startUp;
    }

    /**
     * The back office, once it is open; none where another program has this home.
     *
     * @throws RuntimeException with which opening it ended
     */
    Optional<BackOffice> office() {
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
