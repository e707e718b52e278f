package app.forecourt.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Tests of the log that failed tests print. */
@Isolated("the log is shared by all tests")
class FailureLogTest {
    private final FailureLog log = new FailureLog();

    @Test
    void warningsArePrintedOnceWithTheirTrace() {
        log.takeText();
        log.publish(new LogRecord(Level.INFO, "begins"));
        var fault = new LogRecord(Level.WARNING, "planted");
        fault.setThrown(new IllegalStateException("the cause"));
        log.publish(fault);
        String text = log.takeText();
        assertTrue(text.contains("planted") && text.contains("IllegalStateException: the cause"), text);
        assertTrue(!text.contains("begins"), text);
        assertEquals("", log.takeText());
    }

    @Test
    void programLogsHereAndNotToTheConsole() {
        assumeTrue(System.getProperty("java.util.logging.config.file") != null, "an IDE may not set it");
        Logger program = Logger.getLogger("app.forecourt");
        assertEquals(false, program.getUseParentHandlers());
        assertTrue(Stream.of(program.getHandlers()).anyMatch(FailureLog.class::isInstance));
    }
}
