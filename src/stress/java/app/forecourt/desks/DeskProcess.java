package app.forecourt.desks;

import app.forecourt.http.CountingServer;
import app.forecourt.journal.Journal;
import app.forecourt.kill.KilledHome;
import app.forecourt.sharing.server.KillableStock;
import app.forecourt.testing.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A desk with its home and its network, and the process that runs it now. */
final class DeskProcess implements AutoCloseable {
    private static final List<Duration> SKEWS = List.of(
            Duration.ZERO, Duration.ofHours(1), Duration.ofDays(-365), Duration.ofHours(-1), Duration.ofDays(365));

    final int number;
    final Path home;
    final FaultyProxy network;
    final Duration skew;
    private final Path state;
    private final String database;
    private final DeskLog log;
    private final Random random;
    private final int pause;
    private @Nullable StartedProgram program;
    private volatile boolean isTogether;
    private volatile String digest = "";
    private boolean isAsleep;
    int starts;

    DeskProcess(int number, Path root, KillableStock stock, CountingServer autochat, DeskLog log, long seed, int pause)
            throws IOException {
        this.number = number;
        this.state = Files.createDirectories(root.resolve("state" + number));
        this.skew = SKEWS.get(number % SKEWS.size());
        this.network = new FaultyProxy(stock.port());
        this.database = stock.name();
        this.log = log;
        this.random = new Random(seed);
        this.pause = pause;
        this.home = KilledHome.signIn(root.resolve("desk" + number), autochat, autochat, clock());
    }

    private Clock clock() {
        return Clock.offset(Clock.systemUTC(), skew);
    }

    synchronized boolean isRunning() {
        return program != null && program.isRunning();
    }

    boolean isAwake() {
        return isRunning() && !isAsleep;
    }

    /** @param mode {@code busy} or {@code last} */
    synchronized void start(String mode) throws IOException {
        join();
        starts++;
        isTogether = false;
        digest = "";
        program = StartedProgram.start(
                errors(),
                this::read,
                List.of("-Xmx96m"),
                DeskMain.class,
                home,
                state,
                "desk" + number,
                random.nextLong(Long.MAX_VALUE),
                skew.toSeconds(),
                network.port(),
                database,
                pause,
                mode);
    }

    private void read(String line) {
        if (line.equals("together")) {
            isTogether = true;
        } else if (line.startsWith("settled ") || line.startsWith("unsettled ")) {
            digest = line;
        }
        log.add(number, line);
    }

    Path errors() {
        return home.resolveSibling("errors" + number + ".txt");
    }

    /** Sends a command. Does nothing if the process is gone. */
    synchronized void tell(String command) {
        if (program != null) {
            program.tell(command);
        }
    }

    /** Kills the process with SIGKILL, and waits until its output is read. */
    synchronized void kill() {
        if (program != null) {
            program.kill();
        }
        isAsleep = false;
    }

    private void join() {
        if (program != null) {
            program.join();
        }
        isAsleep = false;
    }

    /** Stops or continues the process, as the sleep of a computer does. */
    synchronized void sleep(boolean asleep) throws IOException {
        if (isRunning() && isAsleep != asleep) {
            isAsleep = asleep;
            new ProcessBuilder("kill", asleep ? "-STOP" : "-CONT", Long.toString(program.pid())).start();
        }
    }

    /** Asks for a sign that the desk has synced everything after now. */
    void askTogether() {
        isTogether = false;
        tell("together");
    }

    boolean isTogether() {
        return isTogether;
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

    /** Opens the journal of a desk that has ended. */
    Journal openJournal() {
        return new Journal(home.resolve("journal.db"), home.resolve("copies"), List.of(), clock());
    }

    @Override
    public void close() throws IOException {
        kill();
        network.close();
    }
}
