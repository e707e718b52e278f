package app.forecourt.start;

import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.stream.Stream;

/**
 * The handler of uncaught exceptions, all of them bugs. It writes each exception to the log under a code. It shows the
 * code to the user, one dialog at a time. The same bug has the same code on every computer.
 */
public final class CrashReporter implements Thread.UncaughtExceptionHandler {
    /** The limit of the cause chain, because causes may form a cycle. */
    private static final int MAX_CAUSES = 20;
    /** The limit of traces of one fault, because thousands of them would remove the first cause from the log. */
    private static final int MOST_REPORTS = 20;

    private final Log log;
    private final BiConsumer<String, String> showFault;
    private final Executor fxThread;
    private final AtomicBoolean showing = new AtomicBoolean();
    private final Map<String, Integer> reports = new ConcurrentHashMap<>();

    /**
     * Creates a handler. It is not installed.
     *
     * @param showFault a dialog that shows a code and the log's folder
     * @param fxThread an executor on the FX thread
     */
    public CrashReporter(Log log, BiConsumer<String, String> showFault, Executor fxThread) {
        this.log = log;
        this.showFault = showFault;
        this.fxThread = fxThread;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable bug) {
        String code = code(bug);
        if (reports.merge(code, 1, Integer::sum) <= MOST_REPORTS) {
            log.write(Level.SEVERE, "Fault " + code + " in " + thread.getName(), bug);
        }
        if (showing.compareAndSet(false, true)) {
            fxThread.execute(() -> {
                showFault.accept(code, log.folder().toString());
                // Not after a dialog that fails: its own fault would be shown, and fail again, without end.
                showing.set(false);
            });
        }
    }

    /** Returns an exception and its causes. */
    public static Stream<Throwable> causes(Throwable bug) {
        return Stream.iterate(bug, Objects::nonNull, Throwable::getCause).limit(MAX_CAUSES);
    }

    /** Returns four hexadecimal digits, a hash of the root cause's class and its topmost frame in our own code. */
    static String code(Throwable bug) {
        Throwable rootCause = causes(bug).reduce(bug, (_, inner) -> inner);
        String place = Stream.of(rootCause.getStackTrace())
                .map(StackTraceElement::toString)
                .filter(frame -> frame.contains("app.forecourt."))
                .findFirst()
                .orElse("");
        return HexFormat.of().withUpperCase().toHexDigits((short)
                (rootCause.getClass().getName() + place).hashCode());
    }
}
