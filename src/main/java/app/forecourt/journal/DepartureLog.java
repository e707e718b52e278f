package app.forecourt.journal;

import app.forecourt.file.PrivateFile;
import app.forecourt.settings.Profile;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
 * A small private file outside the journal's directory, which tells what has left. An attempt that the journal has
 * noted stands in it by its id alone, so that a journal put back from a backup does not send it again. An attempt that
 * the journal could not note stands in it with what the duplicate guard knows a car by, until the journal has it.
 *
 * <p>
 * The file is in the first place that takes it. It has a new id after a part of it could not be read, because the
 * journal's location has the id in it and what waits is asked about then. Without a place nothing is noted, and the id is
 * empty at each start. Practice is not noted, because it forgets its cars with the run. May be used from any thread.
 */
final class DepartureLog {
    private static final Logger LOG = Logger.getLogger(DepartureLog.class.getName());
    /** An attempt that waits for longer than a day is asked about anyway. */
    private static final Duration KEPT = Duration.ofDays(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Path> files;
    private final Clock clock;
    private final Map<UUID, Departure> departures = new LinkedHashMap<>();
    private final Map<Path, Boolean> usable = new HashMap<>();
    private String id = "";

    /**
     * A log that is not read yet.
     *
     * @param files the places for the file, the best one first
     */
    DepartureLog(List<Path> files, Clock clock) {
        this.files = List.copyOf(files);
        this.clock = clock;
    }

    /**
     * Reads what earlier runs have noted, begins the file when there is none, and returns its id. The id is another one
     * when something could not be read, and empty when no file can be written.
     */
    synchronized String open() {
        departures.clear();
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
                // An id that can't be kept would be another one at each start.
                id = "";
            }
        }
        return id;
    }

    /** Tells whether a place may have the file. A directory there is never replaced by a file. */
    private boolean isUsable(Path place) {
        return usable.computeIfAbsent(place, any -> isOwn(any)
                && !Files.isDirectory(any, LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean isOwn(Path file) {
        try {
            return PrivateFile.isOwn(file.resolveSibling(""));
        } catch (IOException unwritable) {
            LOG.log(Level.INFO, "No departures are noted there", unwritable);
            return false;
        }
    }

    /** Reads a file. Returns false when the file or an entry in it can't be read; the other entries count. */
    private boolean read(Path from) {
        try {
            JsonNode all = JSON.readTree(new PrivateFile(from).read().orElse(""));
            id = id.isEmpty() ? all.path("id").asText() : id;
            boolean whole = all.path("departures").isArray();
            for (JsonNode entry : all.path("departures")) {
                whole &= read(entry);
            }
            return whole;
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.WARNING, "The departures can't be read", unreadable);
            return false;
        }
    }

    /** Reads one entry. Of two of the same attempt the one that was noted last counts. */
    private boolean read(JsonNode entry) {
        try {
            Departure departure = Departure.of(entry);
            departures.merge(departure.attempt(), departure,
                    (one, other) -> other.at().isBefore(one.at()) ? one : other);
            return true;
        } catch (IllegalArgumentException damaged) {
            LOG.log(Level.WARNING, "A departure can't be read", damaged);
            return false;
        }
    }

    /**
     * Writes the file into the first place that takes it, and deletes it in the others, because one of two files would
     * be outdated. Returns false when no place has taken it, or an outdated file stays.
     */
    private boolean write() {
        Instant old = clock.instant().minus(KEPT);
        departures.values().removeIf(entry -> entry.unkept().isEmpty() && entry.at().isBefore(old));
        ObjectNode all = JSON.createObjectNode().put("id", id);
        var entries = all.putArray("departures");
        departures.values().forEach(departure -> departure.write(entries.addObject()));
        Optional<Path> written = files.stream().filter(this::isUsable)
                .filter(place -> write(place, all.toString())).findFirst();
        return written.isPresent() && files.stream().filter(place -> !place.equals(written.get()))
                .filter(Files::exists).filter(this::isUsable).filter(place -> !delete(place)).toList()
                .isEmpty();
    }

    private static boolean write(Path place, String text) {
        try {
            new PrivateFile(place).write(text);
            return true;
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "A departure is not noted", unwritable);
            return false;
        }
    }

    /** Notes that an attempt leaves now. */
    synchronized void leaves(Submission attempt, boolean kept) {
        if (attempt.profile() != Profile.PRACTICE) {
            put(attempt.id(), attempt.tries(), kept ? Optional.empty() : Optional.of(attempt));
        }
    }

    /** Notes that an attempt has come further. It is forgotten when it can't have arrived or the journal has it. */
    synchronized void came(Submission attempt, boolean kept) {
        Departure before = departures.get(attempt.id());
        if (before != null && before.unkept().isPresent()) {
            if (kept || attempt.state() == SubmissionState.WAITING || attempt.state().turnedDown()) {
                put(attempt.id(), attempt.tries(), Optional.empty());
            }
        } else if (kept && attempt.state() == SubmissionState.NOT_SENT
                && attempt.profile() != Profile.PRACTICE) {
            // A backup has it as waiting, and the user may have taken it back.
            put(attempt.id(), attempt.tries() + 1, Optional.empty());
        }
    }

    private void put(UUID attempt, int tries, Optional<Submission> unkept) {
        departures.put(attempt, new Departure(attempt, tries, clock.instant(), unkept));
        write();
    }

    /** Returns how often each attempt was tried. */
    synchronized Map<UUID, Integer> tries() {
        var tries = new LinkedHashMap<UUID, Integer>();
        departures.forEach((attempt, departure) -> tries.put(attempt, departure.tries()));
        return tries;
    }

    /** Returns the attempts that a journal could not note, with nobody knowing what came of them. */
    synchronized List<Submission> unkept() {
        return departures.values().stream().map(Departure::unkept).flatMap(Optional::stream).toList();
    }

    /** Forgets what those cars are known by, because the journal has the attempts now. */
    synchronized void merged(List<Submission> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        attempts.forEach(attempt -> departures.computeIfPresent(attempt.id(),
                (same, departure) -> departure.kept()));
        write();
    }

    private static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "A log of departures stays", stays);
            return false;
        }
    }
}
