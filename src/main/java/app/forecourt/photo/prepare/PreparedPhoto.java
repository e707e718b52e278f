package app.forecourt.photo.prepare;

import java.util.Set;

/**
 * A photo that is ready for upload.
 *
 * @param jpeg a baseline JPEG in sRGB, upright and without metadata
 * @param hash SHA-256 of the JPEG in lower-case hexadecimal digits; the same file and covered areas give the same hash
 * @param width width in pixels
 * @param height height in pixels
 * @param fingerprint 64 bits that hardly change when the photo is scaled or compressed, for {@link #areAlike}
 * @param remarks weaknesses of the photo
 */
@SuppressWarnings("ArrayRecordComponent")
public record PreparedPhoto(
        byte[] jpeg, String hash, int width, int height, long fingerprint, Set<PhotoRemark> remarks) {
    /** The maximum number of bits in which the fingerprints of two copies of a photo differ. */
    private static final int MOST_DIFFERENT_BITS = 3;

    public PreparedPhoto {
        remarks = Set.copyOf(remarks);
    }

    /** Returns whether two fingerprints are of copies of one photo, perhaps of different size or quality. */
    public static boolean areAlike(long fingerprint, long other) {
        return Long.bitCount(fingerprint ^ other) <= MOST_DIFFERENT_BITS;
    }
}
