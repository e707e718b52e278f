package app.forecourt.journal;

import app.forecourt.journal.database.JournalException;
import app.forecourt.journal.database.PhotoTable;
import app.forecourt.photo.upload.PhotoUpload;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The journal's records of the uploads of photos. Every method blocks until its work is done and throws {@link JournalException} when the disk fails.
 */
public final class PhotoRecords {
    private final JournalThread writer;
    private final Clock clock;

    PhotoRecords(JournalThread writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Saves photos in one transaction, replacing their earlier versions. */
    public void save(Collection<PhotoUpload> photos) {
        writer.write(database -> PhotoTable.save(database, photos, clock.instant()));
    }

    /** Returns the photos that are not public, in the order in which they were chosen. */
    public List<PhotoUpload> unfinished() {
        return writer.execute(PhotoTable::unfinished);
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
