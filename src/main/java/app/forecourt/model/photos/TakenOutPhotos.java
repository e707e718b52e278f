package app.forecourt.model.photos;

import app.forecourt.car.PhotoReference;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The photos that are taken out of their cars: by the user, by an undo, or by a correction that is discarded. Each is
 * stopped, unless it is public. Used on the FX thread only.
 */
public final class TakenOutPhotos {
    private final PhotoUploads uploads;
    /** The photos that were taken out in this run. The journal may not know that yet. */
    private final Set<UUID> ids = new HashSet<>();

    TakenOutPhotos(PhotoUploads uploads) {
        this.uploads = uploads;
    }

    /** Stops the photos of lines that a car lost, and lets those of lines that it got back go on. */
    public void onLinesReplaced(Collection<String> before, Collection<String> after) {
        List<UUID> out = unfinishedOf(before, after);
        List<UUID> back = unfinishedOf(after, before);
        ids.addAll(out);
        ids.removeAll(Set.copyOf(back));
        uploads.stop(out);
        uploads.retry(back);
    }

    /** Returns the photos of the lines that are not among the other lines, without those that are public. */
    private List<UUID> unfinishedOf(Collection<String> lines, Collection<String> others) {
        Set<String> only = new HashSet<>(lines);
        only.removeAll(Set.copyOf(others));
        return only.isEmpty()
                ? List.of()
                : uploads.photos().values().stream()
                        .filter(photo ->
                                photo.state() != UploadState.PUBLIC && only.contains(PhotoReference.of(photo.id())))
                        .map(PhotoUpload::id)
                        .toList();
    }

    /** Returns whether a photo was taken out in this run. */
    boolean contains(PhotoUpload photo) {
        return ids.contains(photo.id());
    }
}
