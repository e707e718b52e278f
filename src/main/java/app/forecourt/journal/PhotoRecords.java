package app.forecourt.journal;

import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.PhotoTable;
import app.forecourt.journal.database.UnusedPhotos;
import app.forecourt.photo.upload.PhotoUpload;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The journal's records of the uploads of photos. Every method blocks until its work is done, and throws
 * {@link JournalException} when the disk fails.
 */
public final class PhotoRecords {
    private final JournalThread writer;
    private final SendLog sendLog;
    private final Clock clock;

    PhotoRecords(JournalThread writer, SendLog sendLog, Clock clock) {
        this.writer = writer;
        this.sendLog = sendLog;
        this.clock = clock;
    }

    /** Adds photos that were just chosen, in one transaction. A car that was never saved gets an empty draft. */
    public void add(Collection<PhotoUpload> photos) {
        writer.write(database -> PhotoTable.add(database, photos, clock.instant()));
    }

    /** Saves photos in one transaction, replacing their earlier versions. */
    public void save(Collection<PhotoUpload> photos) {
        writer.write(database -> PhotoTable.save(database, photos, clock.instant()));
    }

    /**
     * Returns the photos that are not public and have a line in the saved draft of their car, in the order in which
     * they were chosen. Leaves out those of deleted cars.
     */
    public List<PhotoUpload> unfinished() {
        return writer.execute(PhotoTable::unfinished);
    }

    /** Returns the ids of all photos that are not public. */
    public Set<UUID> notPublic() {
        return writer.execute(PhotoTable::notPublic);
    }

    /** Marks public photos as taken out of their cars, or removes that mark. */
    public void setRemoved(Collection<UUID> photos, boolean removed) {
        writer.write(database -> PhotoTable.setRemoved(database, photos, removed, clock.instant()));
    }

    /** Returns the photos that the user stopped or took out, without those in the saved draft of their own car. */
    public List<PhotoUpload> unusedCandidates() {
        return writer.readConcurrently(UnusedPhotos::candidates);
    }

    /** Returns those of the cars that Staging or Production has, or may have or get. */
    public Set<UUID> sentCars(Collection<UUID> cars) {
        Set<UUID> sent = new HashSet<>(writer.readConcurrently(database -> UnusedPhotos.sentCars(database, cars)));
        // The journal could not save these.
        sendLog.unsaved().forEach(submission -> sent.add(submission.car()));
        return sent;
    }

    /** Returns the photos that a car, a template or a submission refers to. Takes longer the more cars there are. */
    public Set<UUID> inUse(List<PhotoUpload> photos) {
        return writer.readConcurrently(database -> UnusedPhotos.inUse(database, photos));
    }

    /** Returns the photos that were chosen for a car, in that order. */
    public List<PhotoUpload> ofCar(UUID car) {
        return writer.execute(database -> PhotoTable.ofCar(database, car));
    }

    /** Deletes the record of a photo. */
    public void delete(UUID photo) {
        writer.write(database -> PhotoTable.delete(database, photo));
    }
}
