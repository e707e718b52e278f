package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the code, the log entry and the dialog of an uncaught exception. */
class CrashReporterTest {
    @TempDir
    private Path home;

    private final List<String> shown = new ArrayList<>();
    private Log log;

    @BeforeEach
    void open() {
        log = new Log(home.resolve("logs"), () -> ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        log.close();
    }

    private static RuntimeException bug() {
        return new IllegalStateException("secret of the day");
    }

    @Test
    void codeIsShownAndTraceIsLogged() throws Exception {
        CrashReporter reporter =
                new CrashReporter(log, (code, folder) -> shown.add(code + " " + folder), Runnable::run);
        RuntimeException bug = bug();
        reporter.uncaughtException(Thread.currentThread(), bug);
        String code = CrashReporter.code(bug);
        assertEquals(List.of(code + " " + home.resolve("logs")), shown);
        String text = Files.readString(home.resolve("logs").resolve("forecourt.0.log"));
        assertTrue(text.contains(code) && text.contains("CrashReporterTest.bug"), text);
    }

    @Test
    void oneDialogAtATime() {
        List<Runnable> later = new ArrayList<>();
        CrashReporter reporter = new CrashReporter(log, (code, _) -> shown.add(code), later::add);
        reporter.uncaughtException(Thread.currentThread(), bug());
        reporter.uncaughtException(Thread.currentThread(), bug());
        assertEquals(1, later.size());
        later.getFirst().run();
        reporter.uncaughtException(Thread.currentThread(), bug());
        assertEquals(2, later.size());
    }

    @Test
    void dialogThatFailsIsNotShownAgain() {
        List<Runnable> later = new ArrayList<>();
        CrashReporter reporter = new CrashReporter(
                log,
                (code, _) -> {
                    shown.add(code);
                    throw bug();
                },
                later::add);
        reporter.uncaughtException(Thread.currentThread(), bug());
        RuntimeException unshown = assertThrows(IllegalStateException.class, later.getFirst()::run);
        reporter.uncaughtException(Thread.currentThread(), unshown);
        assertEquals(1, later.size());
    }

    @Test
    void repeatedBugLeavesTheFirstCauseInTheLog() throws Exception {
        CrashReporter reporter = new CrashReporter(log, (code, _) -> shown.add(code), Runnable::run);
        RuntimeException cause = new IllegalArgumentException("first");
        reporter.uncaughtException(Thread.currentThread(), cause);
        RuntimeException repeated = bug();
        for (int frame = 0; frame < 1_000; frame++) {
            reporter.uncaughtException(Thread.currentThread(), repeated);
        }
        String text = Files.readString(home.resolve("logs").resolve("forecourt.0.log"));
        assertTrue(text.contains("Fault " + CrashReporter.code(cause)));
        assertEquals(20, text.split("Fault " + CrashReporter.code(repeated), -1).length - 1);
    }

    @Test
    void sameBugHasTheSameCode() {
        assertEquals(CrashReporter.code(bug()), CrashReporter.code(bug()));
        assertNotEquals(CrashReporter.code(bug()), CrashReporter.code(new IllegalArgumentException("other")));
        assertEquals(4, CrashReporter.code(bug()).length());
        assertEquals(
                CrashReporter.code(bug()),
                CrashReporter.code(new IllegalStateException(bug())),
                "what wraps it does not count");
    }

    @Test
    void codeIsShownWithoutALog() throws Exception {
        Files.writeString(home.resolve("logs"), "a file where the folder should be");
        CrashReporter reporter = new CrashReporter(log, (code, _) -> shown.add(code), Runnable::run);
        reporter.uncaughtException(Thread.currentThread(), bug());
        assertEquals(1, shown.size());
    }
}
