package app.forecourt.photo.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.forecourt.testing.CleanupProcess;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server program of the computer, started for a test on a port of loopback and killed at its end. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final CleanupProcess cleanup;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        cleanup = new CleanupProcess("kill -9 $1", Long.toString(process.pid()));
    }

    /** Skips the test if a program is not installed. */
    static String installed(String program, String packageName) {
        SystemFeature.LOCAL_SERVERS.assume();
        Optional<Path> found = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), program + " is not installed: apt-get install " + packageName);
        return found.orElseThrow().toString();
    }

    /** Skips the test unless it runs as root, because it needs what only root may do. */
    static void assumeRoot(String reason) {
        assumeTrue("root".equals(System.getProperty("user.name")), "not root: " + reason);
    }

    /** Starts a server and waits until its port answers. */
    static ServerProcess start(Path log, int port, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var server = new ServerProcess(process);
        LongWait.until("the server", () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(List.of(command) + " ended: " + Files.readString(log));
            }
            return answers(port);
        });
        return server;
    }

    /** Runs a program to its end. */
    static void run(String input, String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(List.of(command) + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        cleanup.close();
        LongWait.untilEnded(process);
    }
}
