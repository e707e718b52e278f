package app.forecourt.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the journal for each day it was used, the last seven of them. */
final class Copies {
    private static final Logger LOG = Logger.getLogger(Copies.class.getName());
    private static final int KEPT = 7;
    private static final Pattern NAME = Pattern.compile("journal-\\d{4}-\\d\\d-\\d\\d\\.db");

    private final Path folder;

    Copies(Path folder) {
        this.folder = folder;
    }

    /** The newest first. */
    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Makes today's copy; where that can't be done the program goes on without. */
    boolean today(Database database, Clock clock) throws SQLException {
        Path copy = folder.resolve("journal-" + LocalDate.now(clock) + ".db");
        if (Files.exists(copy) || database.one("SELECT 1 FROM car", row -> 1).isEmpty()) {
            return false;
        }
        try {
            JournalFile.createFolder(folder);
            Path fresh = copy.resolveSibling(copy.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            database.update("VACUUM INTO ?", fresh.toAbsolutePath());
            Files.move(fresh, copy, StandardCopyOption.ATOMIC_MOVE);
            for (Path old : all().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
            return true;
        } catch (IOException | SQLException noRoom) {
            LOG.log(Level.WARNING, "No copy of today", noRoom);
            return false;
        }
    }

    /** Takes over a copy of any schema up to this program's, which itself is not changed. */
    boolean take(Database database, Path copy, boolean back, Instant now) throws SQLException, IOException {
        Path fresh = Files.createTempFile("forecourt", ".db");
        try {
            Files.copy(copy, fresh, StandardCopyOption.REPLACE_EXISTING);
            try (Database other = Database.open(fresh)) {
                int schema = other.schema();
                if (schema == 0 || !other.isSound()) {
                    throw new JournalException(JournalException.Reason.DAMAGED,
                            new SQLException("not sound"));
                }
                if (schema > Database.SCHEMA) {
                    throw new JournalException(JournalException.Reason.NEWER,
                            new SQLException("schema " + schema));
                }
                other.migrate();
                if (back) {
                    // As if she had typed it now.
                    other.update("UPDATE car SET changed = ?", now);
                }
            }
            Merge.take(database, fresh, now);
            return true;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
