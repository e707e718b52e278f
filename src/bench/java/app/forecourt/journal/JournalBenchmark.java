package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.settings.Profile;
import app.forecourt.stock.CarContent;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A benchmark of the journal with a number of cars on the disk of the temporary files. Half of the cars were sent. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class JournalBenchmark {
    private static final List<String> MODELS = List.of("Golf", "Polo", "Passat", "Tiguan", "Up");

    @Param({"20", "200", "20000"})
    public int cars;

    private Path home;
    private Journal journal;
    private List<StockRow> rows;
    private UUID open;
    private CarDraft draft;
    private int keystroke;
    private CarContent typed;
    private Optional<Long> revision = Optional.empty();

    @Setup
    public void fill() throws IOException, SQLException {
        home = Files.createTempDirectory("journal-bench");
        try (Journal empty = journal()) {
            empty.open();
        }
        try (Database database = Database.open(home.resolve("journal.db"))) {
            // One transaction, because each car would wait for the disk otherwise.
            database.inTransaction(transaction -> {
                for (int number = 0; number < cars; number++) {
                    add(transaction, number);
                }
                return cars;
            });
        }
        journal = journal();
        typed = new CarContent(draft, Set.of(), "");
        rows = journal.stock();
        if (rows.size() != cars || search("golf 1").isEmpty()) {
            throw new IllegalStateException("not filled");
        }
    }

    private void add(Database database, int number) throws SQLException {
        Instant now = Instant.now();
        open = UUID.randomUUID();
        draft = draft(number);
        CarTable.save(database, open, draft, Set.of(), now);
        if (number % 2 == 0) {
            Submission submission = Submission.of(
                    open,
                    Profile.STAGING,
                    "https://staging.autochat.ai",
                    draft,
                    "{\"vin\":\"WVWZZZ" + number + "\",\"brand\":\"volkswagen\"}",
                    now);
            SubmissionTable.add(database, submission);
            SubmissionTable.update(database, submission.asSending(now));
        }
    }

    private static CarDraft draft(int number) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        texts.putAll(Map.of(
                CarField.BRAND,
                "Volkswagen",
                CarField.MODEL,
                MODELS.get(number % MODELS.size()) + " " + number,
                CarField.LICENSE_PLATE,
                "XF-" + number + "-F",
                CarField.VIN,
                "WVWZZZ" + number,
                CarField.INTERNAL_ID,
                "SEB-" + number,
                CarField.DEALERSHIP_ID,
                "dealer",
                CarField.DESCRIPTION,
                "A nice car. ".repeat(80),
                CarField.SALES_PRICE,
                "15.944,63"));
        return CarDraft.of(texts, List.of("power_steering", "passenger_airbag", "tempomat"));
    }

    private Journal journal() {
        return new Journal(home.resolve("journal.db"), home.resolve("copies"), List.of(), Clock.systemUTC());
    }

    /** Measures saving a car after a key press, as the window does. */
    @Benchmark
    public Optional<Long> save() {
        CarContent next = new CarContent(draft.with(CarField.VERSION, "GTI " + keystroke++ % 1000), Set.of(), "");
        MergingCarWriter.Saved saved =
                journal.carWriter().save(open, new MergingCarWriter.Version(typed, next, revision));
        typed = next;
        revision = saved.revision();
        return revision;
    }

    /** Measures opening the file and reading the newest cars, for which the window waits. */
    @Benchmark
    public int first() {
        try (Journal other = journal()) {
            other.open();
            return other.newest(200).size();
        }
    }

    /** Measures opening the file and reading the whole stock list. */
    @Benchmark
    public int open() {
        try (Journal other = journal()) {
            other.open();
            return other.stock().size();
        }
    }

    /** Measures opening and checking the whole file, as done in the background after the start. */
    @Benchmark
    public JournalState check() {
        try (Journal other = journal()) {
            return other.check();
        }
    }

    /** Measures reading the stock list again. */
    @Benchmark
    public int stock() {
        return journal.stock().size();
    }

    /** Measures searching the stock list after a key press. */
    @Benchmark
    public List<StockRow> search() {
        return search("golf 1");
    }

    private List<StockRow> search(String typed) {
        return rows.stream()
                .filter(row -> row.texts().values().stream()
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(typed)))
                .toList();
    }

    @TearDown
    public void delete() throws IOException {
        journal.close();
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
