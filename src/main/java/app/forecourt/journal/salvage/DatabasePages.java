package app.forecourt.journal.salvage;

import app.forecourt.journal.database.DatabaseFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/**
 * The pages of a SQLite file, read without SQLite, so that damage costs only the damaged pages. A page that was
 * committed to the write-ahead log is read from there. The layout follows https://sqlite.org/fileformat2.html.
 */
public final class DatabasePages implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(DatabasePages.class.getName());
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** Page size in bytes of every file that this program creates. */
    private static final int USUAL_SIZE = 4096;

    private static final int SMALLEST_SIZE = 512;
    private static final int LARGEST_SIZE = 65_536;
    private static final int SIZE_AT = 16;
    private static final int PAGE_COUNT_AT = 28;
    private static final int FIRST_TRUNK_AT = 32;
    private static final int LOG_HEADER = 32;
    private static final int FRAME_HEADER = 24;
    /** The first number of a log. Its lowest bit gives the byte order of the checksums. */
    private static final int LOG_MAGIC = 0x377f0682;

    private final FileChannel file;
    private final Optional<FileChannel> log;
    private final int size;
    private final boolean whole;
    /** Position in the log of the latest committed content of a page, by page number. */
    private final Map<Integer, Long> logged = new HashMap<>();

    private final SalvageBudget budget;
    /** The number of pages in the file itself; the last one may be truncated. */
    private final int inFile;

    private int count;

    private DatabasePages(FileChannel file, Optional<FileChannel> log) throws IOException {
        this.file = file;
        this.log = log;
        ByteBuffer header = read(file, 0, 100);
        whole = header.limit() == 100 && header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
        size = whole ? pageSize(header, file.size()) : USUAL_SIZE;
        long length = file.size() + (log.isPresent() ? log.get().size() : 0);
        budget = new SalvageBudget(length);
        inFile = (int) Math.min(Math.ceilDiv(file.size(), size), Integer.MAX_VALUE - 1);
        count = inFile;
        if (log.isPresent()) {
            readLog(log.get());
        }
    }

    /**
     * Opens a file and its write-ahead log for reading.
     *
     * @throws IOException if one of them can't be opened
     */
    public static DatabasePages open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        Optional<FileChannel> log = Optional.empty();
        try {
            Path beside = new DatabaseFiles(path).sibling("-wal");
            if (Files.isRegularFile(beside)) {
                log = Optional.of(FileChannel.open(beside, StandardOpenOption.READ));
            }
            return new DatabasePages(file, log);
        } catch (IOException unreadable) {
            file.close();
            if (log.isPresent()) {
                log.get().close();
            }
            throw unreadable;
        }
    }

    /** Returns the page size in the header, or the usual size if the file's length contradicts the header. */
    private static int pageSize(ByteBuffer header, long length) {
        int named = Short.toUnsignedInt(header.getShort(SIZE_AT));
        int bytes = named == 1 ? LARGEST_SIZE : named;
        return bytes >= SMALLEST_SIZE
                        && Integer.bitCount(bytes) == 1
                        && bytes * Integer.toUnsignedLong(header.getInt(PAGE_COUNT_AT)) == length
                ? bytes
                : USUAL_SIZE;
    }

    /** Returns the remaining budget for this file. Reading a page spends some of it. */
    public SalvageBudget budget() {
        return budget;
    }

    /** Returns the numbers of the readable pages in ascending order. */
    IntStream pageNumbers() {
        return IntStream.concat(
                IntStream.rangeClosed(1, Math.min(count, inFile)),
                logged.keySet().stream()
                        .mapToInt(Integer::intValue)
                        .filter(number -> number > inFile && hasPage(number))
                        .sorted());
    }

    /** Returns the page size in bytes. */
    int pageSize() {
        return size;
    }

    /** Returns true if the file or its log has a page with this number. */
    boolean hasPage(int number) {
        return number > 0 && number <= count && (number <= inFile || logged.containsKey(number));
    }

    /** Returns the content of a page. It is shorter than a page if the file is truncated within it. */
    ByteBuffer page(int number) {
        budget.spend(size);
        Long at = logged.get(number);
        return at != null && log.isPresent() ? read(log.get(), at, size) : read(file, (number - 1L) * size, size);
    }

    /** Returns the readable bytes. There may be fewer than requested, because the disk itself may be damaged. */
    private static ByteBuffer read(FileChannel channel, long at, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {
                // Read until the buffer is full or the file ends.
            }
        } catch (IOException badSector) {
            LOG.log(Level.WARNING, "Unreadable bytes at " + at, badSector);
        }
        return bytes.flip();
    }

    /**
     * Returns the free pages. Their old content must not come back. The set is empty if the list of free pages is
     * damaged, because a wrong list would hide used pages.
     */
    BitSet freePages() {
        BitSet free = new BitSet();
        ByteBuffer header = page(1);
        if (!whole || header.limit() < size) {
            return free;
        }
        int total = header.getInt(FIRST_TRUNK_AT + Integer.BYTES);
        int trunk = header.getInt(FIRST_TRUNK_AT);
        while (trunk != 0) {
            if (!hasPage(trunk) || free.get(trunk) || !addLeaves(page(trunk), free)) {
                return new BitSet();
            }
            free.set(trunk);
            trunk = page(trunk).getInt(0);
        }
        return free.cardinality() == total ? free : new BitSet();
    }

    private boolean addLeaves(ByteBuffer trunk, BitSet free) {
        int leaves = trunk.limit() < size ? -1 : trunk.getInt(Integer.BYTES);
        if (leaves < 0 || leaves > size / Integer.BYTES - 2) {
            return false;
        }
        for (int leaf = 0; leaf < leaves; leaf++) {
            int number = trunk.getInt((leaf + 2) * Integer.BYTES);
            if (!hasPage(number)) {
                return false;
            }
            free.set(number);
        }
        return true;
    }

    /** Reads the committed frames of the log, up to the first one with a wrong checksum. */
    private void readLog(FileChannel channel) {
        ByteBuffer header = read(channel, 0, LOG_HEADER);
        if (header.limit() < LOG_HEADER || (header.getInt(0) & ~1) != LOG_MAGIC || header.getInt(8) != size) {
            return;
        }
        var sum = new Checksum((header.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        sum.add(header.slice(0, 24));
        if (!sum.matches(header.getInt(24), header.getInt(28))) {
            return;
        }
        Map<Integer, Long> open = new HashMap<>();
        for (long at = LOG_HEADER; ; at += FRAME_HEADER + size) {
            ByteBuffer frame = read(channel, at, FRAME_HEADER + size);
            if (frame.limit() < FRAME_HEADER + size || frame.getLong(8) != header.getLong(16)) {
                return;
            }
            sum.add(frame.slice(0, 8));
            sum.add(frame.slice(FRAME_HEADER, size));
            if (!sum.matches(frame.getInt(16), frame.getInt(20))) {
                return;
            }
            open.put(frame.getInt(0), at + FRAME_HEADER);
            if (frame.getInt(4) != 0) {
                count = (int) Math.min(Integer.toUnsignedLong(frame.getInt(4)), Integer.MAX_VALUE - 1);
                logged.putAll(open);
                open.clear();
            }
        }
    }

    /** The running checksum of a write-ahead log. */
    private static final class Checksum {
        private final ByteOrder order;
        private int first;
        private int second;

        Checksum(ByteOrder order) {
            this.order = order;
        }

        void add(ByteBuffer bytes) {
            ByteBuffer words = bytes.order(order);
            while (words.remaining() >= 2 * Integer.BYTES) {
                first += words.getInt() + second;
                second += words.getInt() + first;
            }
        }

        boolean matches(int expectedFirst, int expectedSecond) {
            return first == expectedFirst && second == expectedSecond;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (log.isPresent()) {
                log.get().close();
            }
        } finally {
            file.close();
        }
    }
}
