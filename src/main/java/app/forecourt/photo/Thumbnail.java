package app.forecourt.photo;

import app.forecourt.photo.PhotoFetch.Outcome.Broken;
import app.forecourt.photo.PhotoFetch.Outcome.Shown;
import app.forecourt.photo.prepare.ExifOrientation;
import app.forecourt.photo.prepare.PictureFormat;
import app.forecourt.photo.prepare.PictureLimits;
import app.forecourt.photo.prepare.PictureReaders;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
    /** The formats that are shown, because browsers show them too. */
    private static final Set<PictureFormat> SHOWN =
            EnumSet.of(PictureFormat.JPEG, PictureFormat.PNG, PictureFormat.GIF, PictureFormat.WEBP);

    /** The minimum size in pixels, if the photo has as many. Up to twice as many per side are kept. */
    enum Size {
        /** For a tile. */
        SMALL(144, 108),
        /** For a window. */
        LARGE(1_280, 960);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private final int width;
    private final int height;
    private final int smallWidth;
    private final int[] argb;

    private Thumbnail(int width, int height, int smallWidth, int[] argb) {
        this.width = width;
        this.height = height;
        this.smallWidth = smallWidth;
        this.argb = argb;
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
        return smallWidth;
    }

    /** Returns the height of the thumbnail in pixels. */
    public int smallHeight() {
        return argb.length / smallWidth;
    }

    /** Returns the pixels of the thumbnail, row by row, each as {@code 0xAARRGGBB}. */
    public int[] argb() {
        return argb.clone();
    }

    /** Returns the error of a file that starts with these bytes; empty if its format is supported. */
    static Optional<PhotoError> formatError(byte[] head) {
        Optional<PictureFormat> format = PictureFormat.of(head);
        if (format.isEmpty()) {
            return Optional.of(PhotoError.NOT_A_PICTURE);
        }
        return SHOWN.contains(format.get()) ? Optional.empty() : Optional.of(PhotoError.OTHER_KIND);
    }

    /** Decodes a file. */
    static PhotoFetch.Outcome read(byte[] file, Size size) {
        Optional<PhotoError> fault = formatError(file);
        if (fault.isPresent()) {
            return new Broken(fault.get(), 0);
        }
        PictureFormat format = PictureFormat.of(file).orElseThrow();
        if (format == PictureFormat.JPEG && PictureLimits.hasTooManyScans(file)) {
            return new Broken(PhotoError.DAMAGED, 0);
        }
        ImageReader reader = PictureReaders.of(format, file);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            // Metadata are ignored.
            reader.setInput(in, true, true);
            return read(reader, ExifOrientation.of(file), size);
        } catch (IOException | RuntimeException damaged) {
            // The decoders throw any kind of RuntimeException at damaged files.
            return new Broken(PhotoError.DAMAGED, 0);
        } finally {
            reader.dispose();
        }
    }

    private static PhotoFetch.Outcome read(ImageReader reader, ExifOrientation orientation, Size size)
            throws IOException {
        int width = orientation.swapsSides() ? reader.getHeight(0) : reader.getWidth(0);
        int height = orientation.swapsSides() ? reader.getWidth(0) : reader.getHeight(0);
        if (PictureLimits.exceededBy(width, height)) {
            return new Broken(PhotoError.TOO_MANY_PIXELS, 0);
        }
        int step = Math.max(1, Math.max(width / size.width, height / size.height));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage small = PictureReaders.decode((long) width * height, () -> reader.read(0, parameters));
        boolean swaps = orientation.swapsSides();
        var upright = new BufferedImage(
                swaps ? small.getHeight() : small.getWidth(),
                swaps ? small.getWidth() : small.getHeight(),
                BufferedImage.TYPE_INT_ARGB);
        orientation.draw(small, upright);
        return new Shown(new Thumbnail(
                width,
                height,
                upright.getWidth(),
                upright.getRGB(0, 0, upright.getWidth(), upright.getHeight(), null, 0, upright.getWidth())));
    }
}
