package app.forecourt.photo;

import app.forecourt.photo.prepare.PhotoRemark;
import app.forecourt.photo.prepare.PreparedPhoto;
import java.util.Set;

/**
 * The facts of a prepared file.
 *
 * @param hash the SHA-256 of the file in lower-case hexadecimal digits
 * @param width the width in pixels
 * @param height the height in pixels
 * @param fingerprint a number that differs in few bits from that of a similar picture
 * @param remarks the weaknesses of the picture
 */
public record PreparedPhotoFacts(String hash, int width, int height, long fingerprint, Set<PhotoRemark> remarks) {
    public PreparedPhotoFacts {
        remarks = Set.copyOf(remarks);
    }

    public static PreparedPhotoFacts of(PreparedPhoto photo) {
        return new PreparedPhotoFacts(
                photo.hash(), photo.width(), photo.height(), photo.fingerprint(), photo.remarks());
    }
}
