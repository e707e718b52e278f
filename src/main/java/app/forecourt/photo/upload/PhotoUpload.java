package app.forecourt.photo.upload;

import app.forecourt.photo.prepare.CoveredArea;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The upload of a photo from a file to a public address. The journal keeps it, so that it continues after a restart.
 *
 * @param source the file that the user chose; only its name if that was on another computer
 * @param covered the areas of the photo that are made unrecognizable when it is prepared
 * @param car the car that the photo was chosen for
 * @param released whether the photo may leave this computer; photos chosen in Practice stay here
 * @param prepared the facts of the prepared file; empty before it is prepared
 * @param address the public address; empty before the photo was fetched from it
 * @param failure the failure of the last try; empty if it succeeded
 * @param tries the number of failed tries since the last success
 * @param createdAt the time at which the user chose the file
 */
public record PhotoUpload(
        UUID id,
        Path source,
        List<CoveredArea> covered,
        UUID car,
        boolean released,
        UploadState state,
        Optional<PreparedFacts> prepared,
        Optional<String> address,
        Optional<UploadFailure> failure,
        int tries,
        Instant createdAt) {
    private static final int FOLDER_LENGTH = 16;

    public PhotoUpload {
        covered = List.copyOf(covered);
    }

    /** Returns a photo that was just chosen. */
    public static PhotoUpload chosen(Path source, UUID car, boolean released, Instant now) {
        return new PhotoUpload(
                UUID.randomUUID(),
                source,
                List.of(),
                car,
                released,
                UploadState.CHOSEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                now);
    }

    /**
     * Returns a new photo of the same file with other covered areas. This photo stays as it is, because a record never
     * changes its picture.
     *
     * @param mayLeave whether the new photo may leave this computer
     */
    public PhotoUpload cover(List<CoveredArea> areas, boolean mayLeave, Instant now) {
        return new PhotoUpload(
                UUID.randomUUID(),
                source,
                areas,
                car,
                mayLeave,
                UploadState.CHOSEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                now);
    }

    /** Returns the name of the file, as the user knows it. */
    public String name() {
        Path name = source.getFileName();
        return name == null ? source.toString() : name.toString();
    }

    /** Returns whether the file was chosen on this computer. It may be gone since. */
    public boolean isOfThisComputer() {
        return source.isAbsolute();
    }

    /**
     * Returns the folder on the web space, which all photos of a car share. It is derived from the random id of the
     * car. It can't be guessed, and does not depend on the data of the car.
     */
    public String folder() {
        return UUID.nameUUIDFromBytes(car.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .substring(0, FOLDER_LENGTH);
    }

    /**
     * Returns the place on the web space, as {@code folder/hash.jpg}; empty before the photo is prepared. The same
     * picture always has the same place, so that a second put changes nothing.
     */
    public Optional<String> path() {
        return prepared.map(facts -> folder() + "/" + facts.hash() + ".jpg");
    }

    /** Returns whether the web space or its public address refused the photo, so that it needs the user. */
    public boolean isRefused() {
        return state == UploadState.FAILED
                && failure.map(UploadFailure::step)
                        .filter(step -> step == UploadFailure.Step.PUT || step == UploadFailure.Step.FETCH)
                        .isPresent();
    }

    /** Returns the photo as allowed to leave this computer. */
    public PhotoUpload release() {
        return new PhotoUpload(id, source, covered, car, true, state, prepared, address, failure, tries, createdAt);
    }

    /** Returns the photo with a prepared file that waits to be put on the web space. */
    public PhotoUpload prepared(PreparedFacts facts) {
        return with(UploadState.PREPARED, Optional.of(facts), Optional.empty());
    }

    /** Returns the photo as put on the web space. */
    public PhotoUpload stored() {
        return with(UploadState.STORED, prepared, Optional.empty());
    }

    /** Returns the photo as public. */
    public PhotoUpload published(String publicAddress) {
        return with(UploadState.PUBLIC, prepared, Optional.of(publicAddress));
    }

    /** Returns a failed or stopped photo as it was before, so that it is tried again. */
    public PhotoUpload again() {
        return with(prepared.isPresent() ? UploadState.PREPARED : UploadState.CHOSEN, prepared, Optional.empty());
    }

    /** Returns the photo as stopped by the user. */
    public PhotoUpload stopped() {
        return with(UploadState.STOPPED, prepared, Optional.empty());
    }

    /** Returns the photo in the same state after a success. */
    public PhotoUpload withoutFailure() {
        return with(state, prepared, address);
    }

    private PhotoUpload with(UploadState newState, Optional<PreparedFacts> facts, Optional<String> newAddress) {
        return new PhotoUpload(
                id, source, covered, car, released, newState, facts, newAddress, Optional.empty(), 0, createdAt);
    }

    /**
     * Returns the photo after a failed try.
     *
     * @param next the state from which the upload continues, or {@link UploadState#FAILED} if it needs the user
     */
    public PhotoUpload failed(UploadFailure reason, UploadState next) {
        return new PhotoUpload(
                id,
                source,
                covered,
                car,
                released,
                next,
                prepared,
                Optional.empty(),
                Optional.of(reason),
                tries + 1,
                createdAt);
    }
}
