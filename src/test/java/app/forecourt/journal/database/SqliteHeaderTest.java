package app.forecourt.journal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the header that is read before a file is opened. */
class SqliteHeaderTest {
    private static final int PAGE = 512;

    @TempDir
    Path home;

    private Path file;
    private Path log;

    @BeforeEach
    void resolvePaths() {
        file = home.resolve("journal.db");
        log = home.resolve("journal.db-wal");
    }

    private int schema(int length, int pageSize) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * PAGE);
        bytes.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
        bytes.putShort(16, (short) pageSize).putInt(60, 3);
        bytes.put(68, "Fore".getBytes(StandardCharsets.US_ASCII));
        Files.write(file, Arrays.copyOf(bytes.array(), length));
        return SqliteHeader.readSchema(file);
    }

    @Test
    void completeFileHasItsSchema() throws IOException {
        assertEquals(3, schema(PAGE, PAGE));
        assertEquals(3, schema(2 * PAGE, PAGE));
    }

    @Test
    void truncatedFileHasNoSchema() throws IOException {
        assertEquals(0, schema(0, PAGE));
        assertEquals(0, schema(99, PAGE));
        assertEquals(0, schema(2 * PAGE - 1, PAGE));
    }

    @Test
    void truncatedFileWithLogHasItsSchema() throws IOException {
        Files.writeString(log, "");
        assertEquals(0, schema(2 * PAGE - 1, PAGE));
        Files.writeString(log, "pages");
        assertEquals(3, schema(2 * PAGE - 1, PAGE));
    }

    @Test
    void fileWithoutPageSizeHasNoSchema() throws IOException {
        assertEquals(0, schema(PAGE, 0));
    }

    @Test
    void folderHasNoSchema() throws IOException {
        assertEquals(0, SqliteHeader.readSchema(home));
    }
}
