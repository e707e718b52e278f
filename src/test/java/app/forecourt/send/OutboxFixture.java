package app.forecourt.send;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.FakeAutochat;
import app.forecourt.autochat.json.CarJsonWriter;
import app.forecourt.car.CarDraft;
import app.forecourt.car.SampleCars;
import app.forecourt.connection.ProfileClients;
import app.forecourt.http.HttpClients;
import app.forecourt.http.ShortTimeouts;
import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.Journal;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TestHome;
import java.net.InetAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The fixture and base class of the outbox's tests: a desk without a window, with real files and a server on the
 * loopback address.
 */
public class OutboxFixture implements AutoCloseable {
    /** A network that refuses connections, because the server listens on one address only. */
    public static final Dns REFUSING = host -> List.of(InetAddress.ofLiteral("::1"));

    public static final Dns HERE = host -> List.of(InetAddress.ofLiteral("127.0.0.1"));

    public final FakeAutochat autochat = new FakeAutochat(InetAddress.ofLiteral("127.0.0.1"));
    public final SettableClock clock = new SettableClock();
    /** The system properties with which this desk was started. */
    public final Map<String, String> properties;
    /** The exceptions that no code of the outbox has caught. */
    public final BlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();

    public volatile Dns network = HERE;

    public UnaryOperator<OkHttpClient.Builder> base = builder -> builder;
    RetryPolicy backoff = new RetryPolicy(List.of(Duration.ofMillis(2)), 10, Duration.ofHours(24));
    public SubmissionClaims claims = SubmissionClaims.NOT_SHARED;
    volatile Consumer<Submission> listener = submission -> {};

    @RegisterExtension
    final TestHome home;

    private final List<Submission> told = new ArrayList<>();
    public ProfileClients clients;
    public Journal journal;
    public Outbox outbox;

    /** Uses a directory that is deleted after the test. */
    public OutboxFixture() {
        this(Optional.empty());
    }

    /** Uses a directory that the test creates and deletes. */
    public OutboxFixture(Path home) {
        this(Optional.of(home));
    }

    private OutboxFixture(Optional<Path> directory) {
        home = directory.map(path -> new TestHome(path, clock)).orElseGet(() -> new TestHome(clock));
        properties = home.properties;
        home.variables.putAll(Map.of("FORECOURT_CLIENT_ID", "client", "FORECOURT_CLIENT_SECRET", "s3cr3t"));
        // A host name, so that the network of the test resolves it.
        properties.put("forecourt.staging.url", "http://localhost:" + autochat.server.getPort());
        properties.put("forecourt.production.url", autochat.url(""));
        properties.put("forecourt.token.url", autochat.url("/oauth/token"));
    }

    /** Sets a constant pause between two tries. */
    public final OutboxFixture withPause(Duration pause) {
        backoff = new RetryPolicy(List.of(pause), 10, Duration.ofHours(24));
        return this;
    }

    /** Starts the program. */
    public final OutboxFixture open() {
        clients = home.clients(new HttpClients(
                "test", ShortTimeouts.LONG, builder -> base.apply(builder.dns(host -> network.lookup(host)))));
        journal = home.journal();
        outbox = new Outbox(journal, clients, claims, this::work, clock, backoff, this::tell);
        outbox.start();
        return this;
    }

    /** Ends the program in an orderly way. */
    public final void stop() {
        outbox.close();
        home.close();
    }

    /** Ends the program and starts it again. */
    public final void restart() {
        stop();
        open();
    }

    private void work(Runnable task) {
        Thread.ofVirtual()
                .uncaughtExceptionHandler((thread, bug) -> bugs.add(bug))
                .start(task);
    }

    private void tell(Submission submission) {
        synchronized (told) {
            told.add(submission);
        }
        listener.accept(submission);
    }

    Path file() {
        return home.journalFile();
    }

    /** Creates a submission of a new car with a stock number. */
    public final Submission submission(Profile profile, String number) {
        return submission(UUID.randomUUID(), profile, number);
    }

    /** Creates a submission of a car with a stock number. */
    public final Submission submission(UUID car, Profile profile, String number) {
        String payload = new CarJsonWriter().toJson(SampleCars.of(Map.of(INTERNAL_ID, number)));
        return Submission.of(
                car,
                profile,
                clients.address(profile),
                new CarDraft(Map.of(INTERNAL_ID, number), List.of()),
                payload,
                clock.instant());
    }

    /** Sends a new car, as the send button does. */
    public final Submission send(Profile profile, String number) {
        return queued(request(submission(profile, number)));
    }

    public final Submission send(String number) {
        return send(STAGING, number);
    }

    EnqueueResult request(Submission submission) {
        return outbox.send(submission, submission.draft(), Set.of(), Set.of());
    }

    static Submission queued(EnqueueResult asked) {
        if (asked instanceof EnqueueResult.Enqueued(Submission submission)) {
            return submission;
        }
        throw new AssertionError("it does not go: " + asked);
    }

    /** Waits until the outbox reports the state for a submission. */
    public final Submission await(Submission submission, SubmissionState state) {
        LongWait.until(state.toString(), () -> reported(submission, state).isPresent());
        return reported(submission, state).orElseThrow();
    }

    private Optional<Submission> reported(Submission submission, SubmissionState state) {
        synchronized (told) {
            return told.stream()
                    .filter(further -> further.id().equals(submission.id()) && further.state() == state)
                    .findFirst();
        }
    }

    /** Returns the reported states of a submission, in their order. */
    public final List<SubmissionState> reportedStates(Submission submission) {
        synchronized (told) {
            return told.stream()
                    .filter(further -> further.id().equals(submission.id()))
                    .map(Submission::state)
                    .toList();
        }
    }

    /** Returns a submission as the program reads it from the journal. */
    public final Submission storedSubmission(Submission submission) {
        return journal.car(submission.car()).orElseThrow().submissions().stream()
                .filter(noted -> noted.id().equals(submission.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a submission's state in the file, read with a separate connection. */
    String stateOnDisk(Submission submission) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                var statement = other.prepareStatement("SELECT state FROM attempt WHERE id = ?")) {
            statement.setString(1, submission.id().toString());
            var row = statement.executeQuery();
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    /** Returns the number of POSTs with a stock number that the server has read. */
    public final long postCount(String number) {
        return postedNumbers().stream().filter(number::equals).count();
    }

    /** Returns the stock numbers that were posted, in the server's order. */
    public final List<String> postedNumbers() {
        return autochat.requestsTo("POST", "/api/cars").stream()
                .map(request -> Objects.requireNonNull(request.getBody())
                        .utf8()
                        .replaceFirst("(?s).*\"internalId\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    /** Asserts the stock numbers that were posted, in the server's order. */
    final void assertPosted(String... numbers) {
        assertEquals(List.of(numbers), postedNumbers());
    }

    @AfterEach
    @Override
    public final void close() {
        if (outbox != null) {
            stop();
        }
        autochat.close();
    }
}
