package app.forecourt.home;

import static app.forecourt.file.FileModes.mode;
import static app.forecourt.file.Folders.names;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.home.SingleInstance.ClaimResult;
import app.forecourt.journey.LaterStartMain;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.StartedProgram;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    private static String claim(StartedProgram program, Path... homeAndStateFolder) {
        tellHome(program, homeAndStateFolder);
        return program.nextLine();
    }

    private static void tellHome(StartedProgram program, Path... homeAndStateFolder) {
        program.tell(Stream.of(homeAndStateFolder).map(Path::toString).collect(Collectors.joining("\t")));
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
    void socketIsPrivate() throws Exception {
        assertHandsOver(program(), first());
        assertEquals("rwx------", mode(dirs.home()));
        assertEquals("rw-------", mode(dirs.lock()));
        assertEquals("rw-------", mode(socket(dirs)));
    }

    private static Path socket(AppDirs dirs) {
        return dirs.sockets().getFirst();
    }

    @Test
    void oneOfFourParallelStartsIsFirst() throws Exception {
        for (int number = 0; number < 4; number++) {
            program();
        }
        for (int round = 0; round < 25; round++) {
            Path home = folder.resolve("round" + round);
            programs.forEach(program -> tellHome(program, home));
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

    @Tag("proof")
    @Test
    void startAfterKillIsFirst() throws Exception {
        StartedProgram killed = first();
        assertHandsOver(program(), killed);
        killed.kill();
        assertTrue(Files.exists(socket(dirs)), "the socket of the killed process is left");
        StartedProgram next = first();
        assertHandsOver(program(), next);
    }

    @Test
    void startAfterEndIsFirst() throws Exception {
        SingleInstance ended = SingleInstance.claim(dirs);
        assertEquals(ClaimResult.FIRST, ended.result());
        Thread answering = Thread.ofVirtual().start(() -> ended.answerLaterStarts(() -> {}));
        StartedProgram second = program();
        assertEquals(HANDED_OVER, claim(second, home()));
        ended.close();
        assertFalse(Files.exists(socket(dirs)));
        LongWait.untilEnded(answering);
        assertEquals(FIRST, claim(second, home()));
    }

    @Test
    void closedInstanceOpensNoSocket() throws Exception {
        SingleInstance ended = SingleInstance.claim(dirs);
        ended.close();
        ended.answerLaterStarts(() -> {});
        assertFalse(Files.exists(socket(dirs)));
    }

    @Tag("proof")
    @Test
    void hangingFirstInstanceTimesOut() throws Exception {
        try (SingleInstance first = SingleInstance.claim(dirs)) {
            assertEquals(ClaimResult.FIRST, first.result());
            StartedProgram second = program(300);
            assertEquals(UNANSWERED, claim(second, home()), "without a socket");
            try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                silent.bind(UnixDomainSocketAddress.of(socket(dirs)));
                assertEquals(UNANSWERED, claim(second, home()), "with a silent socket");
            }
        }
    }

    /** Earlier versions stored port and password in a file, and left it there if they were killed. */
    @Tag("proof")
    @Test
    void fileOfEarlierVersionIsReplaced() throws Exception {
        Files.createDirectories(home());
        Files.writeString(home().resolve("instance"), "40123 0b5c1e3e-0b5c-4e3e-9b5c-0b5c1e3e0b5c");
        assertHandsOver(program(), first());
        assertEquals(home().resolve("instance"), socket(dirs));
        assertFalse(Files.isRegularFile(socket(dirs)));
    }

    @Tag("proof")
    @Test
    void silentConnectionsDoNotBlock() throws Exception {
        StartedProgram first = first();
        assertHandsOver(program(), first);
        List<SocketChannel> silent = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket(dirs)));
            silent.add(connection);
            assertEquals("again", first.nextLine());
        }
        assertHandsOver(program(), first);
        for (SocketChannel connection : silent) {
            connection.close();
        }
    }

    @Tag("proof")
    @Test
    void longHomeUsesOtherSocket() throws Exception {
        AppDirs dirs = new AppDirs(
                folder.resolve("a long name of a directory, ".repeat(4)), false, List.of(folder.resolve("state")));
        List<String> notified = Collections.synchronizedList(new ArrayList<>());
        try (SingleInstance first = SingleInstance.claim(dirs)) {
            Thread answering = Thread.ofVirtual().start(() -> first.answerLaterStarts(() -> notified.add("again")));
            assertEquals(
                    HANDED_OVER,
                    claim(program(), dirs.home(), dirs.stateFolders().getFirst()));
            // On a slow machine a start asks again before the first instance has answered.
            assertEquals(Set.of("again"), Set.copyOf(notified));
            assertEquals("rwx------", mode(dirs.stateFolders().getFirst()));
            assertEquals("rw-------", mode(dirs.sockets().getLast()));
            first.close();
            LongWait.untilEnded(answering);
        }
        assertEmpty(names(dirs.stateFolders().getFirst()));
    }

    @Test
    void homeWithoutLocksStarts() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no directory");
        assertEquals(ClaimResult.FIRST, claim(file.resolve("forecourt")));
        Files.createDirectories(home().resolve("lock"));
        assertEquals(ClaimResult.FIRST, claim(home()));
    }

    @Tag("proof")
    @Test
    void startsWithoutSocket() throws Exception {
        Files.createDirectories(home().resolve("instance/full"));
        first();
        assertEquals(UNANSWERED, claim(program(300), home()));
        assertTrue(Files.isDirectory(home().resolve("instance/full")));
    }

    private static ClaimResult claim(Path home) {
        try (SingleInstance instance = SingleInstance.claim(new AppDirs(home), Duration.ofMillis(300))) {
            return instance.result();
        }
    }
}
