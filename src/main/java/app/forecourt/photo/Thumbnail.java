package app.forecourt.photo;

import app.forecourt.photo.PhotoFetch.Outcome.Broken;
import app.forecourt.photo.PhotoFetch.Outcome.Shown;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A reduced photo and the size of the original. Only every n-th row and column is decoded, so that a large photo is
 * never in memory as a whole. The size is read from the header before decoding.
 */
public final class Thumbnail {
    /** The maximum size of a file, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /** The maximum number of pixels; no camera takes as many. */
    public static final long MOST_PIXELS = 40_000_000;
    /** The maximum width and height in pixels, because the decoder reads whole rows. */
    public static final int LONGEST_SIDE = 20_000;

    /** The maximum number of scans of a JPEG; few need ten. A scan of 100 bytes over all pixels takes a second. */
    static final int MOST_SCANS = 50;
    private static final byte MARKER = (byte) 0xff;
    private static final byte SCAN = (byte) 0xda;

    /** The number of bytes that identify every format. */
    static final int HEAD = 16;

    /** The minimum size in pixels, if the photo has as many. Up to twice as many per side are kept. */
    private static final int MIN_WIDTH = 144;
    private static final int MIN_HEIGHT = 108;
    /** Allows one decoder at a time, because decoding a JPEG may need six bytes per pixel. */
    private static final Object DECODER_LOCK = new Object();

    private final int width;
    private final int height;
    private final BufferedImage small;

    private Thumbnail(int width, int height, BufferedImage small) {
        this.width = width;
        this.height = height;
        this.small = small;
    }

    /** Returns the width of the original in pixels. */
    public int width() {
        return width;
    }

    /** Returns the height of the original in pixels. */
    public int height() {
        return height;
    }

    /** Returns the width of the thumbnail in pixels. */
    public int smallWidth() {
        return small.getWidth();
    }

    /** Returns the height of the thumbnail in pixels. */
    public int smallHeight() {
        return small.getHeight();
    }

    /** Returns the pixels of the thumbnail, row by row, each as {@code 0xAARRGGBB}. */
    public int[] argb() {
        return small.getRGB(0, 0, small.getWidth(), small.getHeight(), null, 0, small.getWidth());
    }

    /** Returns the error of a file that starts with these bytes; empty if its format is supported. */
    static Optional<PhotoError> formatError(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (format(start).isPresent()) {
            return Optional.empty();
        }
        // "RIFF", a length, "WEBP"; or the length of a box, "ftyp" and a brand such as avif, heic or mif1.
        boolean webp = start.startsWith("RIFF") && start.startsWith("WEBP", 8);
        boolean heif = start.startsWith("ftyp", 4) && Stream.of("avi", "hei", "hev", "mif", "msf")
                .anyMatch(brand -> start.startsWith(brand, 8));
        return Optional.of(webp || heif ? PhotoError.OTHER_KIND : PhotoError.NOT_A_PICTURE);
    }

    private static Optional<String> format(String start) {
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of("png");
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of("jpeg");
        }
        return start.startsWith("GIF87a") || start.startsWith("GIF89a") ? Optional.of("gif")
                : Optional.empty();
    }

    /** Decodes a file. */
    static PhotoFetch.Outcome read(byte[] file) {
        String start = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        Optional<String> format = format(start);
        if (format.isEmpty()) {
            return new Broken(PhotoError.NOT_A_PICTURE, 0);
        }
        if (format.get().equals("jpeg") && scans(file) > MOST_SCANS) {
            return new Broken(PhotoError.DAMAGED, 0);
        }
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.get()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Metadata are ignored.
            reader.setInput(in, true, true);
            return read(reader,
                    format.get().equals("jpeg") ? ExifOrientation.of(file) : ExifOrientation.UPRIGHT);
        } catch (IOException | RuntimeException damaged) {
            // Java's readers throw any kind of RuntimeException at damaged files.
            return new Broken(PhotoError.DAMAGED, 0);
        } finally {
            reader.dispose();
        }
    }

    /** Counts the scans. These two bytes never occur inside the data of a scan. */
    private static long scans(byte[] jpeg) {
        return IntStream.range(1, jpeg.length).filter(i -> jpeg[i] == SCAN && jpeg[i - 1] == MARKER)
                .count();
    }

    private static PhotoFetch.Outcome read(ImageReader reader, ExifOrientation orientation)
            throws IOException {
        int width = orientation.swapsSides() ? reader.getHeight(0) : reader.getWidth(0);
        int height = orientation.swapsSides() ? reader.getWidth(0) : reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            return new Broken(PhotoError.TOO_MANY_PIXELS, 0);
        }
        int step = Math.max(1, Math.max(width / MIN_WIDTH, height / MIN_HEIGHT));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        synchronized (DECODER_LOCK) {
            return new Shown(new Thumbnail(width, height, orientation.rotate(reader.read(0, parameters))));
        }
    }
}
