package app.forecourt.photo.prepare;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import okio.Buffer;

/**
 * The preparation of picture files for upload: upright, scaled down, in sRGB and without metadata. Its methods block on
 * disk and processor, and may be called from any number of threads.
 */
public final class PhotoPreparer {
    /** The usual maximum of the long side in pixels. */
    public static final int LONG_SIDE = 1_920;

    private static final int MOST_AT_ONCE = 2;
    /**
     * The files that are prepared at a time, because each file is in memory as a whole. One processor is left to the
     * window: with two photos at a time on two processors, it did not answer for 68 ms.
     */
    private static final Semaphore FREE_PLACES =
            new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors() - 1L, 1, MOST_AT_ONCE), true);
    /** The files that are read, or wait for a place after that. A slow drive keeps no place from other files. */
    private static final Semaphore FREE_READERS = new Semaphore(MOST_AT_ONCE, true);
    /** The memory of places that are free. It is given up when memory is short. */
    private static final Queue<SoftReference<PictureMemory>> FREE_MEMORY = new ConcurrentLinkedQueue<>();
    /** The memory of files that were prepared. Zeros behind a JPEG are no part of it. */
    private static final Queue<SoftReference<byte[]>> FREE_FILES = new ConcurrentLinkedQueue<>();

    private final int longSide;

    /** Prepares photos with at most this long side in pixels. Smaller ones are not enlarged. */
    public PhotoPreparer(int longSide) {
        this.longSide = longSide;
    }

    /**
     * Prepares a file.
     *
     * @param covered the areas of the upright photo that are made unrecognizable
     */
    public PreparationResult prepare(Path file, List<CoveredArea> covered) {
        try {
            byte[] bytes = readToPlace(file);
            PictureMemory memory = free(FREE_MEMORY).orElseGet(PictureMemory::new);
            try {
                // Waits without an end, also while the caller is interrupted, because the memory is used again.
                return CompletableFuture.supplyAsync(
                                () -> result(bytes, covered, memory), PhotoPreparer::startAtLowPriority)
                        .join();
            } finally {
                FREE_FILES.add(new SoftReference<>(bytes));
                FREE_MEMORY.add(new SoftReference<>(memory));
                FREE_PLACES.release();
            }
        } catch (PhotoFileException rejected) {
            return new PreparationResult.Rejected(rejected.error());
        }
    }

    /** Starts a thread of the lowest priority, because the window needs the processor first. */
    private static void startAtLowPriority(Runnable preparation) {
        Thread.ofPlatform().name("photo").daemon().priority(Thread.MIN_PRIORITY).start(preparation);
    }

    /** Reads a file, then takes a place for it. */
    private static byte[] readToPlace(Path file) throws PhotoFileException {
        FREE_READERS.acquireUninterruptibly();
        try {
            byte[] bytes = read(file);
            FREE_PLACES.acquireUninterruptibly();
            return bytes;
        } finally {
            FREE_READERS.release();
        }
    }

    private static <T> Optional<T> free(Queue<SoftReference<T>> memory) {
        return Optional.ofNullable(memory.poll()).map(SoftReference::get);
    }

    private static byte[] read(Path file) throws PhotoFileException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new PhotoFileException(PhotoFileError.NOT_A_PICTURE);
            }
            try (InputStream in = Files.newInputStream(file)) {
                int size = (int) Math.min(Files.size(file), PictureLimits.MOST_FILE_BYTES);
                byte[] bytes =
                        free(FREE_FILES).filter(free -> free.length > size).orElseGet(() -> new byte[size + 1]);
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

    private PreparationResult result(byte[] file, List<CoveredArea> covered, PictureMemory memory) {
        try {
            return new PreparationResult.Prepared(prepare(file, covered, memory));
        } catch (PhotoFileException rejected) {
            return new PreparationResult.Rejected(rejected.error());
        }
    }

    /** Prepares the content of a file. */
    PreparedPhoto prepare(byte[] file, List<CoveredArea> covered) throws PhotoFileException {
        return prepare(file, covered, new PictureMemory());
    }

    private PreparedPhoto prepare(byte[] file, List<CoveredArea> covered, PictureMemory memory)
            throws PhotoFileException {
        PictureDecoder.Decoded decoded = new PictureDecoder(longSide, memory).decode(file);
        BufferedImage picture = ExifOrientation.of(file).upright(decoded.picture(), memory);
        var inspector = new PhotoInspector(picture, decoded.originalLongSide());
        var remarks = inspector.remarks();
        long fingerprint = inspector.fingerprint();
        covered.forEach(area -> area.fill(picture));
        byte[] jpeg = JpegEncoder.encode(picture, memory.jpeg());
        return new PreparedPhoto(
                jpeg,
                new Buffer().write(jpeg).sha256().hex(),
                picture.getWidth(),
                picture.getHeight(),
                fingerprint,
                remarks);
    }
}
