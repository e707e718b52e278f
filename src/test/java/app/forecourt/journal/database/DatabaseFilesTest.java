package app.forecourt.journal.database;

import static app.forecourt.file.Folders.names;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a journal's file and the files beside it are moved aside together. */
class DatabaseFilesTest {
    @TempDir
    Path home;

    private DatabaseFiles parts(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(home.resolve(name), name);
        }
        return new DatabaseFiles(home.resolve("j.db"));
    }

    @Test
    void takenNameMovesAllFilesToTheNextName() throws IOException {
        DatabaseFiles parts = parts("j.db", "j.db-wal", "j.db-shm", "j.db.bad");
        assertEquals(Optional.of(home.resolve("j.db.bad2")), parts.moveAside());
        assertEquals(Set.of("j.db.bad", "j.db.bad2", "j.db.bad2-wal", "j.db.bad2-shm"), names(home));
        assertEquals("j.db", Files.readString(home.resolve("j.db.bad2")));
    }
}
