package app.forecourt.start;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * The end of the process from outside. A signal ends the process without JavaFX. On Windows a request to close all
 * windows also closes a hidden window of JavaFX. That ends the FX thread, but not the process.
 */
public final class CloseOnProcessEnd {
    /** The time for closing, because systems kill a program that does not end after five seconds or more. */
    private static final int LIMIT_SECONDS = 4;

    private CloseOnProcessEnd() {}

    /**
     * Runs a task before the process ends, on the FX thread. When the FX thread has ended without the task, it runs
     * here, and the process ends. Called on the FX thread.
     */
    public static void install(FutureTask<?> close) {
        Thread fxThread = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(thread(() -> {
            Platform.runLater(close);
            return close.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }));
        thread(() -> {
                    fxThread.join();
                    if (!close.isDone()) {
                        close.run();
                        System.exit(0);
                    }
                    return close;
                })
                .start();
    }

    private static Thread thread(Callable<?> task) {
        return Thread.ofPlatform().daemon().name("process end").unstarted(new FutureTask<>(task));
    }
}
