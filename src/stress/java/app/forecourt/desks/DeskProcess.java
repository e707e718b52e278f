package app.forecourt.desks;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.SignInOutcome;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.CountingServer;
import app.forecourt.http.HttpClients;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.JavaProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A desk with its home and its network, and the process that runs it now. */
final class DeskProcess implements AutoCloseable {
    final int number;
    final Path home;
    final FaultyProxy network;
    final Duration skew;
    private final Path state;
    private final CountingServer autochat;
    private final String database;
    private final DeskLog log;
    private final Random random;
    private final int pause;
    private @Nullable Process process;
    private @Nullable Thread reader;
    private volatile long togetherAt;
    private volatile String digest = "";
    private boolean isAsleep;
    int starts;

    DeskProcess(int number, Path root, Duration skew, FaultyProxy network, String database,
            CountingServer autochat, DeskLog log, long seed, int pause) throws IOException {
        this.number = number;
        this.home = Files.createDirectories(root.resolve("desk" + number));
        this.state = Files.createDirectories(root.resolve("state" + number));
        this.skew = skew;
        this.network = network;
        this.database = database;
        this.autochat = autochat;
        this.log = log;
        this.random = new Random(seed);
        this.pause = pause;
        signIn();
    }

    /** Stores a token, because AutoChat gives five an hour only. */
    private void signIn() throws IOException {
        var variables = Map.of("FORECOURT_CLIENT_ID", "client", "FORECOURT_CLIENT_SECRET", "s3cr3t");
        var properties = Map.of("forecourt.secrets", "file", "forecourt.staging.url", autochat.url(""),
                "forecourt.token.url", autochat.url("/oauth/token"));
        try (Preferences preferences = Preferences.open(home.resolve("preferences.json"),
                new SystemEnvironment(variables::get, properties::get), Runnable::run);
                Vault vault = new Vault(preferences, home.resolve("key").resolve("vault.key"));
                ProfileClients clients = new ProfileClients(preferences, vault, new HttpClients("desks"),
                        Clock.offset(Clock.systemUTC(), skew))) {
            vault.open();
            assertInstanceOf(SignInOutcome.SignedIn.class, clients.client(Profile.STAGING).signIn());
        }
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    boolean isAwake() {
        return isRunning() && !isAsleep;
    }

    /** @param mode {@code busy} or {@code last} */
    synchronized void start(String mode) throws IOException {
        join();
        starts++;
        togetherAt = 0;
        digest = "";
        List<String> options = new ArrayList<>(JavaProcess.BRIEF);
        options.addAll(List.of("-Xmx96m", "-Dforecourt.secrets=file",
                "-Dforecourt.staging.url=" + autochat.url(""),
                "-Dforecourt.token.url=" + autochat.url("/oauth/token")));
        var command = new ProcessBuilder(JavaProcess.inBackground(JavaProcess.command(options,
                DeskMain.class, home.toString(), state.toString(), "desk" + number,
                Long.toString(random.nextLong(Long.MAX_VALUE)), Long.toString(skew.toSeconds()),
                Integer.toString(network.port), database, Integer.toString(pause), mode)));
        command.environment().put("FORECOURT_CLIENT_ID", "client");
        command.environment().put("FORECOURT_CLIENT_SECRET", "s3cr3t");
        Process started = command
                .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile())).start();
        process = started;
        reader = Thread.startVirtualThread(() -> read(started));
    }

    private void read(Process started) {
        try (BufferedReader out = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("together ")) {
                    togetherAt = Long.parseLong(line.substring("together ".length()));
                } else if (line.startsWith("settled ") || line.startsWith("unsettled ")) {
                    digest = line;
                }
                log.add(number, line);
            }
        } catch (IOException killed) {
            // The pipe is closed.
        }
    }

    Path errors() {
        return home.resolveSibling("errors" + number + ".txt");
    }

    /** Sends a command. Does nothing if the process is gone. */
    synchronized void tell(String command) {
        try {
            if (isRunning()) {
                process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
                process.getOutputStream().flush();
            }
        } catch (IOException gone) {
            // It was killed meanwhile.
        }
    }

    /** Kills the process with SIGKILL, and waits until its output is read. */
    synchronized void kill() {
        if (process != null) {
            // Through its handle, because Process.destroyForcibly would discard the output still in the pipe.
            process.toHandle().destroyForcibly();
        }
        join();
    }

    private void join() {
        try {
            if (process != null) {
                process.waitFor();
            }
            if (reader != null) {
                reader.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        isAsleep = false;
    }

    /** Stops or continues the process, as the sleep of a computer does. */
    synchronized void sleep(boolean asleep) throws IOException {
        if (isRunning() && isAsleep != asleep) {
            isAsleep = asleep;
            new ProcessBuilder("kill", asleep ? "-STOP" : "-CONT", Long.toString(process.pid())).start();
        }
    }

    /** Asks for a sign that the desk has exchanged everything after now. */
    void askTogether() {
        togetherAt = 0;
        tell("together");
    }

    boolean isTogether() {
        return togetherAt > 0;
    }

    /** Returns the last line about the content of the journal, which a quiet desk prints. */
    String digest() {
        return digest;
    }

    /** Ends the desk in an orderly way. */
    synchronized void end() {
        tell("end");
        join();
    }

    /** Copies the home while no process runs. */
    void copyHome(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    // Into the file that is there, as a restored copy is.
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }

    /** Replaces the databases of the home by those of a copy. */
    void restore(Path copy) throws IOException {
        for (String file : List.of("journal.db", "shared.db")) {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Path source = copy.resolve(file + suffix);
                if (Files.exists(source)) {
                    Files.write(home.resolve(file + suffix), Files.readAllBytes(source));
                } else {
                    Files.deleteIfExists(home.resolve(file + suffix));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        network.close();
    }
}
