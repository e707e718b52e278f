package app.forecourt.start;

import app.forecourt.file.PrivateFile;
import app.forecourt.secret.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The program's log: three files of 1 MiB each in a directory that only the user can read. The first entry opens the
 * files. If the files can't be opened or written, entries are dropped and the program continues.
 */
public final class Log implements AutoCloseable {
    private static final int MAX_FILE_BYTES = 1 << 20;
    private static final int FILES = 3;

    private final Path folder;
    private final Supplier<ZoneId> zone;
    private final Redaction redaction;
    private final Logger logger = Logger.getLogger("app.forecourt");
    private @Nullable FileHandler file;
    private boolean closed;

    /**
     * Creates a log in a directory. The directory is created with the first entry.
     *
     * @param zone time zone of the entries
     * @param redaction remover of secrets from all texts, including exception messages
     */
    public Log(Path folder, Supplier<ZoneId> zone, Redaction redaction) {
        this.folder = folder;
        this.zone = zone;
        this.redaction = redaction;
        // The console is left out, because the user would see stack traces there.
        logger.setUseParentHandlers(false);
    }

    /** Returns the directory of the log files. */
    public Path folder() {
        return folder;
    }

    /** Writes the first entry of a run: the program's version, Java, the system and the home. Blocks on the disk. */
    public void writeStart(String version) {
        write(
                Level.INFO,
                "Forecourt %s begins: Java %s, %s %s %s, in %s"
                        .formatted(
                                version,
                                System.getProperty("java.version"),
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch"),
                                folder.getParent()),
                null);
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
            PrivateFile.createFolder(folder);
            // FileHandler creates files with the default mode, which a private directory protects.
            PrivateFile.makePrivate(folder);
            // A percent sign in the directory's name is escaped, because FileHandler would read it as a placeholder.
            String pattern = folder.toString().replace("%", "%%") + "/forecourt.%g.log";
            file = new FileHandler(pattern, MAX_FILE_BYTES, FILES, true);
            file.setEncoding(StandardCharsets.UTF_8.name());
            file.setFormatter(new LineFormatter());
            // The default error manager prints a stack trace.
            file.setErrorManager(new ErrorManager() {
                @Override
                public synchronized void error(String message, Exception cause, int code) {}
            });
            logger.addHandler(file);
        } catch (IOException nowhere) {
            file = null;
        }
    }

    /** Writes the last entry of a run and closes the files. Later entries are dropped. */
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

    /** A formatter that writes an entry into one line and the stack trace below. */
    private final class LineFormatter extends Formatter {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

        @Override
        public String format(LogRecord entry) {
            StringWriter text = new StringWriter();
            PrintWriter lines = new PrintWriter(text);
            lines.println("%s %s %s %s"
                    .formatted(
                            TIME.format(entry.getInstant().atZone(zone.get())),
                            entry.getLevel(),
                            entry.getLoggerName(),
                            formatMessage(entry).strip().replaceAll("\\R", " ")));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(lines);
            }
            return redaction.redact(text.toString());
        }
    }
}
