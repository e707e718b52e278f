package app.forecourt.testing;

import app.forecourt.connection.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.journal.Journal;
import app.forecourt.secret.MemoryKeyStorage;
import app.forecourt.secret.Redaction;
import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A temporary home directory with the program's preferences, vault, clients and journal. Each part is opened at its
 * first use. After the test, the parts are closed in reverse order, and the directory is deleted.
 */
public final class TestHome implements AfterEachCallback, AutoCloseable {
    /** The environment variables with which the program was started. */
    public final Map<String, String> variables = new ConcurrentHashMap<>();
    /** The system properties with which the program was started. */
    public final Map<String, String> properties = new ConcurrentHashMap<>();
    /** The system's keychain, which outlives the program. */
    public final MemoryKeyStorage keychain = new MemoryKeyStorage();

    public final SystemEnvironment environment = new SystemEnvironment(variables::get, properties::get);
    /** What the vault hides in the log. Set it before the vault's first use. */
    public Redaction redaction = new Redaction();

    private final Clock clock;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    /** The directory to delete after the test. */
    private @Nullable Path created;

    private @Nullable Path directory;
    private @Nullable Preferences preferences;
    private @Nullable Vault vault;
    private @Nullable ProfileClients clients;
    private @Nullable Journal journal;

    public TestHome() {
        this(Clock.systemUTC());
    }

    public TestHome(Clock clock) {
        this.clock = clock;
    }

    /** Uses a directory that the test creates and deletes. */
    public TestHome(Path directory, Clock clock) {
        this(clock);
        this.directory = directory;
    }

    /** Returns the directory. */
    public Path path() {
        if (directory == null) {
            try {
                created = Files.createTempDirectory("home");
                directory = created;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return directory;
    }

    /** Moves to another directory, for example on another disk. The parts are opened there again. */
    public void moveTo(Path other) {
        close();
        directory = other;
    }

    /** Returns a file in the directory. */
    public Path resolve(String name) {
        return path().resolve(name);
    }

    /** Writes the file of the preferences before they are opened. */
    public TestHome write(String json) throws IOException {
        Files.writeString(preferencesFile(), json);
        return this;
    }

    public Path preferencesFile() {
        return resolve("preferences.json");
    }

    public Preferences preferences() {
        if (preferences == null) {
            preferences = Preferences.open(preferencesFile(), environment, Runnable::run);
            opened.push(preferences);
        }
        return preferences;
    }

    public Vault vault() {
        if (vault == null) {
            vault = keychain.openVault(preferences(), resolve("key").resolve("vault.key"), redaction);
            opened.push(vault);
        }
        return vault;
    }

    public ProfileClients clients() {
        return clients(new HttpClients("test"));
    }

    /** Returns the clients of the profiles. They use the given HTTP clients from their first use on. */
    public ProfileClients clients(HttpClients http) {
        if (clients == null) {
            clients = new ProfileClients(preferences(), vault(), http, clock);
            opened.push(clients);
        }
        return clients;
    }

    /** Returns the journal, which the caller opens. */
    public Journal journal() {
        if (journal == null) {
            journal = new Journal(journalFile(), resolve("copies"), List.of(), clock);
            opened.push(journal);
        }
        return journal;
    }

    public Path journalFile() {
        return resolve("journal.db");
    }

    /** Closes all parts, as at the end of the program. The next use opens them again. */
    @Override
    public void close() {
        preferences = null;
        vault = null;
        clients = null;
        journal = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        close();
        if (created != null) {
            try (Stream<Path> files = Files.walk(created)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
