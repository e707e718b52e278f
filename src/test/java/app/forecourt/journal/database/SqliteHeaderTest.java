package app.forecourt.journal.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the header that is read before a file is opened. */
class SqliteHeaderTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({
        // length, page size, log beside it, schema
        "512, 512, , 3",
        "1024, 512, , 3",
        "0, 512, , 0",
        "99, 512, , 0",
        "1023, 512, , 0",
        "1023, 512, '', 0",
        "1023, 512, pages, 3",
        "512, 0, , 0"
    })
    void completeFileOrLogHasASchema(int length, short pageSize, @Nullable String log, int schema) throws IOException {
        Path file = home.resolve("journal.db");
        ByteBuffer bytes = ByteBuffer.allocate(1024);
        bytes.put("SQLite format 3\0".getBytes(US_ASCII));
        bytes.putShort(16, pageSize).putInt(60, 3);
        bytes.put(68, "Fore".getBytes(US_ASCII));
        Files.write(file, Arrays.copyOf(bytes.array(), length));
        if (log != null) {
            Files.writeString(home.resolve("journal.db-wal"), log);
        }
        assertEquals(schema, SqliteHeader.readSchema(file));
    }

    @Test
    void folderHasNoSchema() throws IOException {
        assertEquals(0, SqliteHeader.readSchema(home));
    }
}
