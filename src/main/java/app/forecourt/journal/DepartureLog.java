package app.forecourt.journal;

import app.forecourt.car.CarDraft;
import app.forecourt.profile.PrivateFile;
import app.forecourt.profile.Profile;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * Without a directory for the file, or with one that can't be written, nothing is noted. Practice is not noted, because
 * it forgets its cars with the run. May be used from any thread.
 */
final class DepartureLog {
    private static final Logger LOG = Logger.getLogger(DepartureLog.class.getName());
    /** An attempt that waits for longer than a day is asked about anyway. */
    private static final Duration KEPT = Duration.ofDays(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Path> files;
    private final Clock clock;
    private final Map<UUID, Departure> departures = new LinkedHashMap<>();
    private Optional<Path> file = Optional.empty();
    private String id = "";

    /** @param unkept the attempt as far as it is noted, when the journal could not note it */
    private record Departure(int tries, Instant at, Optional<Attempt> unkept) {}

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
     * Reads what earlier runs have noted, begins the file when there is none, and returns its id. The id is empty when no
     * file can be written.
     */
    synchronized String open() {
        departures.clear();
        id = "";
        file = Optional.empty();
        for (Path place : files) {
            if ((file.isEmpty() || Files.exists(place)) && isOwn(place)) {
                read(place);
                file = file.or(() -> Optional.of(place));
            }
        }
        if (file.isPresent() && id.isEmpty()) {
            id = UUID.randomUUID().toString();
            write();
        }
        return id;
    }

    private static boolean isOwn(Path file) {
        try {
            return PrivateFile.isOwn(file.resolveSibling(""));
        } catch (IOException unwritable) {
            LOG.log(Level.INFO, "No departures are noted there", unwritable);
            return false;
        }
    }

    private void read(Path from) {
        try {
            JsonNode all = JSON.readTree(new PrivateFile(from).read().orElse("{}"));
            id = id.isEmpty() ? all.path("id").asText() : id;
            all.path("departures").forEach(this::read);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.WARNING, "The departures can't be read", unreadable);
        }
    }

    /** Reads one entry. Of two of the same attempt the one that was noted last counts. */
    private void read(JsonNode entry) {
        UUID attempt = UUID.fromString(entry.path("attempt").asText());
        Departure departure = new Departure(entry.path("tries").asInt(), time(entry, "at"),
                entry.has("car") ? Optional.of(attempt(attempt, entry)) : Optional.empty());
        departures.merge(attempt, departure, (one, other) -> other.at().isBefore(one.at()) ? one : other);
    }

    private static Instant time(JsonNode entry, String name) {
        return Instant.ofEpochMilli(entry.path(name).asLong());
    }

    private static Attempt attempt(UUID id, JsonNode entry) {
        String known = entry.path("known").toString();
        CarDraft sent = DraftJson.draft(known);
        return new Attempt(id, UUID.fromString(entry.path("car").asText()),
                Profile.valueOf(entry.path("profile").asText()), entry.path("address").asText(),
                Optional.empty(), sent, known, State.SENDING, time(entry, "begun"), time(entry, "at"),
                entry.path("tries").asInt(), Optional.empty(), Optional.empty(), Decision.NONE);
    }

    private synchronized void write() {
        if (file.isEmpty()) {
            return;
        }
        Instant old = clock.instant().minus(KEPT);
        departures.values().removeIf(entry -> entry.unkept().isEmpty() && entry.at().isBefore(old));
        ObjectNode all = JSON.createObjectNode().put("id", id);
        var entries = all.putArray("departures");
        departures.forEach((attempt, departure) -> write(entries.addObject(), attempt, departure));
        try {
            new PrivateFile(file.get()).write(JSON.writeValueAsString(all));
        } catch (JacksonException bug) {
            throw new IllegalStateException(bug);
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "A departure is not noted", unwritable);
        }
    }

    private static void write(ObjectNode entry, UUID attempt, Departure departure) {
        entry.put("attempt", attempt.toString()).put("tries", departure.tries())
                .put("at", departure.at().toEpochMilli());
        departure.unkept().ifPresent(car -> entry.put("car", car.car().toString())
                .put("profile", car.profile().name()).put("address", car.address())
                .put("begun", car.begun().toEpochMilli()).set("known", DraftJson.knownBy(car.payload())));
    }

    /** Notes that an attempt leaves now. */
    synchronized void leaves(Attempt attempt, boolean kept) {
        if (attempt.profile() != Profile.PRACTICE) {
            put(attempt.id(), attempt.tries(), kept ? Optional.empty() : Optional.of(attempt));
        }
    }

    /** Notes that an attempt has come further. It is forgotten when it can't have arrived or the journal has it. */
    synchronized void came(Attempt attempt, boolean kept) {
        Departure before = departures.get(attempt.id());
        if (before != null && before.unkept().isPresent()) {
            if (kept || attempt.state() == State.WAITING || attempt.state().turnedDown()) {
                put(attempt.id(), attempt.tries(), Optional.empty());
            }
        } else if (kept && attempt.state() == State.NOT_SENT && attempt.profile() != Profile.PRACTICE) {
            // A backup has it as waiting, and the user may have taken it back.
            put(attempt.id(), attempt.tries() + 1, Optional.empty());
        }
    }

    private void put(UUID attempt, int tries, Optional<Attempt> unkept) {
        departures.put(attempt, new Departure(tries, clock.instant(), unkept));
        write();
    }

    /** Returns how often each attempt was tried. */
    synchronized Map<UUID, Integer> tries() {
        var tries = new LinkedHashMap<UUID, Integer>();
        departures.forEach((attempt, departure) -> tries.put(attempt, departure.tries()));
        return tries;
    }

    /** Returns the attempts that a journal could not note, with nobody knowing what came of them. */
    synchronized List<Attempt> unkept() {
        return departures.values().stream().map(Departure::unkept).flatMap(Optional::stream).toList();
    }

    /** Forgets what those cars are known by, because the journal has the attempts now. */
    synchronized void merged(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        attempts.forEach(attempt -> departures.computeIfPresent(attempt.id(),
                (same, departure) -> new Departure(departure.tries(), departure.at(), Optional.empty())));
        write();
        files.stream().filter(any -> file.filter(any::equals).isEmpty()).filter(Files::exists)
                .filter(DepartureLog::isOwn).forEach(DepartureLog::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "A log of departures stays", stays);
        }
    }
}
