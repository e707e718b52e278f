package app.forecourt.journal.salvage;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.journal.database.ColumnConverter;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DraftJson;
import app.forecourt.journal.database.DuplicateSubmissionFinder;
import app.forecourt.journal.database.HistoryTable;
import app.forecourt.journal.database.SubmissionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The salvage of a damaged journal. Every readable row is copied into another journal, submissions first, because the
 * duplicate guard needs them. The damaged file is only read. Submissions under way get an unknown outcome, as with
 * every merged journal.
 *
 * <p>The rows are read from the pages directly. SQLite itself reaches no row below a damaged page of a tree. It reaches
 * no row at all if the first page is damaged. A lost submission is rebuilt from the index of the stock list, a lost car
 * from its last submission. The index also shows which rows are missing.
 */
public final class JournalSalvage {
    private static final Logger LOG = Logger.getLogger(JournalSalvage.class.getName());
    private static final String CAR_INDEX = "car_in_stock";
    private static final String SUBMISSION_INDEX = "attempt_in_stock";
    /** The indexes that SQLite maintains for the ids. */
    private static final String CAR_IDS = "sqlite_autoindex_car_1";

    private static final String SUBMISSION_IDS = "sqlite_autoindex_attempt_1";
    private static final List<String> REBUILT = List.of(
            "id",
            "car",
            "profile",
            "address",
            "draft",
            "payload",
            "hash",
            "state",
            "begun",
            "changed",
            "cause",
            "decision");
    private static final Set<String> INDEXES = Set.of(CAR_INDEX, SUBMISSION_INDEX, CAR_IDS, SUBMISSION_IDS);
    /** Number of columns of SQLite's schema table, which lists tables and indexes. */
    private static final int SCHEMA_COLUMNS = 5;

    private final Database database;
    private final SalvageBatch batch;
    private final PageScanner scanner;
    private final Map<String, Integer> roots = new HashMap<>();
    private final Set<String> namedCars = new HashSet<>();
    private final Set<String> namedSubmissions = new HashSet<>();
    private int rebuiltCars;

    /** The layout of an index's entries: its columns, then the row number. */
    private record Index(List<String> columns) {
        boolean isEntry(List<@Nullable Object> values) {
            return values.size() == columns.size() + 1
                    && isId(text(values, "id"))
                    && (!columns.contains("car") || isId(text(values, "car")));
        }

        @Nullable
        Object value(List<@Nullable Object> entry, String column) {
            int at = columns.indexOf(column);
            return at < 0 ? null : entry.get(at);
        }

        String text(List<@Nullable Object> entry, String column) {
            return value(entry, column) instanceof String text ? text : "";
        }

        private static boolean isId(String text) {
            try {
                return UUID.fromString(text).toString().equals(text);
            } catch (IllegalArgumentException damaged) {
                return false;
            }
        }
    }

    private JournalSalvage(Database database, SalvageBatch batch, PageScanner scanner) {
        this.database = database;
        this.batch = batch;
        this.scanner = scanner;
    }

    /**
     * Copies the readable rows of a damaged file into a journal. Makes three passes over the file, so the time grows
     * with its size.
     *
     * @param damaged the damaged file, which no connection of this process has open
     * @throws SQLException if the journal can't be written
     * @throws IOException if the damaged file can't be opened at all
     */
    public static SalvageResult salvage(Path damaged, Database database, Instant now) throws SQLException, IOException {
        if (!Files.isRegularFile(damaged)) {
            return new SalvageResult(0, 0, 0, 0, 0, false, 0);
        }
        long begun = System.nanoTime();
        // Cars are inserted after the submissions that refer to them.
        database.update("PRAGMA foreign_keys = OFF");
        // The caller forces the complete file to the disk before it becomes the journal.
        database.update("PRAGMA synchronous = OFF");
        try (DatabasePages pages = DatabasePages.open(damaged);
                SalvageBatch batch = new SalvageBatch(database, now, pages.budget())) {
            SalvageResult result = new JournalSalvage(database, batch, new PageScanner(pages)).run();
            if (pages.budget().isSpent()) {
                LOG.warning("The salvage ended before the file's end, because its parts refer to each other");
            }
            LOG.info(() -> "Salvaged in %s ms from %s pages: %s"
                    .formatted(
                            (System.nanoTime() - begun) / 1_000_000,
                            pages.pageNumbers().count(),
                            result));
            return result;
        } finally {
            database.update("PRAGMA synchronous = FULL");
            database.update("PRAGMA foreign_keys = ON");
        }
    }

    private SalvageResult run() throws SQLException {
        Index cars = index(CAR_INDEX);
        Index submissions = index(SUBMISSION_INDEX);
        readRows(List.of(SalvageBatch.Table.ATTEMPT));
        Set<String> read = Set.copyOf(batch.readableIds(SalvageBatch.Table.ATTEMPT));
        scanner.scanEntries(entry -> {
            if (cars.isEntry(entry)) {
                namedCars.add(cars.text(entry, "id"));
            } else if (submissions.isEntry(entry)
                    && namedSubmissions.add(submissions.text(entry, "id"))
                    && !read.contains(submissions.text(entry, "id"))) {
                rebuild(submissions, entry);
            }
        });
        batch.flush();
        readRows(List.of(
                SalvageBatch.Table.CAR,
                SalvageBatch.Table.HISTORY,
                SalvageBatch.Table.TEMPLATE,
                SalvageBatch.Table.PHOTO,
                SalvageBatch.Table.PLACE,
                SalvageBatch.Table.OPTION_LIST));
        database.inTransaction(this::repair);
        int rebuilt = batch.readableIds(SalvageBatch.Table.ATTEMPT).size() - read.size();
        boolean carsCounted = addIds(List.of(CAR_INDEX, CAR_IDS), namedCars);
        boolean submissionsCounted = addIds(List.of(SUBMISSION_INDEX, SUBMISSION_IDS), namedSubmissions);
        return new SalvageResult(
                batch.readableIds(SalvageBatch.Table.CAR).size() + rebuiltCars,
                batch.readableIds(SalvageBatch.Table.ATTEMPT).size(),
                rebuilt,
                countMissing("car", namedCars),
                countMissing("attempt", namedSubmissions),
                carsCounted && submissionsCounted,
                batch.underWay());
    }

    private Index index(String name) throws SQLException {
        return new Index(database.query(
                "SELECT name FROM pragma_index_info(?) ORDER BY seqno", row -> row.getString("name"), name));
    }

    private void readRows(List<SalvageBatch.Table> tables) throws SQLException {
        Map<SalvageBatch.Table, List<String>> columns = new EnumMap<>(SalvageBatch.Table.class);
        for (SalvageBatch.Table table : tables) {
            columns.put(table, batch.columns(table));
        }
        scanner.scanRows(values -> {
            if (values.size() == SCHEMA_COLUMNS
                    && values.get(1) instanceof String name
                    && INDEXES.contains(name)
                    && values.get(3) instanceof Long root) {
                roots.put(name, root.intValue());
            }
            for (SalvageBatch.Table table : tables) {
                if (table.mayHave(values)) {
                    batch.add(table, columns.getOrDefault(table, List.of()), values);
                }
            }
        });
        batch.flush();
    }

    /**
     * Adds the ids of all rows of a table, from the first of the indexes that is whole. Returns false if no index is
     * whole.
     */
    private boolean addIds(List<String> indexes, Set<String> named) throws SQLException {
        for (String name : indexes) {
            Index index = index(name);
            Set<String> ids = new HashSet<>();
            boolean whole = scanner.isWhole(roots.getOrDefault(name, 0), entry -> {
                boolean sound = index.isEntry(entry);
                if (sound) {
                    ids.add(index.text(entry, "id"));
                }
                return sound;
            });
            if (whole) {
                named.addAll(ids);
                return true;
            }
        }
        return false;
    }

    /**
     * Adds a submission that is only left in the index. The index has its car, its state and the fields by which the
     * car is known.
     */
    private void rebuild(Index index, List<@Nullable Object> entry) throws SQLException {
        var texts = new EnumMap<CarField, String>(CarField.class);
        SubmissionTable.SENT.forEach((field, column) -> {
            if (!index.text(entry, column).isEmpty()) {
                texts.put(field, index.text(entry, column));
            }
        });
        String payload = DraftJson.payload(texts);
        batch.add(
                SalvageBatch.Table.ATTEMPT,
                REBUILT,
                Arrays.asList(
                        index.value(entry, "id"),
                        index.value(entry, "car"),
                        index.value(entry, "profile"),
                        "",
                        DraftJson.of(CarDraft.of(texts, List.of())),
                        payload,
                        ColumnConverter.hash(payload),
                        index.value(entry, "state"),
                        index.value(entry, "begun"),
                        index.value(entry, "begun"),
                        index.value(entry, "cause"),
                        index.value(entry, "decision")));
    }

    /** Repairs references to lost rows: inserts lost cars, removes links to lost submissions, and adds missing keys. */
    private int repair(Database ids) throws SQLException {
        rebuiltCars = ids.update("""
                INSERT INTO car (id, draft, begun, changed)
                SELECT car, draft, begun, begun FROM (SELECT car, draft, begun, max(changed) FROM attempt
                WHERE car NOT IN (SELECT id FROM car) GROUP BY car)
                """);
        ids.update("""
                UPDATE attempt SET follows = NULL
                WHERE follows IS NOT NULL AND follows NOT IN (SELECT id FROM attempt)
                """);
        HistoryTable.deleteOrphans(ids);
        // An earlier schema had no keys.
        DuplicateSubmissionFinder.storeKeys(ids, "vinKey IS NULL AND plateKey IS NULL AND numberKey IS NULL");
        return rebuiltCars;
    }

    /** Returns the number of the named rows that the journal lacks. */
    private int countMissing(String table, Set<String> named) throws SQLException {
        Set<String> missing = new HashSet<>(named);
        database.query("SELECT id FROM " + table, row -> missing.remove(row.getString("id")));
        return missing.size();
    }
}
