package app.forecourt.photo.prepare;

import app.forecourt.file.FileInUseRetry;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import okio.Buffer;

/**
 * The preparation of picture files for upload: upright, scaled down, in sRGB and without metadata. Its methods block on
 * disk and processor, and may be called from any number of threads.
 */
public final class PhotoPreparer {
    /** The maximum of the long side in pixels. */
    public static final int LONG_SIDE = 1_920;

    /** The memory of the pictures of a file. It is given up when memory is short. */
    private static SoftReference<ReusablePictureBuffers> memory = new SoftReference<>(null);
    /** The memory of files that were prepared. Zeros behind a JPEG are no part of it. */
    private static final Queue<SoftReference<byte[]>> FREE_FILES = new ConcurrentLinkedQueue<>();

    private PhotoPreparer() {}

    /**
     * Prepares a file.
     *
     * @param covered the areas of the upright photo that are made unrecognizable
     */
    public static PreparedPhoto prepare(Path file, List<CoveredArea> covered) throws PhotoFileException {
        // Read first: a slow drive holds up no other file.
        byte[] bytes = read(file);
        // One file at a time, because of its memory, and because the window needs the other processor.
        synchronized (PhotoPreparer.class) {
            ReusablePictureBuffers used = Optional.ofNullable(memory.get()).orElseGet(ReusablePictureBuffers::new);
            memory = new SoftReference<>(used);
            try {
                return prepare(bytes, covered, LONG_SIDE, used);
            } finally {
                FREE_FILES.add(new SoftReference<>(bytes));
            }
        }
    }

    private static byte[] read(Path file) throws PhotoFileException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new PhotoFileException(PhotoFileError.NOT_A_PICTURE);
            }
            try (InputStream in = FileInUseRetry.run(() -> Files.newInputStream(file), file)) {
                int size = (int) Math.min(Files.size(file), PictureLimits.MOST_FILE_BYTES);
                byte[] bytes = Optional.ofNullable(FREE_FILES.poll())
                        .map(SoftReference::get)
                        .filter(free -> free.length > size)
                        .orElseGet(() -> new byte[size + 1]);
                int count = in.readNBytes(bytes, 0, bytes.length);
                if (count == bytes.length) {
                    // The size that the file system reports may be wrong or change.
                    byte[] rest = in.readNBytes(PictureLimits.MOST_FILE_BYTES + 1 - count);
                    bytes = Arrays.copyOf(bytes, count + rest.length);
                    System.arraycopy(rest, 0, bytes, count, rest.length);
                    count = bytes.length;
                }
                if (count == 0) {
                    throw new PhotoFileException(PhotoFileError.EMPTY);
                }
                if (count > PictureLimits.MOST_FILE_BYTES) {
                    throw new PhotoFileException(PhotoFileError.TOO_LARGE);
                }
                Arrays.fill(bytes, count, bytes.length, (byte) 0);
                return PictureFormat.of(bytes)
                                .filter(PictureFormat.JPEG::equals)
                                .isPresent()
                        ? bytes
                        : Arrays.copyOf(bytes, count);
            }
        } catch (PhotoFileException rejected) {
            throw rejected;
        } catch (IOException failed) {
            throw new PhotoFileException(PhotoFileError.of(failed, Files.exists(file)));
        }
    }

    /** Prepares the content of a file with at most this long side in pixels. A smaller picture is not enlarged. */
    static PreparedPhoto prepare(byte[] file, List<CoveredArea> covered, int longSide, ReusablePictureBuffers pictures)
            throws PhotoFileException {
        PictureDecoder.Decoded decoded = new PictureDecoder(longSide, pictures).decode(file);
        BufferedImage picture = decoded.picture();
        var inspector = new PhotoInspector(picture, Math.max(decoded.width(), decoded.height()));
        var remarks = inspector.remarks();
        long fingerprint = inspector.fingerprint();
        covered.forEach(area -> area.fill(picture));
        byte[] jpeg = JpegEncoder.encode(picture, pictures.jpeg());
        return new PreparedPhoto(
                jpeg,
                new Buffer().write(jpeg).sha256().hex(),
                picture.getWidth(),
                picture.getHeight(),
                fingerprint,
                remarks);
    }
}
