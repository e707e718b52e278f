package app.forecourt.photo.upload;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A photo on its way from a file to a public address. The journal keeps it, so that the way goes on after a restart.
 *
 * @param source the file that the user chose
 * @param prepared the facts of the prepared file; empty before it is prepared
 * @param path the place on the web space, as {@code folder/hash.jpg}; empty before the photo is prepared
 * @param address the public address; empty before the photo was fetched from it
 * @param failure the failure of the last try; empty if it succeeded
 * @param tries the number of tries since the last success
 * @param createdAt the time at which the user chose the file
 */
public record PhotoUpload(UUID id, Path source, UploadState state, Optional<PreparedFacts> prepared,
        Optional<String> path, Optional<String> address, Optional<UploadFailure> failure, int tries,
        Instant createdAt) {

    /** Returns a photo that was just chosen. */
    public static PhotoUpload chosen(Path source, Instant now) {
        return new PhotoUpload(UUID.randomUUID(), source, UploadState.CHOSEN, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), 0, now);
    }

    /** Returns the name of the file, as the user knows it. */
    public String name() {
        Path name = source.getFileName();
        return name == null ? source.toString() : name.toString();
    }

    /** Returns the photo with a prepared file that waits to be put at a path. */
    public PhotoUpload prepared(PreparedFacts facts, String newPath) {
        return new PhotoUpload(id, source, UploadState.PREPARED, Optional.of(facts), Optional.of(newPath),
                Optional.empty(), Optional.empty(), 0, createdAt);
    }

    /** Returns the photo as put on the web space. */
    public PhotoUpload stored() {
        return new PhotoUpload(id, source, UploadState.STORED, prepared, path, Optional.empty(),
                Optional.empty(), 0, createdAt);
    }

    /** Returns the photo as public. */
    public PhotoUpload published(String publicAddress) {
        return new PhotoUpload(id, source, UploadState.PUBLIC, prepared, path, Optional.of(publicAddress),
                Optional.empty(), 0, createdAt);
    }

    /**
     * Returns the photo after a failed try.
     *
     * @param again whether the program tries again by itself
     */
    public PhotoUpload failed(UploadFailure reason, boolean again) {
        return new PhotoUpload(id, source, again ? state : UploadState.FAILED, prepared, path,
                Optional.empty(), Optional.of(reason), tries + 1, createdAt);
    }

    /** Returns the photo as stopped by the user. */
    public PhotoUpload stopped() {
        return new PhotoUpload(id, source, UploadState.STOPPED, prepared, path, Optional.empty(), failure, 0,
                createdAt);
    }

    /** Returns a failed or stopped photo as it was before, so that it is tried again. */
    public PhotoUpload again() {
        return new PhotoUpload(id, source, prepared.isPresent() ? UploadState.PREPARED : UploadState.CHOSEN,
                prepared, path, Optional.empty(), Optional.empty(), 0, createdAt);
    }

    /** Returns whether the photo has a prepared file in the program's folder. */
    public boolean hasPreparedFile() {
        return prepared.isPresent() && state != UploadState.PUBLIC;
    }
}
