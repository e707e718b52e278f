package app.forecourt;

import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * What happens to exceptions that nobody caught, all of them bugs: each is written to the log under a code, and one
 * dialog at a time tells the user the code. The same bug has the same code wherever it happens.
 */
public final class CrashReporter implements Thread.UncaughtExceptionHandler {
    /** Causes may go in a circle. */
    private static final int DEEPEST = 20;

    private final Log log;
    private final BiConsumer<String, String> tell;
    private final Executor window;
    private final AtomicBoolean telling = new AtomicBoolean();

    /**
     * Tells of faults from now on.
     *
     * @param tell shows a code and where the log is
     * @param window runs that on the window's thread
     */
    public CrashReporter(Log log, BiConsumer<String, String> tell, Executor window) {
        this.log = log;
        this.tell = tell;
        this.window = window;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable bug) {
        String code = code(bug);
        log.write(Level.SEVERE, "Fault " + code + " in " + thread.getName(), bug);
        if (telling.compareAndSet(false, true)) {
            window.execute(() -> {
                try {
                    tell.accept(code, log.folder().toString());
                } finally {
                    telling.set(false);
                }
            });
        }
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
}
