package app.forecourt.photo;

import app.forecourt.photo.prepare.CoveredArea;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The upload of a photo from a file to a public address. The journal keeps it, without failures and progress, so that
 * it continues after a restart.
 *
 * @param source the file that the user chose; only its name if that was on another computer
 * @param covered the areas of the photo that are made unrecognizable when it is prepared
 * @param car the car that the photo was chosen for
 * @param listed whether the photo was ever in its saved car; otherwise a kill has left it without a line
 * @param released whether the photo may leave this computer; photos chosen in Practice stay here
 * @param prepared the facts of the prepared file; empty before it is prepared
 * @param address the public address; empty before the photo was fetched from it
 * @param failure the failure of the last try; empty if it succeeded
 * @param createdAt the time at which the user chose the file
 */
public record PhotoUpload(
        UUID id,
        Path source,
        List<CoveredArea> covered,
        UUID car,
        boolean listed,
        boolean released,
        PhotoUploadStage state,
        Optional<PreparedPhotoFacts> prepared,
        Optional<String> address,
        Optional<PhotoUploadFailure> failure,
        Instant createdAt) {
    private static final int FOLDER_LENGTH = 16;

    public PhotoUpload {
        covered = List.copyOf(covered);
    }

    /** Returns a photo that was just chosen. It may not leave this computer before its saved car has it. */
    public static PhotoUpload chosen(Path source, UUID car, Instant now) {
        return chosen(source, List.of(), car, now);
    }

    /**
     * Returns a new photo of the same file with other covered areas. This photo stays as it is, because a record never
     * changes its picture.
     */
    public PhotoUpload cover(List<CoveredArea> areas, Instant now) {
        return chosen(source, areas, car, now);
    }

    private static PhotoUpload chosen(Path source, List<CoveredArea> covered, UUID car, Instant now) {
        return new PhotoUpload(
                UUID.randomUUID(),
                source,
                covered,
                car,
                false,
                false,
                PhotoUploadStage.CHOSEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /** Returns the name of the file, as the user knows it. */
    public String name() {
        String name = String.valueOf(source.getFileName());
        // A Windows computer has other separators.
        return isOfThisComputer() ? name : name.substring(name.lastIndexOf('\\') + 1);
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
        return state == PhotoUploadStage.FAILED
                && failure.filter(PhotoUploadFailure::isOfWebSpace).isPresent();
    }

    /**
     * Returns the photo as one that its saved car has.
     *
     * @param mayLeave whether it may leave this computer from now on
     */
    public PhotoUpload list(boolean mayLeave) {
        return new PhotoUpload(
                id, source, covered, car, true, released || mayLeave, state, prepared, address, failure, createdAt);
    }

    /** Returns the photo with a prepared file, or without one if it is lost. A stopped one stays so. */
    public PhotoUpload prepared(Optional<PreparedPhotoFacts> facts) {
        return state == PhotoUploadStage.STOPPED
                ? with(state, facts, Optional.empty(), Optional.empty())
                : waiting(facts);
    }

    private PhotoUpload waiting(Optional<PreparedPhotoFacts> facts) {
        return with(
                facts.isPresent() ? PhotoUploadStage.PREPARED : PhotoUploadStage.CHOSEN,
                facts,
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the photo as put on the web space. */
    public PhotoUpload stored() {
        return with(PhotoUploadStage.STORED, prepared, Optional.empty(), Optional.empty());
    }

    public PhotoUpload published(String publicAddress) {
        return with(PhotoUploadStage.PUBLIC, prepared, Optional.of(publicAddress), Optional.empty());
    }

    /** Returns a stopped photo as it was before. */
    public PhotoUpload again() {
        return address.isPresent() ? this : waiting(prepared);
    }

    /** Returns the photo as stopped by the user, unless it is public. */
    public PhotoUpload stopped() {
        return address.isPresent() ? this : with(PhotoUploadStage.STOPPED, prepared, address, Optional.empty());
    }

    /**
     * Returns the photo after a failed try.
     *
     * @param next the state from which the upload continues, or {@link PhotoUploadStage#FAILED} if it needs the user
     */
    public PhotoUpload failed(PhotoUploadFailure reason, PhotoUploadStage next) {
        return with(next, prepared, Optional.empty(), Optional.of(reason));
    }

    private PhotoUpload with(
            PhotoUploadStage newState,
            Optional<PreparedPhotoFacts> facts,
            Optional<String> newAddress,
            Optional<PhotoUploadFailure> newFailure) {
        return new PhotoUpload(
                id, source, covered, car, listed, released, newState, facts, newAddress, newFailure, createdAt);
    }
}
