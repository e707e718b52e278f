package app.forecourt;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rule that no test fails because the machine is slow, as a search through the sources of the tests. A test that
 * reads no clock asserts no elapsed time. A {@code Duration} in an assertion is then one of a clock that is handed in.
 */
class TimeLimitsTest {
    /** Waits with a limit of less than a minute, or with that of Awaitility, which is ten seconds. */
    private static final Pattern SHORT_LIMIT = Pattern.compile(String.join(
            "|",
            "\\b((await|get|poll|waitFor|tryAcquire|takeRequest|orTimeout|atMost)\\(\\s*"
                    + "([1-5]?\\d,\\s*(TimeUnit\\.)?SECONDS|[1-9][\\d_]*,\\s*(TimeUnit\\.)?MILLISECONDS)",
            "(waitForAsyncFx|setSoTimeout)\\(\\s*[1-5]?\\d(_?\\d{3})?\\s*[,)]",
            "(join|waitFor|atMost)\\(\\s*Duration\\.of(Millis|Seconds\\([1-5]?\\d\\))",
            "await\\(\\w*\\)\\.(?!atMost)",
            "assertTimeout)",
            "@Timeout\\((value = )?[1-5]?\\d[,)]"));

    private static final Pattern PAUSE = Pattern.compile("\\b((Thread|[A-Z]+S|robot)\\.sleep|parkNanos)\\(");
    private static final Pattern CLOCK =
            Pattern.compile("\\b(System\\.(nanoTime|currentTimeMillis)\\(|Instant\\.now\\(\\))");
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile(String.join(
            "|",
            "(?s)(?=[\"'/])(\"\"\".*?\"\"\"",
            "\"[^\"\\\\]*(\\\\.[^\"\\\\]*)*\"",
            "'\\\\?.'",
            "//[^\\n]*+",
            "/\\*.*?\\*/)"));

    /** Paces: nothing fails when such a wait is over. */
    private static final Set<String> PACED = Set.of("DesksRun", "SenderMain");
    /** Slow servers, a robot that types slowly, and a poll. */
    private static final Set<String> PAUSING =
            Set.of("CountingServer", "FaultyProxy", "HostileStoreTest", "ServerFaults", "TypingRobotMain", "WindowDay");
    /** Validity of certificates, times of faults, times of what killed processes did, and figures of reports. */
    private static final Set<String> TIMED = Set.of(
            "ServerCertificates",
            "ConnectFailureTest",
            "DeskMain",
            "DesksRun",
            "DesksTest",
            "FtpsRig",
            "GeneratedInputs",
            "SenderMain",
            "StartedProgram",
            "TypingRobotMain",
            "WindowDay");

    /** The code of each class, without comments and texts. */
    private static final Map<String, String> CODE = new TreeMap<>();

    @BeforeAll
    static void readSources() throws IOException {
        for (String root : List.of("src/test/java", "src/stress/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> CODE.merge(
                                file.getFileName().toString().replace(".java", ""), code(read(file)), String::concat));
            }
        }
    }

    /** Returns the classes that have a fault and no permission for it. */
    private static Set<String> classesWith(Pattern fault, Set<String> allowed) {
        return CODE.entrySet().stream()
                .filter(file -> !allowed.contains(file.getKey())
                        && fault.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    /** Counts the rules that a source breaks. */
    private static long faults(String source) {
        return Stream.of(SHORT_LIMIT, PAUSE, CLOCK)
                .filter(fault -> fault.matcher(code(source)).find())
                .count();
    }

    private static String code(String source) {
        return TEXT_OR_COMMENT.matcher(source).replaceAll("").replaceAll("\\h*+\\n\\s*+\\.", ".");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void noWaitHasAShortLimit() {
        assertEquals(Set.of(), classesWith(SHORT_LIMIT, PACED));
    }

    @Test
    void noTestPauses() {
        assertEquals(Set.of(), classesWith(PAUSE, PAUSING));
    }

    @Test
    void noTestReadsAClock() {
        assertEquals(Set.of(), classesWith(CLOCK, TIMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latch.await(10, TimeUnit.SECONDS)",
                "future.get(5, SECONDS)",
                "queue\n    .poll(1_500, TimeUnit.MILLISECONDS)",
                "run.join(Duration.ofSeconds(20))",
                "waitForAsyncFx(5000, x)",
                "socket.setSoTimeout(5_000)",
                "@Timeout(30)",
                "Awaitility.await(\"it\")\n    .until(x)",
                "assertTimeoutPreemptively(limit, work)",
                // pauses
                "Thread.sleep(300)",
                "TimeUnit.SECONDS.sleep(1)",
                "LockSupport.parkNanos(PAUSE)",
                // clocks
                "assertTrue(System.nanoTime() < end)",
                "long begun = System.currentTimeMillis();",
                "assertTrue(Duration.between(begun, Instant.now()).toSeconds() < 5)"
            })
    void plantedFaultIsFound(String planted) {
        assertEquals(1, faults(planted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latch.await(LongWait.SECONDS, TimeUnit.SECONDS)",
                "future.get(1, TimeUnit.MINUTES)",
                "waitForAsyncFx(60_000, x)",
                "await().atMost(LIMIT).until(x)",
                "@Timeout(60)",
                "latch.await()",
                // texts, and clocks that are handed in
                "\"System.nanoTime()\"",
                "// Instant.now()",
                "new Policy(System::nanoTime)",
                "Instant.now(clock)"
            })
    void soundCodeIsAllowed(String allowed) {
        assertEquals(0, faults(allowed));
    }
}
