package app.forecourt.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.secret.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
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
        log = new Log(home.resolve("logs"), () -> ZoneOffset.UTC, new Redaction());
    }

    @AfterEach
    void close() {
        log.close();
    }

    /** Returns a reporter whose dialogs are those shown. */
    private CrashReporter reporter(Executor fxThread) {
        return new CrashReporter(log, (code, folder) -> shown.add(code + " " + folder), fxThread);
    }

    private static void report(CrashReporter reporter, RuntimeException bug) {
        reporter.uncaughtException(Thread.currentThread(), bug);
    }

    private String written() throws IOException {
        return Files.readString(home.resolve("logs/forecourt.0.log"));
    }

    private static RuntimeException bug() {
        return new IllegalStateException("secret of the day");
    }

    @Test
    void codeIsShownAndTraceIsLogged() throws Exception {
        CrashReporter reporter = reporter(Runnable::run);
        RuntimeException bug = bug();
        report(reporter, bug);
        String code = CrashReporter.code(bug);
        assertEquals(List.of(code + " " + home.resolve("logs")), shown);
        String text = written();
        assertTrue(text.contains(code) && text.contains("CrashReporterTest.bug"), text);
    }

    @Test
    void oneDialogAtATime() {
        List<Runnable> later = new ArrayList<>();
        CrashReporter reporter = reporter(later::add);
        report(reporter, bug());
        report(reporter, bug());
        assertEquals(1, later.size());
        later.getFirst().run();
        report(reporter, bug());
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
        report(reporter, bug());
        RuntimeException unshown = assertThrows(IllegalStateException.class, later.getFirst()::run);
        report(reporter, unshown);
        assertEquals(1, later.size());
    }

    @Test
    void repeatedBugLeavesTheFirstCauseInTheLog() throws Exception {
        CrashReporter reporter = reporter(Runnable::run);
        RuntimeException cause = new IllegalArgumentException("first");
        report(reporter, cause);
        RuntimeException repeated = bug();
        for (int frame = 0; frame < 1_000; frame++) {
            report(reporter, repeated);
        }
        String text = written();
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
}
