package app.forecourt.photo.store;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A situation, and what a store reports in it.
 *
 * @param expected the name of the fault, or {@code done}
 * @param attempt returns what is reported: a fault with the server's code, or {@code done}
 */
record FaultCase(String situation, String expected, Callable<String> attempt) {
    static final String DONE = "done";

    /** A server, and the situations that are tried with it. */
    interface Rig extends AutoCloseable {
        List<FaultCase> cases() throws Exception;

        @Override
        void close();
    }

    /** Starts the server of a rig. */
    interface Start {
        Rig in(Path folder) throws Exception;
    }

    FaultCase(String situation, StoreFault expected, Callable<String> attempt) {
        this(situation, expected.name(), attempt);
    }

    /** Returns whether a report is the expected one, with any code. */
    boolean isExpected(String report) {
        return report.equals(expected) || report.startsWith(expected + " (");
    }
}
