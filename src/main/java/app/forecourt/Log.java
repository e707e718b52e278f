package app.forecourt;

import app.forecourt.file.PrivateFile;
import app.forecourt.secret.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The program's log: three files of a megabyte that only the user can read. Opened with the first entry; where that
 * can't be, or no more can be written, the program goes on without.
 */
public final class Log implements AutoCloseable {
    private static final int LARGEST = 1 << 20;
    private static final int KEPT = 3;

    private final Path folder;
    private final ZoneId zone;
    private final Redaction redaction;
    private final Logger logger = Logger.getLogger("app.forecourt");
    private @Nullable FileHandler file;
    private boolean closed;

    /**
     * The log of a directory.
     *
     * @param zone in which times are written
     */
    Log(Path folder, ZoneId zone) {
        this(folder, zone, new Redaction());
    }

    /** @param redaction takes secrets out of all that is written, messages of exceptions too */
    public Log(Path folder, ZoneId zone, Redaction redaction) {
        this.folder = folder;
        this.zone = zone;
        this.redaction = redaction;
        // Not to the console: there a stack trace would reach the user.
        logger.setUseParentHandlers(false);
    }

    /** Where the files are. */
    Path folder() {
        return folder;
    }

    /** Says that the program begins, and what it runs on. Blocks on the disk. */
    public void begin(String version) {
        write(Level.INFO, "Forecourt %s begins: Java %s, %s %s %s, in %s".formatted(version,
                System.getProperty("java.version"), System.getProperty("os.name"),
                System.getProperty("os.version"), System.getProperty("os.arch"), folder.getParent()), null);
    }

    /** Adds an entry. Blocks on the disk. */
    public synchronized void write(Level level, String message, @Nullable Throwable thrown) {
        open();
        logger.log(level, message, thrown);
    }

    private void open() {
        if (file != null || closed) {
            return;
        }
        try {
            PrivateFile.folder(folder);
            PrivateFile.close(folder);
            file = new PrivateFiles(folder);
            file.setFormatter(new Lines(zone, redaction));
            logger.addHandler(file);
        } catch (IOException nowhere) {
            file = null;
        }
    }

    /** Says that the program ends; nothing is written from then on. */
    @Override
    public synchronized void close() {
        closed = true;
        if (file != null) {
            logger.info("Forecourt ends");
            logger.removeHandler(file);
            file.close();
            file = null;
        }
    }

    /** Files are made with the usual mode, inside a directory that is closed to others, and are closed at once. */
    private static final class PrivateFiles extends FileHandler {
        private final Path newest;
        private final Path lock;

        PrivateFiles(Path folder) throws IOException {
            // A percent sign in the name of a directory is no place to fill.
            super(folder.toString().replace("%", "%%") + "/forecourt.%g.log", LARGEST, KEPT, true);
            newest = folder.resolve("forecourt.0.log");
            lock = folder.resolve("forecourt.0.log.lck");
            setEncoding(StandardCharsets.UTF_8.name());
            // The usual one prints a stack trace.
            setErrorManager(new ErrorManager() {
                @Override
                public synchronized void error(String message, Exception cause, int code) {}
            });
            closeToOthers();
        }

        /** Any entry may be the one with which a new file begins. */
        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            closeToOthers();
        }

        private void closeToOthers() {
            try {
                PrivateFile.close(newest);
                PrivateFile.close(lock);
            } catch (IOException stays) {
                // The directory is closed.
            }
        }
    }

    /** An entry in a line, and its exception below. */
    private static final class Lines extends Formatter {
        private static final DateTimeFormatter TIME = DateTimeFormatter
                .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

        private final ZoneId zone;
        private final Redaction redaction;

        Lines(ZoneId zone, Redaction redaction) {
            this.zone = zone;
            this.redaction = redaction;
        }

        @Override
        public String format(LogRecord entry) {
            StringWriter text = new StringWriter();
            PrintWriter lines = new PrintWriter(text);
            lines.println("%s %s %s %s".formatted(TIME.format(entry.getInstant().atZone(zone)),
                    entry.getLevel(), entry.getLoggerName(),
                    formatMessage(entry).strip().replaceAll("\\R", " ")));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(lines);
            }
            return redaction.of(text.toString());
        }
    }
}
