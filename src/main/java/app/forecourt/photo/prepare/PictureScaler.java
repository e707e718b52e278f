package app.forecourt.photo.prepare;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferInt;

/** Scales pictures down. The results are of {@link BufferedImage#TYPE_INT_RGB}; transparent pixels become white. */
final class PictureScaler {
    /** The factor up to which one step is enough: 12 megapixels to the usual size are 2.1. */
    private static final double FAR_LARGER = 2.25;

    private final ReusablePictureBuffers memory;

    /**
     * Creates a scaler.
     *
     * @param memory the memory of the results; a result is valid until the next one
     */
    PictureScaler(ReusablePictureBuffers memory) {
        this.memory = memory;
    }

    /** Returns a picture with at most this long side; a smaller one keeps its size. */
    BufferedImage toLongSide(BufferedImage picture, int longSide) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double scale = Math.min(1, (double) longSide / Math.max(width, height));
        return scaled(
                picture, Math.max(1, (int) Math.round(width * scale)), Math.max(1, (int) Math.round(height * scale)));
    }

    /**
     * Returns a picture of this size, which is not larger. Halves it while it is far larger, so that each pixel counts.
     */
    BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage result = picture;
        do {
            int wide = next(result.getWidth(), width);
            int high = next(result.getHeight(), height);
            BufferedImage smaller = memory.pixels(wide, high);
            Graphics2D pen = smaller.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, wide, high);
            pen.drawImage(result, 0, 0, wide, high, null);
            pen.dispose();
            result = smaller;
        } while (result.getWidth() > width || result.getHeight() > height);
        return result;
    }

    private static int next(int side, int target) {
        return side > FAR_LARGER * target ? side / 2 : target;
    }

    /**
     * Returns the pixels of a scaled picture, row by row, each with {@code 0xRRGGBB} in its low bits. They are not
     * copied, and the array may be longer.
     */
    static int[] pixels(BufferedImage scaled) {
        return ((DataBufferInt) scaled.getRaster().getDataBuffer()).getData();
    }

    /**
     * Returns a picture of a rare kind with its samples as 8 bits of red, green and blue. Its color space is not
     * applied: Java takes gray samples for linear and would make them brighter.
     */
    static BufferedImage withSamples(BufferedImage picture) {
        ColorModel colors = picture.getColorModel();
        int bits = colors.getComponentSize(0);
        if (picture.getType() != BufferedImage.TYPE_CUSTOM
                || !(colors instanceof ComponentColorModel)
                || (bits != Byte.SIZE && bits != Short.SIZE)) {
            return picture;
        }
        int width = picture.getWidth();
        int bands = colors.getNumComponents();
        int next = colors.getNumColorComponents() == 1 ? 0 : 1;
        var result = new BufferedImage(width, picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] samples = new int[width * bands];
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRaster().getPixels(0, y, width, 1, samples);
            for (int x = 0, in = 0; x < width; x++, in += bands) {
                int alpha = colors.hasAlpha() ? samples[in + bands - 1] : -1;
                row[x] = eight(alpha, bits) << 24
                        | eight(samples[in], bits) << 16
                        | eight(samples[in + next], bits) << 8
                        | eight(samples[in + 2 * next], bits);
            }
            result.getRaster().setDataElements(0, y, width, 1, row);
        }
        return result;
    }

    private static int eight(int sample, int bits) {
        return sample >> (bits - Byte.SIZE) & 0xff;
    }
}
