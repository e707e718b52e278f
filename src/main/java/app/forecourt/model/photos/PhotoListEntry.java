package app.forecourt.model.photos;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PreparedPhotoFacts;
import app.forecourt.photo.prepare.PhotoRemark;
import app.forecourt.photo.prepare.PreparedPhoto;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The state of a line of the form's photos.
 *
 * @param status the status of the photo
 * @param source the photo that was chosen as a file; empty for any other address
 * @param remarks the weaknesses of the picture
 * @param sameAs the position, from 0, of an earlier photo that looks the same
 */
public record PhotoListEntry(
        PhotoStatus status, Optional<PhotoUpload> source, Set<PhotoRemark> remarks, OptionalInt sameAs) {
    public PhotoListEntry {
        remarks = Set.copyOf(remarks);
    }

    /**
     * Returns the state of a line.
     *
     * @param lines all lines of the car, in order
     * @param practice whether the current profile is Practice
     */
    static PhotoListEntry of(String line, List<String> lines, PhotoUploadsModel uploads, boolean practice) {
        Optional<PhotoUpload> source = uploads.source(line);
        Optional<PreparedPhotoFacts> facts = source.flatMap(PhotoUpload::prepared);
        return new PhotoListEntry(
                status(line, source, uploads, practice),
                source,
                facts.map(PreparedPhotoFacts::remarks).orElse(Set.of()),
                facts.map(own -> earlier(own, lines.subList(0, Math.max(0, lines.indexOf(line))), uploads))
                        .orElse(OptionalInt.empty()));
    }

    private static PhotoStatus status(
            String line, Optional<PhotoUpload> source, PhotoUploadsModel uploads, boolean practice) {
        if (!PhotoPlaceholder.isPlaceholder(line)) {
            return PhotoStatus.ADDRESS;
        }
        return source.map(photo ->
                        PhotoStatus.of(photo, practice, uploads.webSpace().get()))
                .orElse(PhotoStatus.ELSEWHERE);
    }

    private static OptionalInt earlier(PreparedPhotoFacts own, List<String> before, PhotoUploadsModel uploads) {
        return IntStream.range(0, before.size())
                .filter(at -> uploads.source(before.get(at))
                        .flatMap(PhotoUpload::prepared)
                        .filter(other -> PreparedPhoto.areAlike(own.fingerprint(), other.fingerprint()))
                        .isPresent())
                .findFirst();
    }

    /** Returns whether the user should look at the photo: it needs something, or is not good. */
    public boolean needsLook() {
        return status.needsUser() || status == PhotoStatus.STOPPED || status == PhotoStatus.ELSEWHERE || isWeak();
    }

    /**
     * Returns whether the user should check the settings, because the web space or its public address refused the
     * photo.
     */
    public boolean needsSettings() {
        return status == PhotoStatus.FAILED
                && source.filter(PhotoUpload::isRefused)
                        .flatMap(PhotoUpload::failure)
                        .filter(failure -> !failure.reason().equals(PhotoUploadFailure.UNEXPECTED))
                        .isPresent();
    }

    /** Returns whether the photo could be better. Nothing is known of an address that is no photo of a file. */
    public boolean isWeak() {
        return !remarks.isEmpty() || sameAs.isPresent();
    }
}
