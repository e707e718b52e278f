package app.forecourt.journal;

import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.PhotoTable;
import app.forecourt.photo.PhotoUpload;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The journal's records of the uploads of photos. Every method blocks until its work is done, and throws
 * {@link JournalException} when the disk fails.
 */
public final class PhotoRecords {
    private final JournalThread writer;
    private final Clock clock;

    PhotoRecords(JournalThread writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Adds photos that were just chosen, in one transaction. A car that was never saved gets an empty draft. */
    public void add(Collection<PhotoUpload> photos) {
        writer.write(database -> PhotoTable.add(database, photos, clock.instant()));
    }

    /** Saves a photo, replacing its earlier version. */
    public void save(PhotoUpload photo) {
        writer.write(database -> PhotoTable.save(database, photo, clock.instant()));
    }

    /**
     * Returns the photos that are not public and have a line in the saved draft of their car, in the order in which
     * they were chosen. Leaves out those of deleted cars.
     */
    public List<PhotoUpload> unfinished() {
        return writer.execute(PhotoTable::unfinished);
    }

    /** Returns the ids of the photos whose prepared files are kept: not public, and not taken out of their car. */
    public Set<UUID> withPreparedFiles() {
        return writer.execute(PhotoTable::withPreparedFiles);
    }

    /** Returns the photos that were chosen for a car, in that order. */
    public List<PhotoUpload> ofCar(UUID car) {
        return writer.execute(database -> PhotoTable.ofCar(database, car));
    }

    /** Returns a photo; empty if it is unknown or damaged. */
    public Optional<PhotoUpload> find(UUID id) {
        return writer.execute(database -> PhotoTable.find(database, id));
    }

    /** Returns the public addresses of a prepared picture, at any web space. */
    public List<String> addresses(String hash) {
        return writer.execute(database -> PhotoTable.addresses(database, hash));
    }
}
