package app.forecourt.journal;

import app.forecourt.file.PrivateFile;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The send log: a small private file outside the journal's folder with the submissions that were sent. A journal that
 * is restored from a backup therefore does not send them again: it lowers those that it has as waiting, and gets those
 * that it lacks, with the keys of the duplicate guard and an unknown outcome.
 *
 * <p>The file is in the first folder that can be written; if there is none, nothing is logged. The file has an id. If a
 * part of the file can't be read, it gets a new id, because submissions may be missing. The journal's fingerprint
 * contains the id, so the user is then asked about waiting submissions. Practice submissions are not logged, because
 * practice forgets its cars at the end of the run. May be used from any thread.
 */
final class SendLog {
    private static final Logger LOG = Logger.getLogger(SendLog.class.getName());
    /** The age at which entries are dropped. Whoever puts an older journal back has listed its cars long ago. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final List<Path> files;
    private final Clock clock;
    private final Map<UUID, SendLogLine> sent = new LinkedHashMap<>();
    private final Map<Path, Boolean> usable = new HashMap<>();
    private String id = "";

    /**
     * Creates a log that is not read yet.
     *
     * @param files the possible places of the file, the best one first
     */
    SendLog(List<Path> files, Clock clock) {
        this.files = List.copyOf(files);
        this.clock = clock;
    }

    /**
     * Reads the entries of earlier runs, creates the file if there is none, and returns its id. The id is a new one if
     * something could not be read, and empty if no file can be written.
     */
    synchronized String open() {
        usable.clear();
        id = "";
        boolean whole = true;
        for (Path place : files) {
            if (Files.exists(place) && isUsable(place)) {
                whole &= read(place);
            }
        }
        if (id.isEmpty() || !whole) {
            id = UUID.randomUUID().toString();
            if (!write()) {
                // An id that can't be saved would differ at each start.
                id = "";
            }
        }
        return id;
    }

    /** Returns true if a place may have the file. A folder there is never replaced by a file. */
    private boolean isUsable(Path place) {
        return usable.computeIfAbsent(
                place, path -> isOwn(path) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean isOwn(Path file) {
        try {
            return PrivateFile.createOwned(file.resolveSibling(""));
        } catch (IOException unwritable) {
            LOG.log(Level.INFO, "No submissions are logged there", unwritable);
            return false;
        }
    }

    /** Reads a file. Returns false if the file or an entry in it can't be read; the other entries are still used. */
    private boolean read(Path from) {
        try {
            // No constant, because a mapper takes 20 ms to load, and this class is loaded before the first frame.
            JsonNode content =
                    new ObjectMapper().readTree(new PrivateFile(from).read().orElse(""));
            id = id.isEmpty() ? content.path("id").asText() : id;
            boolean whole = content.path("departures").isArray();
            for (JsonNode entry : content.path("departures")) {
                whole &= read(entry);
            }
            return whole;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.WARNING, "The send log can't be read", unreadable);
            return false;
        }
    }

    /** Reads one entry. Of two entries for the same submission, the later one counts. */
    private boolean read(JsonNode entry) {
        try {
            SendLogLine read = SendLogLine.of(entry);
            sent.merge(read.submissionId(), read, (known, added) -> added.at().isAfter(known.at()) ? added : known);
            return true;
        } catch (IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "An entry of the send log can't be read", damaged);
            return false;
        }
    }

    /**
     * Writes the file into the first place that can be written. Deletes it in the other places, because a second file
     * would be outdated. Returns false if no place could be written, or an outdated file stays.
     */
    private boolean write() {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("id", id);
        var entries = content.putArray("departures");
        sent.values().forEach(entry -> entries.add(entry.json()));
        Optional<Path> written = files.stream()
                .filter(this::isUsable)
                .filter(place -> write(place, content.toString()))
                .findFirst();
        return written.isPresent()
                && files.stream()
                        .filter(place -> !place.equals(written.get()))
                        .filter(Files::exists)
                        .filter(this::isUsable)
                        .filter(place -> !PrivateFile.delete(place))
                        .toList()
                        .isEmpty();
    }

    private static boolean write(Path place, String text) {
        try {
            new PrivateFile(place).write(text);
            return true;
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "A submission is not logged", unwritable);
            return false;
        }
    }

    /** Logs that a submission is being sent. */
    void putDeparture(Submission submission) {
        put(submission, SendLogLine.ofDeparture(submission, clock.instant()));
    }

    /** Logs that a submission is not sent any more. A journal that has it with fewer tries does not send it. */
    void putStop(Submission submission) {
        put(submission, SendLogLine.ofId(submission.id(), submission.tries() + 1, clock.instant()));
    }

    private synchronized void put(Submission submission, SendLogLine entry) {
        if (submission.profile() != Profile.PRACTICE) {
            Instant oldest = clock.instant().minus(KEPT);
            sent.values().removeIf(known -> known.at().isBefore(oldest));
            sent.put(submission.id(), entry);
            write();
        }
    }

    /** Returns the number of tries of each submission. */
    synchronized Map<UUID, Integer> tries() {
        var tries = new LinkedHashMap<UUID, Integer>();
        sent.forEach((submissionId, entry) -> tries.put(submissionId, entry.tries()));
        return tries;
    }

    /** Returns the submissions that have left, with an unknown outcome and a part of their car only. */
    synchronized List<Submission> departures() {
        return sent.values().stream()
                .map(SendLogLine::submission)
                .flatMap(Optional::stream)
                .toList();
    }
}
