package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rule that no test fails because the machine is slow, as a search through the sources of the tests. A test that
 * reads no clock asserts no elapsed time. A {@code Duration} in an assertion is then one of a clock that is handed in.
 */
class TimeLimitsTest {
    /** A wait with its limit in the source. {@code LongWait} has the one limit of all waits. */
    private static final Pattern SHORT_LIMIT = Pattern.compile("""
            \\b(await|get|poll|waitFor|tryAcquire|takeRequest|orTimeout|atMost)\\(\\s*[1-9][\\d_]*,\\s*[A-Z]\
            |\\b(waitForAsyncFx|waitFor|setSoTimeout)\\(\\s*[1-9][\\d_]*\\s*[,)]\
            |\\b(join|waitFor|atMost)\\(\\s*Duration\\.of(Millis|Seconds)\\(\
            |@Timeout\\(\\s*(value = )?[1-5]?\\d\\s*[,)]\
            |\\borg\\.awaitility\\b|\\bassertTimeout""");
    private static final Pattern PAUSE = Pattern
            .compile("\\b(Thread|[A-Z]+S|robot)\\.sleep\\(|\\bparkNanos\\(");
    private static final Pattern CLOCK = Pattern
            .compile("\\bSystem\\.(nanoTime|currentTimeMillis)\\(|\\bInstant\\.now\\(\\)");

    private static final Pattern TEXT_OR_COMMENT = Pattern.compile(
            "(?s)\"\"\".*?\"\"\"|\"[^\"\\\\]*(\\\\.[^\"\\\\]*)*\"|'\\\\?.'|//[^\\n]*|/\\*.*?\\*/");

    /** The paces of processes that are killed at any moment. Nothing fails when such a wait is over. */
    private static final Set<String> KILLED_AT_ANY_MOMENT = Set.of("JournalReplacementTest",
            "KilledProcessTest", "KilledWhileCopyingTest", "DesksRun", "VictimMain");
    /** Slow servers, a robot that types slowly, and polls. */
    private static final Set<String> SIMULATED_PAUSES = Set.of("CountingServer", "FaultyProxy",
            "FxThreadProbe",
            "ServerFaults", "TypingRobotMain", "WindowDay");
    /** Validity of certificates, times of faults, and figures of reports. */
    private static final Set<String> CLOCKS = Set.of("Certificates", "ConnectFailureTest", "DeskMain",
            "DesksRun",
            "FtpsRig", "FxThreadProbe", "GeneratedInputs", "LongDayTest", "ReportMain", "TypingRobotMain",
            "WindowDay");

    private static Set<String> filesWith(Pattern fault) throws IOException {
        Set<String> found = new TreeSet<>();
        for (String root : List.of("src/test/java", "src/stress/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> isIn(read(file), fault))
                        .forEach(file -> found.add(file.getFileName().toString().replace(".java", "")));
            }
        }
        return found;
    }

    /** Searches a source without its comments and texts. */
    private static boolean isIn(String source, Pattern fault) {
        String code = TEXT_OR_COMMENT.matcher(source).replaceAll("").replaceAll("\\s*\\n\\s*\\.", ".");
        return fault.matcher(code).find();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void noWaitHasAShortLimit() throws IOException {
        Set<String> allowed = new TreeSet<>(KILLED_AT_ANY_MOMENT);
        allowed.add("LongWait");
        assertEquals(allowed, filesWith(SHORT_LIMIT));
    }

    @Test
    void noTestPauses() throws IOException {
        assertEquals(new TreeSet<>(SIMULATED_PAUSES), filesWith(PAUSE));
    }

    @Test
    void noTestReadsAClock() throws IOException {
        assertEquals(new TreeSet<>(CLOCKS), filesWith(CLOCK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"latch.await(10, TimeUnit.SECONDS)", "future.get(5, SECONDS)",
        "run.join(Duration.ofSeconds(20))",
        "queue\\n    .poll(1_500, TimeUnit.MILLISECONDS)", "waitForAsyncFx(5000, x)",
        "socket.setSoTimeout(5_000)",
        "@Timeout(30)", "import static org.awaitility.Awaitility.await;",
        "assertTimeoutPreemptively(limit, work)"})
    void plantedShortLimitIsFound(String planted) {
        assertTrue(isIn(planted, SHORT_LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thread.sleep(300)", "TimeUnit.SECONDS.sleep(1)", "LockSupport.parkNanos(PAUSE)"})
    void plantedPauseIsFound(String planted) {
        assertTrue(isIn(planted, PAUSE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"assertTrue(System.nanoTime() < end)", "long begun = System.currentTimeMillis();",
        "assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 5)"})
    void plantedClockIsFound(String planted) {
        assertTrue(isIn(planted, CLOCK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"System.nanoTime()\"", "// Instant.now()", "new Policy(System::nanoTime)",
        "Instant.now(clock)"})
    void textsAndClocksHandedInAreAllowed(String allowed) {
        assertFalse(isIn(allowed, CLOCK));
    }
}
