package app.forecourt.secret;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that some loggers log at their finest levels, until it is closed. */
public final class LoudLog extends Handler {
    private static final Logger ROOT = Logger.getLogger("");

    /** Strong references, because otherwise the loggers and their levels could be garbage-collected. */
    private final Map<Logger, Level> levels = new LinkedHashMap<>();

    private final Map<Handler, Level> console = new LinkedHashMap<>();
    private final StringWriter text = new StringWriter();

    /** @param names names of loggers besides the root */
    public LoudLog(String... names) {
        for (Handler handler : ROOT.getHandlers()) {
            console.put(handler, handler.getLevel());
            handler.setLevel(Level.SEVERE);
        }
        listenTo(ROOT);
        for (String name : names) {
            listenTo(Logger.getLogger(name));
        }
        setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    private void listenTo(Logger logger) {
        levels.put(logger, logger.getLevel());
        logger.setLevel(Level.ALL);
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        text.append(new SimpleFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        console.forEach(Handler::setLevel);
        levels.forEach(Logger::setLevel);
    }
}
