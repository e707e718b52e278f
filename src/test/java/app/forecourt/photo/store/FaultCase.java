package app.forecourt.photo.store;

import java.util.concurrent.Callable;

/**
 * A situation, and what a store reports in it.
 *
 * @param expected the name of the fault, or {@code done}
 * @param attempt returns what is reported: a fault with the server's code, or {@code done}
 */
record FaultCase(String situation, String expected, Callable<String> attempt) {
    static final String DONE = "done";

    FaultCase(String situation, StoreFault expected, Callable<String> attempt) {
        this(situation, expected.name(), attempt);
    }

    /** Returns whether a report is the expected one, with any code. */
    boolean isExpected(String report) {
        return report.equals(expected) || report.startsWith(expected + " (");
    }
}
