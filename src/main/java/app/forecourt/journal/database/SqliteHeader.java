package app.forecourt.journal.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The header of a SQLite file, read before the file is opened. SQLite itself would write into an empty or foreign file.
 * The offsets are those of SQLite's file format (https://sqlite.org/fileformat2.html).
 */
public final class SqliteHeader {
    /** The application id "Fore", as in schema-1.sql. */
    private static final int APPLICATION = 0x466f7265;
    /** Bytes of the header. */
    private static final int LENGTH = 100;

    private static final int PAGE_SIZE_AT = 16;
    private static final int SCHEMA_AT = 60;
    private static final int APPLICATION_AT = 68;

    private SqliteHeader() {}

    /**
     * Returns the schema of a file; 0 if the file is no journal or is truncated. A schema that is only in the
     * write-ahead log after a kill is not seen.
     */
    public static int readSchema(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(LENGTH));
            boolean isOurs = header.limit() == LENGTH && header.getInt(APPLICATION_AT) == APPLICATION;
            return isOurs && isWhole(file, header.getShort(PAGE_SIZE_AT)) ? header.getInt(SCHEMA_AT) : 0;
        }
    }

    /**
     * Returns true if the last page is complete. SQLite would read a truncated page as one that ends in zeros. After a
     * kill, the write-ahead log has the complete page.
     */
    private static boolean isWhole(Path file, int pageSize) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return (pageSize > 0 && Files.size(file) % pageSize == 0) || (Files.exists(log) && Files.size(log) > 0);
    }
}
