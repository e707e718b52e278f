package app.forecourt.photo;

import app.forecourt.photo.PhotoOutcome.Broken;
import app.forecourt.photo.PhotoOutcome.Shown;
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
 * A photo as it is shown: small, and how large it is itself. Of every second, third, … row and column the pixels are
 * taken, so that a large one never stands in memory whole; how large it is is read from its head before that.
 */
public final class Thumbnail {
    /** Bytes of a file. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;
    /** Pixels of a picture: more than any camera's. */
    public static final long MOST_PIXELS = 40_000_000;
    /** Pixels: a row is read whole. */
    public static final int LONGEST_SIDE = 20_000;

    /** Times that a JPEG goes over its pixels: few need ten. A hundred bytes that go over all of them take a second. */
    static final int MOST_SCANS = 50;
    private static final byte MARKER = (byte) 0xff;
    private static final byte SCAN = (byte) 0xda;

    /** Bytes by which every kind is known. */
    static final int HEAD = 16;

    /** Pixels that are kept at least, if the photo has as many; up to twice as many each way are kept. */
    private static final int WIDE = 144;
    private static final int HIGH = 108;
    /** One at a time: the decoder of JPEG may need six bytes for each pixel. */
    private static final Object DESK = new Object();

    private final int width;
    private final int height;
    private final BufferedImage small;

    private Thumbnail(int width, int height, BufferedImage small) {
        this.width = width;
        this.height = height;
        this.small = small;
    }

    /** Its own width, in pixels. */
    public int width() {
        return width;
    }

    /** Its own height, in pixels. */
    public int height() {
        return height;
    }

    /** The width at which it is shown, in pixels. */
    public int smallWidth() {
        return small.getWidth();
    }

    /** The height at which it is shown, in pixels. */
    public int smallHeight() {
        return small.getHeight();
    }

    /** The pixels as they are shown, row by row, each as {@code 0xAARRGGBB}. */
    public int[] argb() {
        return small.getRGB(0, 0, small.getWidth(), small.getHeight(), null, 0, small.getWidth());
    }

    /** Why a file that begins like this is not shown; empty when it may be. */
    static Optional<PhotoError> fault(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        if (format(start).isPresent()) {
            return Optional.empty();
        }
        // "RIFF", its length, "WEBP"; or the length of a box, "ftyp" and the kind: avif, heic, mif1 and the like.
        boolean webp = start.startsWith("RIFF") && start.startsWith("WEBP", 8);
        boolean later = start.startsWith("ftyp", 4) && Stream.of("avi", "hei", "hev", "mif", "msf")
                .anyMatch(kind -> start.startsWith(kind, 8));
        return Optional.of(webp || later ? PhotoError.OTHER_KIND : PhotoError.NOT_A_PICTURE);
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

    /** Reads a file. */
    static PhotoOutcome read(byte[] file) {
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
            // Of what is written beside the pixels Java's reader reads nothing.
            reader.setInput(in, true, true);
            return read(reader,
                    format.get().equals("jpeg") ? ExifOrientation.of(file) : ExifOrientation.UPRIGHT);
        } catch (IOException | RuntimeException damaged) {
            // The readers of Java throw whatever a damaged file leads them to.
            return new Broken(PhotoError.DAMAGED, 0);
        } finally {
            reader.dispose();
        }
    }

    /** Within a scan no other byte follows such a one. */
    private static long scans(byte[] jpeg) {
        return IntStream.range(1, jpeg.length).filter(at -> jpeg[at] == SCAN && jpeg[at - 1] == MARKER)
                .count();
    }

    private static PhotoOutcome read(ImageReader reader, ExifOrientation held) throws IOException {
        int width = held.isAcross() ? reader.getHeight(0) : reader.getWidth(0);
        int height = held.isAcross() ? reader.getWidth(0) : reader.getHeight(0);
        if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            return new Broken(PhotoError.TOO_MANY_PIXELS, 0);
        }
        int every = Math.max(1, Math.max(width / WIDE, height / HIGH));
        ImageReadParam thinned = reader.getDefaultReadParam();
        thinned.setSourceSubsampling(every, every, 0, 0);
        synchronized (DESK) {
            return new Shown(new Thumbnail(width, height, held.turned(reader.read(0, thinned))));
        }
    }
}
