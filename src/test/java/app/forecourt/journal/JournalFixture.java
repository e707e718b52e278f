package app.forecourt.journal;

import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.settings.Profile.STAGING;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Accepted;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SendOutcome.Unknown;
import app.forecourt.car.CarDraft;
import app.forecourt.file.PrivateFile;
import app.forecourt.history.CarHistory;
import app.forecourt.history.HistoryStep;
import app.forecourt.history.StoredHistory;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.settings.Profile;
import app.forecourt.stock.DuplicateSubmission;
import app.forecourt.stock.EarlierPrices;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TypedCars;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fixture of the journal's tests: a journal in a folder of its own that a test may open repeatedly, and its rows.
 */
public abstract class JournalFixture {
    public static final SendOutcome ACCEPTED =
            new Accepted(new Answer(201, "application/json", "{\"id\":\"7\"}"), Optional.of("7"));
    public static final SendOutcome UNKNOWN = new Unknown(TIMEOUT, Optional.empty());

    /** The size of a page in bytes. */
    public static final int PAGE = 4096;

    public final SettableClock clock = new SettableClock();
    private final List<Journal> opened = new ArrayList<>();

    @TempDir
    public Path home;

    /** The journal of this run of the program, which its first use opens. */
    public Journal journal;

    @BeforeEach
    void createJournal() {
        journal = open();
    }

    /** Returns a file in a folder that does not exist yet. Its name has characters with a meaning in URIs. */
    public Path file() {
        String mark = SystemFeature.UNIX_FILES.isPresent() ? "?" : "&";
        return home.resolve("for court #1 " + mark + "mode=ro&50%25 é/journal.db");
    }

    /** Returns the file without a send log, and without a wait for other programs. */
    JournalFile journalFile() {
        return new JournalFile(
                file(),
                new JournalBackups(backups()),
                new SubmissionRecovery(file(), new SendLog(List.of(), clock), new JournalFileFingerprinter()),
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

    /** Opens the journal of another home. */
    public Journal openOther() {
        return open(home.resolve("other/journal.db"));
    }

    @AfterEach
    void closeAll() {
        opened.forEach(Journal::close);
    }

    /** Does something in an earlier run of the program. */
    public <T> T before(Function<Journal, T> work) {
        try (Journal journal = open()) {
            return work.apply(journal);
        }
    }

    /** Returns a copy of the whole journal as one file, which a backup or another home may have. */
    public Path copyOf(Journal journal) {
        Path copy = home.resolve(UUID.randomUUID() + ".db");
        copy(journal, copy);
        return copy;
    }

    public static void copy(Journal journal, Path copy) {
        journal.syncAccess().read(database -> database.update("VACUUM INTO ?", copy.toString()));
    }

    public Instant now() {
        return clock.instant();
    }

    public void tick() {
        clock.advanceSeconds(1);
    }

    /** Changes rows of the file, as no journal does. */
    public void update(String sql, Object... parameters) throws SQLException {
        try (Database database = Database.open(file())) {
            database.update("PRAGMA foreign_keys = OFF");
            assertNotEquals(0, database.update(sql, parameters));
        }
    }

    /** Changes a file as other programs do. */
    public static void execute(Path file, String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + Database.uri(file));
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    public int count(String table) throws SQLException {
        try (Database database = Database.open(file())) {
            return database.queryFirst("SELECT count(*) FROM " + table, row -> row.getInt(1))
                    .orElseThrow();
        }
    }

    public static CarDraft draft(String brand, String plate) {
        return new CarDraft(Map.of(BRAND, brand, LICENSE_PLATE, plate), List.of("tempomat"));
    }

    public UUID saveCar() {
        return saveCar(journal);
    }

    public UUID saveCar(CarDraft draft) {
        return saveCar(journal, draft);
    }

    public UUID saveCar(Journal journal) {
        return saveCar(journal, draft("bmw", "1"));
    }

    public UUID saveCar(Journal journal, CarDraft draft) {
        UUID car = UUID.randomUUID();
        save(journal, car, draft);
        return car;
    }

    public EarlierPrices save(UUID car, CarDraft draft) {
        return save(journal, car, draft);
    }

    public static EarlierPrices save(Journal journal, UUID car, CarDraft draft) {
        return TypedCars.save(journal, car, draft, Set.of());
    }

    public void mark(UUID car, StockMark mark) {
        journal.setMark(car, mark, Optional.of(now()));
    }

    /** Returns the steps of a car's history, the newest first. */
    public static List<HistoryStep> history(Journal journal, UUID car) {
        return steps(journal.history(car).orElseThrow());
    }

    public static List<HistoryStep> steps(StoredHistory history) {
        return CarHistory.of(history, CarDraft::equals, draft -> draft).newestFirst();
    }

    public static StoredCar stored(Journal journal, UUID car) {
        return journal.car(car).orElseThrow();
    }

    public static CarDraft draft(Journal journal, UUID car) {
        return stored(journal, car).draft();
    }

    /** Returns the ids of the cars in the order of the stock list. */
    public static List<UUID> ids(Journal journal) {
        return journal.stock().stream().map(StockRow::id).toList();
    }

    public static Set<UUID> cars(Journal journal) {
        return Set.copyOf(ids(journal));
    }

    /** Deletes a folder with all files. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Writes a journal of many cars, each with a waiting submission of 1.4 kB. */
    public void writeLarge(Path file, int cars) throws IOException, SQLException {
        PrivateFile.createFolder(file.resolveSibling(""));
        try (Database database = Database.open(file)) {
            database.migrate();
            database.inTransaction(transaction -> {
                for (int car = 0; car < cars; car++) {
                    SubmissionTable.saveInTransaction(
                            transaction,
                            submission("{\"description\":\"%s\"}".formatted("Well kept. ".repeat(125))),
                            now());
                }
                return cars;
            });
        }
    }

    /** Copies a closed journal as its last backup. */
    void writeBackup(Path file) throws IOException {
        PrivateFile.createFolder(backups());
        Files.copy(file, backups().resolve("recent-1.db"));
    }

    /** Sends forty cars in an earlier run of the program. */
    void sendFortyCars() {
        before(journal -> Stream.generate(() -> sendCar(journal)).limit(40).toList());
    }

    /** Overwrites the bytes of a file from one position to another. */
    public static void overwrite(Path file, long start, long end) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(start);
            bytes.write(new byte[(int) (end - start)]);
        }
    }

    /** Overwrites the first page of a table or index. */
    public static void overwriteRoot(Path file, String name) throws IOException, SQLException {
        long root;
        try (Database database = Database.openReadOnly(file)) {
            root = database.queryFirst("SELECT rootpage FROM sqlite_schema WHERE name = ?", row -> row.getLong(1), name)
                    .orElseThrow();
        }
        overwrite(file, (root - 1) * PAGE, root * PAGE);
    }

    public static Set<String> fileNames(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(toSet());
        }
    }

    /** Returns the state of a sound journal. */
    public static JournalOpenState sound() {
        return JournalOpenState.of(JournalOpenState.Kind.SOUND);
    }

    public Submission submission() {
        return submission(UUID.randomUUID());
    }

    /** Creates a submission of a car that shares no key with others. */
    public Submission submission(UUID car) {
        return submission(car, STAGING, "{\"brand\":\"bmw\"}");
    }

    /** Creates a submission of another car. */
    public Submission submission(String payload) {
        return submission(UUID.randomUUID(), STAGING, payload);
    }

    public Submission submission(UUID car, Profile profile, String payload) {
        return Submission.of(car, profile, "https://staging.autochat.ai", draft("bmw", "XD-99-13"), payload, now());
    }

    /** Enqueues a submission after a warning of nothing. */
    public static EnqueueResult note(Journal journal, Submission submission) {
        return journal.note(submission, submission.draft(), Set.of(), Set.of());
    }

    /** Asserts that a submission is a duplicate of others, and returns these. */
    public static List<DuplicateSubmission> duplicates(Journal journal, Submission submission) {
        return assertInstanceOf(EnqueueResult.AlreadyThere.class, note(journal, submission))
                .duplicates();
    }

    public Submission enqueue(Submission submission, UUID... seen) {
        return enqueue(journal, submission, seen);
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

    static StockRow listed(Journal journal, UUID car) {
        return row(journal, car).orElseThrow();
    }

    public Submission complete(Submission submission, SendOutcome outcome, UUID... seen) {
        return complete(journal, submission, outcome, seen);
    }

    /** Enqueues a submission of a car, which AutoChat accepts. */
    public Submission accept(UUID car, UUID... seen) {
        return complete(submission(car), ACCEPTED, seen);
    }

    /** Sends a new car. */
    public Submission sendCar(Journal journal) {
        return complete(journal, submission(), ACCEPTED);
    }

    /** Enqueues a submission and saves it with an outcome. */
    public Submission complete(Journal journal, Submission submission, SendOutcome outcome, UUID... seen) {
        Submission ended = enqueue(journal, submission, seen).asSending(now()).withOutcome(now(), outcome);
        journal.update(ended);
        return ended;
    }

    static void assertSound(Journal journal) {
        assertEquals(sound(), journal.check());
    }

    /** Asserts the number of cars in the stock list. */
    static void assertCount(int expected, Journal journal) {
        assertEquals(expected, journal.stock().size());
    }

    public static void assertState(SubmissionState expected, Journal journal, Submission submission) {
        assertEquals(expected, onlySubmission(journal, submission.car()).state());
    }

    public static Submission onlySubmission(Journal journal, UUID car) {
        List<Submission> attempts = stored(journal, car).submissions();
        if (attempts.size() != 1) {
            throw new AssertionError(attempts);
        }
        return attempts.getFirst();
    }
}
