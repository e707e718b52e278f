package app.forecourt.photo.prepare;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;

/**
 * The rows of a decoded image as bytes: gray and 16 bits become RGB of 8 bits, transparent pixels become white. Samples
 * are taken as they are, because Java takes gray ones for linear and would make them brighter.
 */
final class PixelRows {
    private final BufferedImage image;
    private final boolean hasSamples;
    private final int bands;
    /** The bands of red, green and blue; of alpha, or -1. */
    private final int green;

    private final int blue;
    private final int alpha;
    private final int shift;
    private int[] samples = {};

    PixelRows(BufferedImage image) {
        this.image = image;
        ColorModel colors = image.getColorModel();
        int space = colors.getColorSpace().getType();
        int bits = colors.getComponentSize(0);
        boolean isGray = space == ColorSpace.TYPE_GRAY;
        hasSamples = colors instanceof ComponentColorModel
                && !colors.isAlphaPremultiplied()
                && (isGray || space == ColorSpace.TYPE_RGB)
                && ((bits == 8 && colors.getTransferType() == DataBuffer.TYPE_BYTE)
                        || (bits == 16 && colors.getTransferType() == DataBuffer.TYPE_USHORT));
        bands = colors.getNumComponents();
        green = isGray ? 0 : 1;
        blue = isGray ? 0 : 2;
        alpha = colors.hasAlpha() ? bands - 1 : -1;
        shift = bits - 8;
    }

    /** Returns whether the rows are samples in the image's own color space, and not converted to sRGB. */
    boolean hasSamples() {
        return hasSamples;
    }

    /** Writes a row into three bytes for each pixel. */
    void read(int y, byte[] rgb) {
        if (hasSamples) {
            readSamples(y, rgb);
        } else {
            readColors(y, rgb);
        }
    }

    private void readSamples(int y, byte[] rgb) {
        int width = image.getWidth();
        samples = image.getRaster().getPixels(0, y, width, 1, samples.length == 0 ? null : samples);
        for (int in = 0, out = 0; out < 3 * width; in += bands) {
            int opacity = alpha < 0 ? 255 : samples[in + alpha] >> shift;
            rgb[out++] = onWhite(samples[in] >> shift, opacity);
            rgb[out++] = onWhite(samples[in + green] >> shift, opacity);
            rgb[out++] = onWhite(samples[in + blue] >> shift, opacity);
        }
    }

    private void readColors(int y, byte[] rgb) {
        int width = image.getWidth();
        samples = image.getRGB(0, y, width, 1, samples.length == 0 ? null : samples, 0, width);
        for (int x = 0, out = 0; x < width; x++) {
            int argb = samples[x];
            int opacity = argb >>> 24;
            rgb[out++] = onWhite(argb >> 16 & 0xff, opacity);
            rgb[out++] = onWhite(argb >> 8 & 0xff, opacity);
            rgb[out++] = onWhite(argb & 0xff, opacity);
        }
    }

    private static byte onWhite(int value, int opacity) {
        return (byte) (opacity == 255 ? value : 255 + (value - 255) * opacity / 255);
    }
}
