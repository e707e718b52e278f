package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TypedCars;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fixture of the journal's tests: a journal in a folder of its own that a test may open repeatedly, and its rows.
 */
public abstract class JournalFixture {
    public static final SendOutcome ACCEPTED =
            new SendOutcome.Accepted(new Answer(201, "application/json", "{\"id\":\"7\"}"), Optional.of("7"));
    public static final SendOutcome UNKNOWN = new SendOutcome.Unknown(FailureCause.TIMEOUT, Optional.empty());

    public final SettableClock clock = new SettableClock();
    private final List<Journal> opened = new ArrayList<>();

    @TempDir
    public Path home;

    /** Returns a file in a folder that does not exist yet. Its name has characters with a meaning in URIs. */
    public Path file() {
        return home.resolve("for court #1 ?mode=ro&50%25 é").resolve("journal.db");
    }

    /** Returns the file without a send log, and without a wait for other programs. */
    JournalFile journalFile() {
        return new JournalFile(
                file(),
                new JournalBackups(backups()),
                new SubmissionRecovery(file(), new SendLog(List.of(), clock), ""),
                Duration.ZERO);
    }

    public Path backups() {
        return file().resolveSibling("copies");
    }

    public Journal open() {
        return open(file());
    }

    public Journal open(Path file) {
        Journal journal = new Journal(file, backups(), List.of(), clock);
        opened.add(journal);
        return journal;
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Journal::close);
    }

    /** Writes the whole journal as one file, which a backup or another home may have. */
    public static void copy(Journal journal, Path copy) {
        journal.syncRecords().read(database -> database.update("VACUUM INTO ?", copy.toString()));
    }

    public void tick() {
        clock.advance(Duration.ofSeconds(1));
    }

    public static CarDraft draft(String brand, String plate) {
        return CarDraft.of(Map.of(CarField.BRAND, brand, CarField.LICENSE_PLATE, plate), List.of("tempomat"));
    }

    public UUID saveCar(Journal journal, CarDraft draft) {
        UUID car = UUID.randomUUID();
        TypedCars.save(journal, car, draft, Set.of());
        return car;
    }

    /** Creates a submission of a car that shares no key with others. */
    public Submission submission(UUID car) {
        return submission(car, Profile.STAGING, "{\"brand\":\"bmw\"}");
    }

    public Submission submission(UUID car, Profile profile, String payload) {
        return Submission.of(
                car, profile, "https://staging.autochat.ai", draft("bmw", "XD-99-13"), payload, clock.instant());
    }

    /** Enqueues a submission that no duplicate prevents. */
    public static Submission enqueue(Journal journal, Submission submission, UUID... seen) {
        return assertInstanceOf(
                        EnqueueResult.Enqueued.class,
                        journal.note(submission, submission.draft(), Set.of(), Set.of(seen)))
                .submission();
    }

    /** Returns a car's row of the stock list. */
    static Optional<StockRow> row(Journal journal, UUID car) {
        return journal.stock().stream().filter(row -> row.id().equals(car)).findFirst();
    }

    /** Enqueues a submission and saves it with an outcome. */
    public Submission complete(Journal journal, Submission submission, SendOutcome outcome, UUID... seen) {
        Submission ended =
                enqueue(journal, submission, seen).asSending(clock.instant()).withOutcome(clock.instant(), outcome);
        journal.update(ended);
        return ended;
    }

    public static Submission onlySubmission(Journal journal, UUID car) {
        List<Submission> attempts = journal.car(car).orElseThrow().submissions();
        if (attempts.size() != 1) {
            throw new AssertionError(attempts);
        }
        return attempts.getFirst();
    }
}
