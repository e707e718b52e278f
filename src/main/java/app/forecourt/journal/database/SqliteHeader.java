package app.forecourt.journal.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a file says it is before it is opened: SQLite would write into an empty or a strange one. Where the numbers stand
 * is SQLite's file format.
 */
public final class SqliteHeader {
    /** "Fore", as schema-1.sql has it. */
    private static final int APPLICATION = 0x466f7265;
    /** What every file begins with. */
    private static final ByteBuffer MAGIC = StandardCharsets.US_ASCII.encode("SQLite format 3\0")
            .asReadOnlyBuffer();
    /** Bytes. */
    private static final int LENGTH = 100;
    private static final int PAGE_SIZE_AT = 16;
    private static final int SCHEMA_AT = 60;
    private static final int APPLICATION_AT = 68;

    private SqliteHeader() {}

    /**
     * Which schema a file has, 0 for one that is no journal or is cut. What was not checkpointed before a kill is not
     * seen.
     */
    public static int schema(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(LENGTH));
            boolean ours = header.limit() == LENGTH
                    && header.slice(0, MAGIC.limit()).equals(MAGIC)
                    && header.getInt(APPLICATION_AT) == APPLICATION;
            return ours && isWhole(file, header.getShort(PAGE_SIZE_AT)) ? header.getInt(SCHEMA_AT) : 0;
        }
    }

    /** A last page that is cut SQLite takes for one that ends in noughts; after a kill the log has it whole. */
    private static boolean isWhole(Path file, int pageSize) throws IOException {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return (pageSize > 0 && Files.size(file) % pageSize == 0)
                || (Files.exists(log) && Files.size(log) > 0);
    }
}
