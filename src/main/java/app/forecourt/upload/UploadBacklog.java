package app.forecourt.upload;

import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The photos of the queue in their latest states, and which of them can take their next step. Used within the lock of
 * the queue.
 */
final class UploadBacklog {
    private final Predicate<PhotoUpload> isPossible;
    private final Map<UUID, PhotoUpload> photos = new LinkedHashMap<>();
    private final Set<UUID> inWork = new HashSet<>();
    /** Photos with a change that the journal does not have. */
    private final Set<UUID> unsaved = new HashSet<>();

    /** @param isPossible returns whether the next step of a photo is possible */
    UploadBacklog(Predicate<PhotoUpload> isPossible) {
        this.isPossible = isPossible;
    }

    Optional<PhotoUpload> find(UUID photo) {
        return Optional.ofNullable(photos.get(photo));
    }

    /**
     * Adds a photo at the end, or replaces its state. A photo with an address leaves, because it has arrived.
     *
     * @param isSaved whether the journal has this state
     */
    void put(PhotoUpload photo, boolean isSaved) {
        if (isSaved) {
            unsaved.remove(photo.id());
        } else {
            unsaved.add(photo.id());
        }
        if (photo.address().isPresent()) {
            photos.remove(photo.id());
        } else {
            photos.put(photo.id(), photo);
        }
    }

    /** Returns whether the journal has the latest state of a photo. */
    boolean isSaved(UUID photo) {
        return !unsaved.contains(photo);
    }

    /** Adds a photo at the end. Returns false if it is here already. */
    boolean putIfAbsent(PhotoUpload photo) {
        return photos.putIfAbsent(photo.id(), photo) == null;
    }

    /**
     * Returns the photos that no worker has and that can be saved or take their next step, in order. While a photo is
     * at the web space, those to be prepared come first. A silent web space then does not hold up their pictures.
     */
    List<PhotoUpload> ready() {
        List<PhotoUpload> ready = photos.values().stream()
                .filter(photo -> !inWork.contains(photo.id()) && (!isSaved(photo.id()) || isPossible.test(photo)))
                .toList();
        return isAnyAtWebSpace()
                ? ready.stream()
                        .sorted(Comparator.comparing(photo -> photo.state() != UploadState.CHOSEN))
                        .toList()
                : ready;
    }

    private boolean isAnyAtWebSpace() {
        return photos.values().stream()
                .anyMatch(photo -> inWork.contains(photo.id()) && photo.state() != UploadState.CHOSEN);
    }

    /** Gives a photo to a worker. */
    void begin(UUID photo) {
        inWork.add(photo);
    }

    /** Takes a photo back from its worker. */
    void end(UUID photo) {
        inWork.remove(photo);
    }
}
