package app.forecourt.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Reaction;
import app.forecourt.http.CountingServer.Reset;
import app.forecourt.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Real processes on several homes of one computer, with a server that counts the posted cars. */
final class ProcessesOnHomes implements AutoCloseable {
    private final CountingServer staging = new CountingServer(
            _ -> new Reaction(Reset.NEVER, 201, Duration.ZERO));
    private final Path root;
    private int hoursAhead;

    /** @param root the directory for homes, state and output */
    ProcessesOnHomes(Path root) throws IOException {
        this.root = root;
    }

    /** Creates a home with a stored token. */
    Path createHome(String name) throws IOException {
        Path home = Files.createDirectories(root.resolve(name));
        SignedInHome.create(home, staging);
        return home;
    }

    Path state() {
        return root.resolve("state");
    }

    void advanceClock(int hours) {
        hoursAhead = hours;
    }

    int postCount(String number) {
        return staging.posts().getOrDefault(number, 0);
    }

    /** Starts the program on a home, lets it end, and returns what it printed. */
    List<String> run(Path home, String... numbers) throws IOException, InterruptedException {
        Process process = start(home, numbers);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = out.lines().toList();
            assertEquals(0, process.waitFor(), () -> lines + errors());
            return lines;
        }
    }

    /** Starts the program with one car that can't be sent, and kills the program when the car waits. */
    void killWaiting(Path home, String number) throws IOException, InterruptedException {
        staging.refuse();
        Process process = start(home, number);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = ""; !line.startsWith("came WAITING");) {
                line = out.readLine();
                if (line == null) {
                    throw new AssertionError("never waited: " + errors());
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        staging.accept();
    }

    private Process start(Path home, String... numbers) throws IOException {
        var options = new ArrayList<>(JavaProcess.BRIEF);
        options.addAll(List.of("-Dforecourt.secrets=file", "-Dforecourt.staging.url=" + staging.url(""),
                "-Dforecourt.token.url=" + staging.url("/oauth/token")));
        var arguments = new ArrayList<>(
                List.of(home.toString(), state().toString(), Integer.toString(hoursAhead)));
        arguments.addAll(List.of(numbers));
        var command = new ProcessBuilder(JavaProcess.inBackground(
                JavaProcess.command(options, SingleCarMain.class, arguments.toArray(String[]::new))));
        command.environment().put("FORECOURT_CLIENT_ID", "client");
        command.environment().put("FORECOURT_CLIENT_SECRET", "s3cr3t");
        return command.redirectError(root.resolve("errors.txt").toFile()).start();
    }

    private String errors() {
        try {
            return Files.readString(root.resolve("errors.txt"));
        } catch (IOException none) {
            return none.toString();
        }
    }

    /** Copies a home as {@code cp -r} does. The content of an existing file is overwritten in place. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (Files.exists(target)) {
                    Files.write(target, Files.readAllBytes(path));
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        staging.close();
    }
}
