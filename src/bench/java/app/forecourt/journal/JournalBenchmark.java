package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.CarTable;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.SubmissionTable;
import app.forecourt.settings.Profile;
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

/** What the journal costs a desk with that many cars, every second of which was sent; on the disk of the temporary files. */
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

    @Setup
    public void fill() throws IOException, SQLException {
        home = Files.createTempDirectory("journal-bench");
        try (Journal empty = journal()) {
            empty.open();
        }
        try (Database database = Database.open(home.resolve("journal.db"))) {
            // Together: on its own each car would wait for the disk.
            database.inTransaction(all -> {
                for (int number = 0; number < cars; number++) {
                    add(all, number);
                }
                return cars;
            });
        }
        journal = journal();
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
            Submission attempt = Submission.of(open, Profile.STAGING, "https://staging.autochat.ai", draft,
                    "{\"vin\":\"WVWZZZ" + number + "\",\"brand\":\"volkswagen\"}", now);
            SubmissionTable.add(database, attempt);
            SubmissionTable.update(database, attempt.leaving(now));
        }
    }

    private static CarDraft draft(int number) {
        var texts = new EnumMap<CarField, String>(CarField.class);
        texts.putAll(Map.of(CarField.BRAND, "Volkswagen", CarField.MODEL,
                MODELS.get(number % MODELS.size()) + " " + number, CarField.LICENSE_PLATE,
                "XF-" + number + "-F",
                CarField.VIN, "WVWZZZ" + number, CarField.INTERNAL_ID, "SEB-" + number,
                CarField.DEALERSHIP_ID, "dealer", CarField.DESCRIPTION, "A nice car. ".repeat(80),
                CarField.SALES_PRICE, "15.944,63"));
        return CarDraft.of(texts, List.of("power_steering", "passenger_airbag", "tempomat"));
    }

    private Journal journal() {
        return new Journal(home.resolve("journal.db"), home.resolve("copies"), Clock.systemUTC());
    }

    /** A letter more was typed. */
    @Benchmark
    public void save() {
        journal.save(open, draft.with(CarField.VERSION, "GTI " + keystroke++ % 1000), Set.of());
    }

    /** What the window waits for: the file is opened and the newest cars are read. */
    @Benchmark
    public int first() {
        try (Journal other = journal()) {
            other.open();
            return other.newest(200).size();
        }
    }

    /** The file is opened and the whole stock list read. */
    @Benchmark
    public int open() {
        try (Journal other = journal()) {
            other.open();
            return other.stock().size();
        }
    }

    /** What is done beside the work afterwards: the file is opened and all of it looked through. */
    @Benchmark
    public JournalState check() {
        try (Journal other = journal()) {
            return other.check();
        }
    }

    /** The stock list read again. */
    @Benchmark
    public int stock() {
        return journal.stock().size();
    }

    /** A letter more was typed into the search. */
    @Benchmark
    public List<StockRow> search() {
        return search("golf 1");
    }

    private List<StockRow> search(String typed) {
        return rows.stream().filter(row -> row.texts().values().stream()
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(typed))).toList();
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
