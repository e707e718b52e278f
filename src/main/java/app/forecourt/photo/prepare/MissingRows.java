package app.forecourt.photo.prepare;

import java.awt.image.BufferedImage;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/** Watches a decoder of JPEGs, and stops it if more than a few rows at the end can't be decoded. */
final class MissingRows implements IIOReadUpdateListener {
    /** The share of the rows that may be missing at the end of a JPEG, or the rows that the decoder holds back. */
    private static final double MISSING_SHARE = 0.02;

    private static final int HELD_ROWS = 20;
    /** Some cameras fill up their data. All other warnings are about pixels that are lost. */
    private static final String HARMLESS_WARNING = "extraneous bytes";

    private final int height;
    /** The number of rows that have arrived; of a progressive picture, those of the last time. */
    private int rows;

    /**
     * Watches a decoder.
     *
     * @param height the number of rows that it decodes
     */
    MissingRows(ImageReader reader, int height) {
        this.height = height;
        int mostMissing = Math.min(height - 1, (int) Math.max(HELD_ROWS, height * MISSING_SHARE));
        reader.addIIOReadUpdateListener(this);
        reader.addIIOReadWarningListener((_, warning) -> {
            if (!warning.contains(HARMLESS_WARNING) && height - rows > mostMissing) {
                reader.abort();
            }
        });
    }

    /** Returns whether the decoder was stopped before the last row. */
    boolean isAny() {
        return rows < height;
    }

    @Override
    public void imageUpdate(
            ImageReader reader,
            BufferedImage image,
            int left,
            int top,
            int width,
            int count,
            int stepX,
            int stepY,
            int[] bands) {
        rows = top + count;
    }

    @Override
    public void passStarted(
            ImageReader reader,
            BufferedImage image,
            int pass,
            int first,
            int last,
            int left,
            int top,
            int stepX,
            int stepY,
            int[] bands) {}

    @Override
    public void passComplete(ImageReader reader, BufferedImage image) {}

    @Override
    public void thumbnailPassStarted(
            ImageReader reader,
            BufferedImage image,
            int pass,
            int first,
            int last,
            int left,
            int top,
            int stepX,
            int stepY,
            int[] bands) {}

    @Override
    public void thumbnailUpdate(
            ImageReader reader,
            BufferedImage image,
            int left,
            int top,
            int width,
            int count,
            int stepX,
            int stepY,
            int[] bands) {}

    @Override
    public void thumbnailPassComplete(ImageReader reader, BufferedImage image) {}
}
