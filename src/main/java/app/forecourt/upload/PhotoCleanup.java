package app.forecourt.upload;

import app.forecourt.journal.PhotoRecords;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The cleanup of photos that nobody needs any more: the user stopped them or took them out, and no car, template or
 * submission refers to them. They lose their prepared file and their record.
 *
 * <p>If the user allows it, such a photo is deleted on the web space first. A car that was ever sent keeps all its
 * photos there, because buyers may see them. The record is deleted last. If the program is killed before that, or the
 * web space can't be reached, the next start tries again. A public photo that may not be deleted keeps its record.
 */
public final class PhotoCleanup {
    private final PhotoRecords records;
    private final PreparedFiles files;
    private final PhotoRemoval webSpace;
    private final PhotoQueue queue;

    public PhotoCleanup(PhotoRecords records, PreparedFiles files, PhotoRemoval webSpace, PhotoQueue queue) {
        this.records = records;
        this.files = files;
        this.webSpace = webSpace;
        this.queue = queue;
    }

    /**
     * Removes the unused photos. Blocks on the disk and on the network.
     *
     * @param save saves all cars, and returns whether that succeeded
     * @param isInForm the photos that an undo in the form may bring back
     */
    public synchronized void run(BooleanSupplier save, Predicate<PhotoUpload> isInForm) {
        List<PhotoUpload> candidates = save.getAsBoolean()
                ? records.unusedCandidates().stream().filter(isInForm.negate()).toList()
                : List.of();
        if (candidates.isEmpty()) {
            return;
        }
        Set<UUID> sent =
                records.sentCars(candidates.stream().map(PhotoUpload::car).collect(Collectors.toSet()));
        Predicate<PhotoUpload> isDeletable = photo -> !sent.contains(photo.car()) && webSpace.isPossible(photo);
        List<PhotoUpload> removable = candidates.stream()
                .filter(photo -> photo.state() == UploadState.STOPPED || isDeletable.test(photo))
                .toList();
        if (removable.isEmpty()) {
            return;
        }
        Set<UUID> used = records.inUse(removable);
        removable.stream()
                .filter(photo -> !used.contains(photo.id()))
                .forEach(photo -> remove(photo, isDeletable.test(photo)));
    }

    private void remove(PhotoUpload photo, boolean isDeletable) {
        if (!queue.reserve(photo)) {
            return;
        }
        try {
            // Read after the reservation, because nothing can be put in that place any more.
            List<PhotoUpload> ofCar = records.ofCar(photo.car());
            boolean isUnused = ofCar.stream().anyMatch(known -> known.id().equals(photo.id()) && known.isDiscarded());
            boolean isPlaceNeeded = ofCar.stream()
                    .anyMatch(known -> !known.isDiscarded() && known.path().equals(photo.path()));
            if (isUnused && (!isDeletable || isPlaceNeeded || webSpace.delete(photo))) {
                files.delete(photo.id());
                records.delete(photo.id());
            }
        } finally {
            queue.free(photo);
        }
    }
}
