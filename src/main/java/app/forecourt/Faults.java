package app.forecourt;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happens to exceptions that nobody caught, all of them bugs: each is written to the log under a code, and one
 * dialog at a time tells the user the code. The same bug has the same code wherever it happens.
 */
final class Faults implements Thread.UncaughtExceptionHandler, AutoCloseable {
    private static final int LARGEST_LOG = 1 << 20;
    private static final int LOGS_KEPT = 3;
    /** Causes may go in a circle. */
    private static final int DEEPEST = 20;

    private final AppDirs dirs;
    private final BiConsumer<String, String> tell;
    private final Executor window;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final Logger log = Logger.getLogger("app.forecourt");
    private @Nullable Handler file;

    /**
     * Tells of faults from now on.
     *
     * @param tell shows a code and where the log is
     * @param window runs that on the window's thread
     */
    Faults(AppDirs dirs, BiConsumer<String, String> tell, Executor window) {
        this.dirs = dirs;
        this.tell = tell;
        this.window = window;
        // Not to the console: there a stack trace would reach the user.
        log.setUseParentHandlers(false);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable bug) {
        String code = code(bug);
        write(code, thread, bug);
        if (telling.compareAndSet(false, true)) {
            window.execute(() -> {
                try {
                    tell.accept(code, dirs.logs().toString());
                } finally {
                    telling.set(false);
                }
            });
        }
    }

    private synchronized void write(String code, Thread thread, Throwable bug) {
        open();
        log.log(Level.SEVERE, "Fault " + code + " in " + thread.getName(), bug);
    }

    /** Four hexadecimal digits of what it is and where in our own code it came out. */
    static String code(Throwable bug) {
        Throwable first = Stream.iterate(bug, Objects::nonNull, Throwable::getCause).limit(DEEPEST)
                .reduce(bug, (outer, inner) -> inner);
        String place = Stream.of(first.getStackTrace()).map(StackTraceElement::toString)
                .filter(frame -> frame.contains("app.forecourt.")).findFirst().orElse("");
        return HexFormat.of().withUpperCase()
                .toHexDigits((short) (first.getClass().getName() + place).hashCode());
    }

    /** The log file comes with the first fault; where it can't be written the dialog still names the code. */
    private void open() {
        if (file != null) {
            return;
        }
        try {
            Files.createDirectories(dirs.logs());
            file = new FileHandler(dirs.logs().resolve("forecourt.%g.log").toString(), LARGEST_LOG, LOGS_KEPT,
                    true);
            file.setFormatter(new SimpleFormatter());
            log.addHandler(file);
        } catch (IOException nowhere) {
            file = null;
        }
    }

    /** Closes the log. */
    @Override
    public synchronized void close() {
        if (file != null) {
            log.removeHandler(file);
            file.close();
            file = null;
        }
    }
}
