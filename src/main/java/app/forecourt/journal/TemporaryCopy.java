package app.forecourt.journal;

import app.forecourt.file.ScratchFolder;
import app.forecourt.journal.database.ColumnMapping;
import app.forecourt.journal.database.Database;
import app.forecourt.journal.database.DraftJson;
import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.TemplateTable;
import app.forecourt.journal.database.UnreadableRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Another journal, in a copy that is thrown away: it can be opened and mended without touching what it is a copy of. */
final class TemporaryCopy implements AutoCloseable {
    private final Path file;
    private final ScratchFolder scratch;

    private TemporaryCopy(Path file, ScratchFolder scratch) {
        this.file = file;
        this.scratch = scratch;
    }

    /** Copies a journal with what a kill left unmerged beside it. */
    static TemporaryCopy of(Path journal, ScratchFolder scratch) throws IOException {
        TemporaryCopy borrowed = new TemporaryCopy(scratch.create().resolve("journal.db"), scratch);
        try {
            for (String beside : List.of("", "-wal")) {
                Path part = journal.resolveSibling(journal.getFileName() + beside);
                if (Files.exists(part)) {
                    Files.copy(part, borrowed.file.resolveSibling(borrowed.file.getFileName() + beside));
                }
            }
            return borrowed;
        } catch (IOException noRoom) {
            borrowed.close();
            throw noRoom;
        }
    }

    Path file() {
        return file;
    }

    /** Merges what a kill left unmerged, brings the schema up to this program's, and reads all of it once. */
    void check() throws SQLException {
        try (Database database = Database.open(file)) {
            // A view or a trigger under a table's name would run for us whatever it likes.
            boolean plain = database.one("SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
                    + " OR sql LIKE '%VIRTUAL%'", row -> 1).isEmpty();
            if (!plain || !database.isSound()) {
                throw new JournalException(JournalException.Reason.DAMAGED, new SQLException("not sound"));
            }
            database.migrate();
            readAll(database);
        }
    }

    /** What can't be read must not come into a journal, whose lists could not be shown any more. */
    private static void readAll(Database database) throws SQLException {
        if (UnreadableRows.of(database).count() > 0) {
            throw new IllegalStateException("what can't be understood");
        }
        database.all("SELECT profile, options FROM option_list",
                row -> ColumnMapping.profile(row)
                        + DraftJson.options(row.getString("options")).toString());
        database.all("SELECT id, name, draft FROM template", TemplateTable::template);
        database.all("SELECT car FROM place", row -> ColumnMapping.id(row, "car"));
    }

    @Override
    public void close() throws IOException {
        scratch.delete(file.resolveSibling(""));
    }
}
