package app.forecourt.journal;

import app.forecourt.file.ScratchFolder;
import app.forecourt.journal.database.ColumnConverter;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.OptionTable;
import app.forecourt.journal.database.TemplateTable;
import app.forecourt.journal.database.UnreadableRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A temporary copy of a journal. The copy can be opened and migrated without changing the original. */
final class TemporaryCopy implements AutoCloseable {
    private final Path file;
    private final ScratchFolder scratch;

    private TemporaryCopy(Path file, ScratchFolder scratch) {
        this.file = file;
        this.scratch = scratch;
    }

    /** Copies a journal together with its write-ahead log, which a kill may have left. */
    static TemporaryCopy of(Path journal, ScratchFolder scratch) throws IOException {
        TemporaryCopy copy = new TemporaryCopy(scratch.create().resolve("journal.db"), scratch);
        try {
            for (String suffix : List.of("", "-wal")) {
                Path part = journal.resolveSibling(journal.getFileName() + suffix);
                if (Files.exists(part)) {
                    Files.copy(part, copy.file.resolveSibling(copy.file.getFileName() + suffix));
                }
            }
            return copy;
        } catch (IOException noRoom) {
            copy.close();
            throw noRoom;
        }
    }

    Path file() {
        return file;
    }

    /**
     * Checkpoints the write-ahead log, migrates the schema, and reads every row once.
     *
     * @throws JournalException if the copy is damaged
     * @throws IllegalStateException if a row can't be understood
     */
    void check() throws SQLException {
        try (Database database = Database.open(file)) {
            // A view or a trigger with a table's name would run SQL of a foreign file.
            boolean plain = database.queryFirst(
                            "SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                                    + " OR sql LIKE '%VIRTUAL%'",
                            row -> 1)
                    .isEmpty();
            if (!plain || !database.isSound()) {
                throw new JournalException(JournalException.Reason.DAMAGED, new SQLException("not sound"));
            }
            database.migrate();
            readAll(database);
        }
    }

    /** Reads every row once, because unreadable rows must not get into a journal: its lists could not be shown then. */
    private static void readAll(Database database) throws SQLException {
        if (UnreadableRows.of(database).count() > 0) {
            throw new IllegalStateException("unreadable rows");
        }
        database.query("SELECT * FROM option_list", row -> OptionTable.readOptions(row, ""));
        database.query("SELECT id, name, draft FROM template", TemplateTable::readTemplate);
        database.query("SELECT car FROM place", row -> ColumnConverter.id(row, "car"));
    }

    @Override
    public void close() throws IOException {
        scratch.delete(file.resolveSibling(""));
    }
}
