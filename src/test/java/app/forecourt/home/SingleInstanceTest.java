package app.forecourt.home;

import static app.forecourt.file.FileModes.mode;
import static app.forecourt.home.SingleInstance.ClaimResult.LOCK_UNUSABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.home.SingleInstance.ClaimResult;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.StartedProgram;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several starts of the program on one home, each in a process of its own. */
@Timeout(LongWait.TEST_SECONDS)
class SingleInstanceTest {
    private static final String FIRST = ClaimResult.FIRST.name();
    private static final String HANDED_OVER = ClaimResult.HANDED_OVER.name();
    private static final String UNANSWERED = ClaimResult.UNANSWERED.name();

    @TempDir
    private Path folder;

    private final List<StartedProgram> programs = new ArrayList<>();
    private AppDirs dirs;

    private StartedProgram program() throws IOException {
        return program((int) LongWait.LIMIT.toMillis());
    }

    private StartedProgram program(int timeoutMillis) throws IOException {
        StartedProgram program = StartedProgram.start(List.of(), LaterStartMain.class, timeoutMillis);
        programs.add(program);
        assertEquals("ready", program.nextLine());
        return program;
    }

    /** Starts a program that is the first on the home. */
    private StartedProgram first() throws IOException {
        StartedProgram first = program();
        assertEquals(FIRST, claim(first, home()));
        return first;
    }

    private static String claim(StartedProgram program, Path home) {
        program.tell(home.toString());
        return program.nextLine();
    }

    private void assertHandsOver(StartedProgram later, StartedProgram first) {
        assertEquals(HANDED_OVER, claim(later, home()));
        assertEquals("again", first.nextLine());
    }

    @AfterEach
    void end() {
        programs.forEach(StartedProgram::kill);
    }

    @BeforeEach
    void setDirs() {
        dirs = new AppDirs(home());
    }

    private Path home() {
        return folder.resolve("state/forecourt");
    }

    @Test
    void secondStartNotifiesFirst() throws Exception {
        StartedProgram first = first();
        StartedProgram second = program();
        assertHandsOver(second, first);
        assertHandsOver(second, first);
        assertEquals(FIRST, claim(second, folder.resolve("another")), "each directory has its own");
    }

    @Test
    void lockIsPrivate() throws Exception {
        first();
        assertEquals("rwx------", mode(dirs.home()));
        assertEquals("rw-------", mode(dirs.lock()));
    }

    @Test
    void oneOfFourParallelStartsIsFirst() throws Exception {
        for (int number = 0; number < 4; number++) {
            program();
        }
        for (int round = 0; round < 25; round++) {
            Path home = folder.resolve("round" + round);
            programs.forEach(program -> program.tell(home.toString()));
            List<String> results = new ArrayList<>();
            int notified = 0;
            for (StartedProgram program : programs) {
                String line = program.nextLine();
                // The other starts may have notified the first instance before its result is read.
                while (line.equals("again")) {
                    notified++;
                    line = program.nextLine();
                }
                results.add(line);
            }
            assertEquals(1, Collections.frequency(results, FIRST), round + ": " + results);
            assertEquals(3, Collections.frequency(results, HANDED_OVER), round + ": " + results);
            StartedProgram first = programs.get(results.indexOf(FIRST));
            for (; notified < 3; notified++) {
                assertEquals("again", first.nextLine());
            }
        }
    }

    @ProofTest
    void startAfterKillIsFirst() throws Exception {
        StartedProgram killed = first();
        assertHandsOver(program(), killed);
        killed.kill();
        assertTrue(Files.size(dirs.lock()) > 0, "the port of the killed process is left");
        StartedProgram next = first();
        assertHandsOver(program(), next);
    }

    @Test
    void startAfterEndIsFirst() throws Exception {
        SingleInstance ended = SingleInstance.claim(dirs);
        assertEquals(ClaimResult.FIRST, ended.result());
        Thread answering = Thread.ofVirtual().start(() -> ended.answerLaterStarts(() -> {}, () -> {}));
        StartedProgram second = program();
        assertEquals(HANDED_OVER, claim(second, home()));
        ended.close();
        LongWait.untilEnded(answering);
        assertEquals(FIRST, claim(second, home()));
    }

    @Test
    void quitWaitsForTheEndOfTheFirst() throws Exception {
        first();
        assertTrue(SingleInstance.quit(dirs));
        first();
    }

    @Test
    void quitWithoutFirstLeavesNoFile() {
        assertTrue(SingleInstance.quit(dirs));
        assertFalse(Files.exists(home()));
    }

    @Test
    void closedInstanceOpensNoPort() throws Exception {
        SingleInstance ended = SingleInstance.claim(dirs);
        ended.close();
        ended.answerLaterStarts(() -> {}, () -> {});
        assertEquals("", Files.readString(dirs.lock()));
    }

    @Test
    void hangingFirstInstanceTimesOut() throws Exception {
        try (SingleInstance first = SingleInstance.claim(dirs)) {
            assertEquals(ClaimResult.FIRST, first.result());
            assertEquals(UNANSWERED, claim(program(300), home()));
        }
    }

    /** A virus scanner holds the file for a moment, or for ever. */
    @ParameterizedTest
    @CsvSource({"0, FIRST", "2, FIRST", "9999, LOCK_UNUSABLE"})
    void heldLockIsRetried(int failures, ClaimResult expected) throws Exception {
        Files.createDirectories(home());
        Files.createFile(dirs.lock());
        AtomicInteger opened = new AtomicInteger();
        Duration timeout = expected == ClaimResult.FIRST ? LongWait.LIMIT : Duration.ofMillis(300);
        try (SingleInstance instance = SingleInstance.claim(dirs, timeout, lock -> {
            if (opened.getAndIncrement() < failures) {
                throw new FileSystemException(lock.toString(), null, "used by another process");
            }
            return open(lock);
        })) {
            assertEquals(expected, instance.result());
            assertTrue(opened.get() > Math.min(failures, 2));
        }
    }

    private static FileChannel open(Path lock) throws IOException {
        return FileChannel.open(lock, StandardOpenOption.WRITE);
    }

    /** Root can write read-only files on Linux, so the test refuses in place of the system. */
    @Test
    void readOnlyLockIsMadeWritable() throws Exception {
        Files.createDirectories(home());
        assertTrue(Files.createFile(dirs.lock()).toFile().setReadOnly());
        try (SingleInstance instance = SingleInstance.claim(dirs, LongWait.LIMIT, lock -> {
            if (SystemFeature.POSIX_PERMISSIONS.isPresent() && mode(lock).startsWith("r-")) {
                throw new AccessDeniedException(lock.toString());
            }
            return open(lock);
        })) {
            assertEquals(ClaimResult.FIRST, instance.result());
            assertEquals(UNANSWERED, claim(program(300), home()), "it is locked");
        }
    }

    @Test
    void diskWithoutLocksStarts() throws Exception {
        Files.createDirectories(home());
        SingleInstance instance = SingleInstance.claim(dirs, Duration.ZERO, lock -> {
            FileChannel closed = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            closed.close();
            return closed;
        });
        assertEquals(ClaimResult.FIRST, instance.result());
    }

    @Test
    void onlyMissingLockMayBeUncreatable() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no directory");
        assertEquals(ClaimResult.FIRST, claim(file.resolve("forecourt")));
        Files.createDirectories(dirs.lock());
        assertEquals(LOCK_UNUSABLE, claim(home()));
    }

    @Test
    @Needs(SystemFeature.SYMBOLIC_LINKS)
    void linkToNowhereIsNoMissingLock() throws Exception {
        Files.createDirectories(home());
        Files.createSymbolicLink(dirs.lock(), folder.resolve("nowhere").resolve("lock"));
        assertEquals(LOCK_UNUSABLE, claim(home()));
    }

    private static ClaimResult claim(Path home) {
        try (SingleInstance instance = SingleInstance.claim(new AppDirs(home), Duration.ZERO, SingleInstance::open)) {
            return instance.result();
        }
    }
}
