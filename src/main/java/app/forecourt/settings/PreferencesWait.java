package app.forecourt.settings;

import app.forecourt.file.FileInUseException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The wait at the start for preferences that another program has open. No default is taken meanwhile. */
public final class PreferencesWait {
    private PreferencesWait() {}

    /**
     * Runs a start that reads the preferences. Repeats it as long as another program has them open.
     *
     * @param onInUse called after each attempt that found them open, which took a second
     */
    public static <T> T repeat(Supplier<T> start, Runnable onInUse) {
        while (true) {
            try {
                return start.get();
            } catch (UncheckedIOException failure) {
                if (!(failure.getCause() instanceof FileInUseException)) {
                    throw failure;
                }
                onInUse.run();
            }
        }
    }
}
