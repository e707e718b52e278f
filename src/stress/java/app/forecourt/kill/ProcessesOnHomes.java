package app.forecourt.kill;

import app.forecourt.http.CountingServer;
import app.forecourt.http.CountingServer.Reaction;
import app.forecourt.http.CountingServer.Reset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Real processes on several homes of one computer, with a server that counts the posted cars. */
public final class ProcessesOnHomes implements AutoCloseable {
    private final CountingServer staging = new CountingServer(_ -> new Reaction(Reset.NEVER, 201, Duration.ZERO));
    private final Path root;

    /** @param root the directory for homes and state */
    ProcessesOnHomes(Path root) throws IOException {
        this.root = root;
    }

    /** Creates a home with a stored token. */
    Path createHome(String name) throws IOException {
        return KilledHome.signIn(root.resolve(name), staging, staging, Clock.systemUTC());
    }

    Path state() {
        return root.resolve("state");
    }

    int postCount(String number) {
        return staging.posts().getOrDefault(number, 0);
    }

    /** Starts the program on a home, lets it end, and returns what it printed. */
    List<String> run(Path home, Object... numbers) throws IOException {
        return SenderMain.start(home, state(), numbers).end();
    }

    /** Starts the program with one car that can't be sent, which ends as if killed when the car waits. */
    void killWaiting(Path home, String number) throws IOException {
        staging.refuse();
        SenderMain.start(home, state(), SenderMain.ENDS_WAITING, number).join();
        staging.accept();
    }

    @Override
    public void close() throws IOException {
        staging.close();
    }
}
