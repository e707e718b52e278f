package app.forecourt.model.photos;

import app.forecourt.car.PhotoReference;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.PhotoRecords;
import app.forecourt.journal.database.JournalException;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import app.forecourt.upload.PhotoCleanup;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The photos that are taken out of their cars: by the user, by an undo, or by a correction that is discarded. Each is
 * stopped, or marked as removed if it is public. Used on the FX thread only.
 */
public final class TakenOutPhotos {
    private static final Logger LOG = Logger.getLogger(TakenOutPhotos.class.getName());

    private final PhotoUploads uploads;
    private final PhotoRecords records;
    private final PhotoCleanup cleanup;
    private final TaskRunner taskRunner;
    /** The photos that were taken out in this run. The journal may not know that yet. */
    private final Set<UUID> ids = new HashSet<>();
    /** Whether public photos are taken out, as far as the journal may not know it. */
    private final Map<UUID, Boolean> unsaved = new ConcurrentHashMap<>();
    /** Whether a photo may have been taken out since the last cleanup. */
    private boolean needsCleanup;

    TakenOutPhotos(PhotoUploads uploads, PhotoRecords records, PhotoCleanup cleanup, TaskRunner taskRunner) {
        this.uploads = uploads;
        this.records = records;
        this.cleanup = cleanup;
        this.taskRunner = taskRunner;
    }

    /** Stops the photos of lines that a car lost, and lets those of lines that it got back go on. */
    public void onLinesReplaced(Collection<String> before, Collection<String> after) {
        List<PhotoUpload> out = photosOf(before, after);
        List<PhotoUpload> back = photosOf(after, before);
        ids.addAll(ids(out, _ -> true));
        ids.removeAll(Set.copyOf(ids(back, _ -> true)));
        needsCleanup |= !out.isEmpty();
        // What the last change does to a photo may not be known yet.
        Predicate<PhotoUpload> unfinished =
                photo -> photo.state() != UploadState.PUBLIC && photo.state() != UploadState.REMOVED;
        uploads.stop(ids(out, unfinished));
        uploads.retry(ids(back, unfinished));
        // A line that its public address has replaced is not taken out.
        setRemoved(
                ids(
                        out,
                        photo -> photo.state() == UploadState.PUBLIC
                                && photo.address().filter(before::contains).isPresent()),
                true);
        setRemoved(ids(back, photo -> photo.state() == UploadState.REMOVED), false);
    }

    /** Returns the photos of the lines that are not among the other lines. */
    private List<PhotoUpload> photosOf(Collection<String> lines, Collection<String> others) {
        Set<String> only = new HashSet<>(lines);
        only.removeAll(Set.copyOf(others));
        return only.isEmpty()
                ? List.of()
                : uploads.photos().values().stream()
                        .filter(photo -> only.contains(PhotoReference.of(photo.id()))
                                || photo.address().filter(only::contains).isPresent())
                        .toList();
    }

    private static List<UUID> ids(List<PhotoUpload> photos, Predicate<PhotoUpload> condition) {
        return photos.stream().filter(condition).map(PhotoUpload::id).toList();
    }

    private void setRemoved(List<UUID> photos, boolean removed) {
        if (!photos.isEmpty()) {
            photos.forEach(id -> unsaved.put(id, removed));
            taskRunner.run(this::saveMarks);
            photos.forEach(id -> uploads.photos()
                    .computeIfPresent(
                            id,
                            (_, photo) -> removed
                                    ? photo.removed()
                                    : photo.published(photo.address().orElseThrow())));
        }
    }

    /**
     * Saves the marks of photos. Those that the journal can't take are saved before the next cleanup. Blocks on the
     * disk.
     */
    synchronized void saveMarks() {
        for (boolean removed : List.of(true, false)) {
            List<UUID> photos = unsaved.entrySet().stream()
                    .filter(mark -> mark.getValue() == removed)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!photos.isEmpty()) {
                try {
                    records.setRemoved(photos, removed);
                    photos.forEach(id -> unsaved.remove(id, removed));
                } catch (JournalException unwritable) {
                    LOG.log(Level.WARNING, "Photos could not be marked as taken out", unwritable);
                }
            }
        }
    }

    /**
     * Makes the next cleanup look at all photos: those of earlier runs, or because it may be allowed to delete more.
     */
    void requireCleanup() {
        needsCleanup = true;
    }

    /** Returns whether a photo was taken out in this run. */
    boolean contains(PhotoUpload photo) {
        return ids.contains(photo.id());
    }

    /**
     * Removes the photos that nobody needs any more, in the background. Does nothing if no photo was taken out since
     * the last cleanup. Photos of the car in the form wait until another car is there.
     *
     * @param save saves all cars, and returns whether that succeeded; blocks
     * @param car returns the car in the form
     * @param lines returns the lines that the form has, or may have again after an undo
     */
    void cleanUp(BooleanSupplier save, Supplier<UUID> car, Supplier<Set<String>> lines) {
        if (!needsCleanup) {
            return;
        }
        needsCleanup = false;
        UUID shown = car.get();
        String text = String.join("\n", lines.get());
        AtomicBoolean someInForm = new AtomicBoolean();
        taskRunner.run(
                () -> {
                    saveMarks();
                    try {
                        cleanup.run(save, photo -> {
                            boolean isInForm = photo.car().equals(shown) || photo.isIn(text);
                            someInForm.compareAndSet(false, isInForm);
                            return isInForm;
                        });
                    } catch (JournalException unreadable) {
                        LOG.log(Level.INFO, "Unused photos are removed at the next start", unreadable);
                    }
                    return someInForm.get();
                },
                again -> {
                    needsCleanup |= again;
                    if (!shown.equals(car.get())) {
                        cleanUp(save, car, lines);
                    }
                });
    }
}
