package app.forecourt.upload;

import app.forecourt.journal.PhotoRecords;
import app.forecourt.journal.database.JournalException;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.photo.upload.UploadState;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The writer of new states of photos, into the journal and into the backlog. A state that the journal can't take has a
 * failure that says so, and is tried again after a pause. Used within the lock of the queue.
 */
final class StateWriter {
    private static final Logger LOG = Logger.getLogger(StateWriter.class.getName());

    private final PhotoRecords records;
    private final UploadBacklog photos;
    private final RetrySchedule schedule;

    StateWriter(PhotoRecords records, UploadBacklog photos, RetrySchedule schedule) {
        this.records = records;
        this.photos = photos;
        this.schedule = schedule;
    }

    /**
     * Writes the changes of the user in one transaction. If that fails, the photos keep them in memory, and take no
     * step before they are written.
     *
     * @return the photos with new states
     */
    List<PhotoUpload> change(List<PhotoUpload> changed) {
        if (changed.isEmpty()) {
            return changed;
        }
        List<PhotoUpload> clean = changed.stream()
                .map(photo -> photos.isSaved(photo.id()) ? photo : photo.withoutFailure())
                .toList();
        boolean isSaved = write(clean);
        // A failed photo keeps its reason. The form lets it leave this computer at the next occasion.
        List<PhotoUpload> states = isSaved
                ? clean
                : changed.stream()
                        .filter(photo -> photo.state() != UploadState.FAILED)
                        .map(photo -> photo.failed(UploadFailure.UNWRITABLE, photo.state()))
                        .toList();
        states.forEach(photo -> put(photo, isSaved));
        return states;
    }

    /**
     * Writes a photo after a step. If that fails, the step is repeated, unless the user has stopped the photo
     * meanwhile.
     */
    PhotoUpload finish(PhotoUpload before, PhotoUpload after) {
        boolean isSaved = write(List.of(after));
        boolean isStopped = after.state() == UploadState.STOPPED;
        PhotoUpload state = isSaved
                ? after
                : after.failed(UploadFailure.UNWRITABLE, isStopped ? UploadState.STOPPED : before.state());
        put(state, isSaved || !isStopped);
        return state;
    }

    private void put(PhotoUpload photo, boolean isSaved) {
        photos.put(photo, isSaved);
        schedule.onStepDone(photo);
    }

    private boolean write(List<PhotoUpload> states) {
        try {
            records.save(states);
            return true;
        } catch (JournalException unwritable) {
            LOG.log(Level.WARNING, "The state of photos could not be saved", unwritable);
            return false;
        }
    }
}
