package app.forecourt.journal;

import app.forecourt.file.DirectorySync;
import app.forecourt.file.PrivateFile;
import app.forecourt.journal.database.ChangedRowRecorder;
import app.forecourt.journal.database.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The changed rows of the journal since its last two backups, in files beside it. After any damage of the journal's
 * file, a backup and these rows give the journal again.
 *
 * <p>A file only grows. Each line is one row: its length in bytes, its checksum, and the row as JSON. A line that a
 * kill has cut off or that is damaged is left out. A new file begins before each backup and gets its number, so that a
 * backup and the files of its number and later have all changes. Used on the thread of the journal.
 */
final class RecoveryLog implements AutoCloseable {
    /** The last line after the journal was closed. */
    private static final String CLOSED = "closed\n";

    private static final Pattern NAME = Pattern.compile("journal-\\d{1,9}\\.changes");
    private static final Pattern LINE = Pattern.compile("(\\d+) ([0-9a-f]+) (.*)", Pattern.DOTALL);

    private final Path journal;
    private @Nullable FileChannel channel;

    /** @param journal the journal's file */
    RecoveryLog(Path journal) {
        this.journal = journal;
    }

    /** Appends the rows that the journal's connection has changed. They are on the disk when the method returns. */
    void append(Database database) throws SQLException, IOException {
        List<String> rows = ChangedRowRecorder.all(database);
        if (rows.isEmpty()) {
            return;
        }
        FileChannel open = channel == null ? open(newest()) : channel;
        channel = open;
        try {
            for (String row : rows) {
                ByteBuffer line = ByteBuffer.wrap(line(row).getBytes(StandardCharsets.UTF_8));
                while (line.hasRemaining()) {
                    open.write(line);
                }
            }
            open.force(false);
        } catch (IOException failure) {
            // The next line begins behind the cut one.
            close();
            throw failure;
        }
        ChangedRowRecorder.forget(database);
    }

    private static String line(String row) {
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        return bytes.length + " " + checksum(bytes) + " " + row + "\n";
    }

    private static String checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return Long.toHexString(sum.getValue());
    }

    /**
     * Begins the file of the changes after the next backup. Returns the number of both.
     *
     * @param lastBackup the number of the last backup, because the files of changes may be lost; 0 if there is none
     */
    int beginNext(int lastBackup) throws IOException {
        close();
        int next = Math.max(newest(), lastBackup) + 1;
        channel = open(next);
        return next;
    }

    private FileChannel open(int number) throws IOException {
        Path file = file(number);
        FileChannel opened = PrivateFile.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        // Ends a line that a kill has cut off.
        opened.write(ByteBuffer.wrap(new byte[] {'\n'}));
        DirectorySync.forceParentOf(file);
        return opened;
    }

    /** Deletes the files before a number, because no backup needs them any more. */
    int deleteBefore(int number) throws IOException {
        for (int old : numbers()) {
            if (old < number) {
                PrivateFile.delete(file(old));
            }
        }
        return number;
    }

    /**
     * Writes the rows that are newer than those of a journal into it, if its last run has not closed it. SQLite drops
     * the end of its own log without a word if that is damaged.
     */
    void catchUp(Database database) throws SQLException, IOException {
        Path newest = file(newest());
        if (Files.exists(newest) && !isClosed(newest)) {
            replay(database, true);
        }
    }

    /** Returns whether a file has the last line. Reads only that, because each start asks. */
    private static boolean isClosed(Path file) throws IOException {
        ByteBuffer end = ByteBuffer.allocate(CLOSED.length());
        try (FileChannel closed = FileChannel.open(file)) {
            closed.read(end, Math.max(0, closed.size() - end.capacity()));
        }
        return CLOSED.equals(new String(end.array(), StandardCharsets.US_ASCII));
    }

    /**
     * Writes all rows into a journal, in the order of their changes.
     *
     * @param onlyNewer true if a row of the journal stays unless it was changed earlier
     */
    void replay(Database database, boolean onlyNewer) throws SQLException, IOException {
        List<InputStream> files = new ArrayList<>();
        for (int number : numbers()) {
            files.add(Files.newInputStream(file(number)));
        }
        // The lines are read one by one, because the files may be larger than the memory. Each byte is one character,
        // so that damaged bytes do not change the others.
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new SequenceInputStream(Collections.enumeration(files)), StandardCharsets.ISO_8859_1))) {
            ChangedRowRecorder.writeAll(
                    database, lines.lines().map(RecoveryLog::row).flatMap(Optional::stream)::iterator, onlyNewer);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Returns the row of a line; empty if the line is damaged. */
    private static Optional<String> row(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] bytes = parts.group(3).getBytes(StandardCharsets.ISO_8859_1);
        return parts.group(1).equals(Integer.toString(bytes.length))
                        && parts.group(2).equals(checksum(bytes))
                ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Returns whether there are changes. */
    boolean exists() throws IOException {
        return !numbers().isEmpty();
    }

    private int newest() throws IOException {
        return numbers().stream().reduce(0, Math::max);
    }

    private List<Integer> numbers() throws IOException {
        return PrivateFile.list(journal.resolveSibling(""), NAME).stream()
                .filter(Files::isRegularFile)
                .map(file -> Integer.parseInt(file.getFileName().toString().replaceAll("\\D", "")))
                .sorted()
                .toList();
    }

    private Path file(int number) {
        return journal.resolveSibling("journal-" + number + ".changes");
    }

    /** Notes that the journal has all changes and is closed. */
    void end() throws IOException {
        if (channel != null) {
            channel.write(ByteBuffer.wrap(CLOSED.getBytes(StandardCharsets.US_ASCII)));
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
