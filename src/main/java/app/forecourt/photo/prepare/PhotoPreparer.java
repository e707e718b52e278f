package app.forecourt.photo.prepare;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import okio.ByteString;

/**
 * The preparation of picture files for upload: upright, scaled down, in sRGB and without metadata. Its methods block on
 * disk and processor, and may be called from any number of threads.
 */
public final class PhotoPreparer {
    /** The usual maximum of the long side in pixels. */
    public static final int LONG_SIDE = 1_920;
    /** Files are read by two threads at a time, because each file is in memory as a whole. */
    private static final Semaphore FREE_PLACES = new Semaphore(2, true);

    private final PictureDecoder decoder;

    /** Prepares photos with at most this long side in pixels. Smaller ones are not enlarged. */
    public PhotoPreparer(int longSide) {
        decoder = new PictureDecoder(longSide);
    }

    /**
     * Prepares a file.
     *
     * @param covered the areas of the upright photo that are made unrecognizable
     */
    public PreparationResult prepare(Path file, List<CoveredArea> covered) {
        FREE_PLACES.acquireUninterruptibly();
        try {
            return new PreparationResult.Prepared(prepare(read(file), covered));
        } catch (PhotoFileException rejected) {
            return new PreparationResult.Rejected(rejected.error());
        } finally {
            FREE_PLACES.release();
        }
    }

    private static byte[] read(Path file) throws PhotoFileException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new PhotoFileException(PhotoFileError.NOT_A_PICTURE);
            }
            try (InputStream in = Files.newInputStream(file)) {
                // The size that the file system reports may be wrong or change.
                byte[] bytes = in.readNBytes(PictureLimits.MOST_FILE_BYTES + 1);
                if (bytes.length == 0) {
                    throw new PhotoFileException(PhotoFileError.EMPTY);
                }
                if (bytes.length > PictureLimits.MOST_FILE_BYTES) {
                    throw new PhotoFileException(PhotoFileError.TOO_LARGE);
                }
                return bytes;
            }
        } catch (PhotoFileException rejected) {
            throw rejected;
        } catch (IOException failed) {
            throw new PhotoFileException(PhotoFileError.of(failed, Files.exists(file)));
        }
    }

    /** Prepares the content of a file. */
    PreparedPhoto prepare(byte[] file, List<CoveredArea> covered) throws PhotoFileException {
        PictureDecoder.Decoded decoded = decoder.decode(file);
        ExifData exif = ExifData.of(file);
        RgbPicture picture = decoded.picture().upright(ExifOrientation.of(exif));
        var inspector = new PhotoInspector(picture, decoded.originalLongSide());
        var remarks = inspector.remarks();
        long fingerprint = inspector.fingerprint();
        var mosaic = new Mosaic(picture);
        covered.forEach(mosaic::cover);
        byte[] jpeg = JpegEncoder.encode(picture);
        return new PreparedPhoto(jpeg, ByteString.of(jpeg).sha256().hex(), picture.width(), picture.height(),
                exif.takenAt(),
                fingerprint, remarks);
    }
}
