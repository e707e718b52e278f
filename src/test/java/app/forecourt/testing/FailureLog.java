package app.forecourt.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * The program's log during a run of the tests. Only a failed test prints the log, because many tests plant faults that
 * the program logs with their stack traces.
 *
 * <p>{@code logging.properties} adds this handler to the program's logger. JUnit registers it as an extension, see
 * {@code junit-platform.properties}.
 */
public final class FailureLog extends Handler implements TestWatcher {
    private static final int MAX_RECORDS = 200;
    /** Shared, because the JDK and JUnit each create an object of this class. */
    private static final Deque<LogRecord> RECORDS = new ArrayDeque<>();

    /** Called by the JDK and by JUnit. */
    public FailureLog() {
        setLevel(Level.WARNING);
        setFormatter(new SimpleFormatter());
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            synchronized (RECORDS) {
                RECORDS.add(record);
                if (RECORDS.size() > MAX_RECORDS) {
                    RECORDS.remove();
                }
            }
        }
    }

    /** Prints the log since the last failed test, also that of tests beside the failed one. */
    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        System.err.print(takeText());
    }

    /** Returns the log as text and clears it. */
    String takeText() {
        synchronized (RECORDS) {
            var text = new StringBuilder();
            RECORDS.forEach(record -> text.append(getFormatter().format(record)));
            RECORDS.clear();
            return text.toString();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
