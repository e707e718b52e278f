package app.forecourt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.SingleInstance.ClaimResult;
import app.forecourt.journey.LaterStartMain;
import app.forecourt.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several starts of the program on one home, each in a process of its own. */
@Timeout(60)
class SingleInstanceTest {
    private static final String FIRST = ClaimResult.FIRST.name();
    private static final String HANDED_OVER = ClaimResult.HANDED_OVER.name();
    private static final String UNANSWERED = ClaimResult.UNANSWERED.name();
    private static final int LONG_TIMEOUT = 20_000;

    @TempDir
    private Path folder;
    private final List<Program> programs = new ArrayList<>();

    private record Program(Process process, BufferedReader output) {
        void claim(Path home) throws IOException {
            process.outputWriter().write(home + "\n");
            process.outputWriter().flush();
        }

        String nextLine() throws IOException {
            return output.readLine();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        }
    }

    private Program program(int timeoutMillis) throws IOException {
        Process process = new ProcessBuilder(
                JavaProcess.command(JavaProcess.BRIEF, LaterStartMain.class, String.valueOf(timeoutMillis)))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Program program = new Program(process, process.inputReader());
        programs.add(program);
        assertEquals("ready", program.nextLine());
        return program;
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Program program : programs) {
            program.kill();
        }
    }

    private Path home() {
        return folder.resolve("state").resolve("forecourt");
    }

    @Test
    void secondStartNotifiesFirst() throws Exception {
        Program first = program(LONG_TIMEOUT);
        Program second = program(LONG_TIMEOUT);
        first.claim(home());
        assertEquals(FIRST, first.nextLine());
        second.claim(home());
        assertEquals("again", first.nextLine());
        assertEquals(HANDED_OVER, second.nextLine());
        second.claim(home());
        assertEquals("again", first.nextLine());
        assertEquals(HANDED_OVER, second.nextLine());
        second.claim(folder.resolve("another"));
        assertEquals(FIRST, second.nextLine(), "each directory has its own");
    }

    @Test
    void portAndPasswordArePrivate() throws Exception {
        program(LONG_TIMEOUT).claim(home());
        assertEquals(FIRST, programs.getFirst().nextLine());
        AppDirs dirs = new AppDirs(home());
        assertEquals("rwx------", mode(dirs.home()));
        assertEquals("rw-------", mode(dirs.instance()));
        assertEquals("rw-------", mode(dirs.lock()));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void oneOfFourParallelStartsIsFirst() throws Exception {
        for (int number = 0; number < 4; number++) {
            program(LONG_TIMEOUT);
        }
        for (int round = 0; round < 25; round++) {
            Path home = folder.resolve("round" + round);
            for (Program program : programs) {
                program.claim(home);
            }
            List<String> results = new ArrayList<>();
            int notified = 0;
            for (Program program : programs) {
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
            Program first = programs.get(results.indexOf(FIRST));
            for (; notified < 3; notified++) {
                assertEquals("again", first.nextLine());
            }
        }
    }

    @Test
    void startAfterKillIsFirst() throws Exception {
        Program killed = program(LONG_TIMEOUT);
        killed.claim(home());
        assertEquals(FIRST, killed.nextLine());
        killed.kill();
        Path left = new AppDirs(home()).instance();
        String stale = Files.readString(left);
        Program next = program(LONG_TIMEOUT);
        next.claim(home());
        assertEquals(FIRST, next.nextLine());
        assertFalse(Files.readString(left).equals(stale));
        Program later = program(LONG_TIMEOUT);
        later.claim(home());
        assertEquals(HANDED_OVER, later.nextLine());
        assertEquals("again", next.nextLine());
    }

    @Test
    void startAfterEndIsFirst() throws Exception {
        SingleInstance ended = SingleInstance.claim(new AppDirs(home()), () -> {});
        assertEquals(ClaimResult.FIRST, ended.result());
        ended.close();
        assertFalse(Files.exists(new AppDirs(home()).instance()));
        Program next = program(LONG_TIMEOUT);
        next.claim(home());
        assertEquals(FIRST, next.nextLine());
    }

    @Test
    void hangingFirstInstanceTimesOut() throws Exception {
        Program first = program(LONG_TIMEOUT);
        first.claim(home());
        assertEquals(FIRST, first.nextLine());
        Program second = program(300);
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Files.writeString(new AppDirs(home()).instance(), silent.getLocalPort() + " password");
            second.claim(home());
            assertEquals(UNANSWERED, second.nextLine());
        }
        for (String nonsense : List.of("", "x", "99999 x", "-1 x", "\0 \0", "1 ")) {
            Files.writeString(new AppDirs(home()).instance(), nonsense);
            second.claim(home());
            assertEquals(UNANSWERED, second.nextLine(), nonsense);
        }
    }

    @Test
    void garbageOnThePortIsIgnored() throws Exception {
        Program first = program(LONG_TIMEOUT);
        first.claim(home());
        assertEquals(FIRST, first.nextLine());
        String[] address = Files.readString(new AppDirs(home()).instance()).split(" ");
        int port = Integer.parseInt(address[0]);
        String almost = address[1].substring(0, address[1].length() - 1);
        for (String garbage : List.of("", "x", almost + "#", "GET / HTTP/1.1\r\n\r\n", "x".repeat(1 << 20))) {
            assertEquals(0, answerTo(port, garbage), garbage.substring(0, Math.min(20, garbage.length())));
        }
        List<Socket> slow = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(almost.getBytes());
            slow.add(socket);
        }
        Program second = program(LONG_TIMEOUT);
        second.claim(home());
        assertEquals(HANDED_OVER, second.nextLine());
        assertEquals("again", first.nextLine(), "the first word since: nothing before told it");
        for (Socket socket : slow) {
            socket.close();
        }
    }

    /** Returns the number of bytes in the answer. */
    private static int answerTo(int port, String garbage) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(garbage.getBytes());
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes().length;
        } catch (SocketException hungUp) {
            return 0;
        }
    }

    @Test
    void homeWithoutLocksStarts() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no directory");
        assertEquals(ClaimResult.FIRST, claim(file.resolve("forecourt")));
        Files.createDirectories(home().resolve("lock"));
        assertEquals(ClaimResult.FIRST, claim(home()));
    }

    @Test
    void unwritablePortFileStillStarts() throws Exception {
        Files.createDirectories(home().resolve("instance").resolve("full"));
        Program first = program(LONG_TIMEOUT);
        first.claim(home());
        assertEquals(FIRST, first.nextLine());
        Program second = program(300);
        second.claim(home());
        assertEquals(UNANSWERED, second.nextLine());
    }

    private static ClaimResult claim(Path home) {
        try (SingleInstance instance = SingleInstance.claim(new AppDirs(home), () -> {},
                Duration.ofMillis(300))) {
            return instance.result();
        }
    }
}
