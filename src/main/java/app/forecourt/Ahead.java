package app.forecourt;

import app.forecourt.profile.Surroundings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is done while JavaFX starts: this home is claimed, and the showroom made if nobody else has it. */
final class Ahead implements AutoCloseable {
    private final StartUp startUp;
    private final CompletableFuture<SingleInstance> instance;
    private final CompletableFuture<Optional<Showroom>> showroom;

    private Ahead(StartUp startUp, CompletableFuture<SingleInstance> instance,
            CompletableFuture<Optional<Showroom>> showroom) {
        this.startUp = startUp;
        this.instance = instance;
        this.showroom = showroom;
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
                        .map(first -> new Showroom(BackOffice.open(dirs, surroundings)))));
    }

    /** Does it here and now, and claims nothing. */
    static Ahead now(Surroundings surroundings) {
        return new Ahead(StartUp.ofProcess(), new CompletableFuture<>(), CompletableFuture.completedFuture(
                Optional.of(new Showroom(BackOffice.open(AppDirs.of(surroundings), surroundings)))));
    }

    StartUp startUp() {
        return startUp;
    }

    /**
     * The showroom, once it is made; none where another program has this home.
     *
     * @throws RuntimeException with which making it ended
     */
    Optional<Showroom> showroom() {
        return of(showroom);
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
