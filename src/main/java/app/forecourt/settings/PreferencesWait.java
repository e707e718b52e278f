package app.forecourt.settings;

import app.forecourt.file.FileInUseException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The wait at the start for preferences that another program has open. No default is taken meanwhile. */
public final class PreferencesWait {
    /** The attempts, each of which takes a second. */
    static final int ATTEMPTS = 20;

    private PreferencesWait() {}

    /**
     * Runs a start that reads the preferences. Repeats it while another program has them open.
     *
     * @throws UncheckedIOException if the program has them open for twenty seconds
     */
    public static <T> T repeat(Supplier<T> start) {
        for (int left = ATTEMPTS - 1; ; left--) {
            try {
                return start.get();
            } catch (UncheckedIOException failure) {
                if (left == 0 || !(failure.getCause() instanceof FileInUseException)) {
                    throw failure;
                }
            }
        }
    }
}
