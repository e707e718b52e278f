package app.forecourt.photo.prepare;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;

/**
 * The memory of the pictures of one photo, used again for the next one. New arrays for each would be larger than Java's
 * young generation, so that only full collections could free them, and they stop the window.
 */
final class ReusablePictureBuffers {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0xff00;
    private static final int BLUE = 0xff;

    private byte[] bytes = {};
    private int[] pixels = {};
    private int[] otherPixels = {};
    private final ByteArrayOutputStream jpeg = new ByteArrayOutputStream();

    /** Returns a picture of three bytes for each pixel, in the memory of the one before. */
    WritableRaster bytes(int width, int height) {
        int count = 3 * width * height;
        if (bytes.length < count) {
            // Frees the smaller one first.
            bytes = new byte[0];
            bytes = new byte[count];
        }
        return Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length), width, height, 3 * width, 3, new int[] {2, 1, 0}, null);
    }

    /** Returns an image that shows bytes as the colors of a color space. */
    static BufferedImage image(WritableRaster bytes, ColorSpace space) {
        var colors = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, bytes, false, null);
    }

    /** Returns a picture of an integer for each pixel, in the memory of the one before the last. */
    BufferedImage pixels(int width, int height) {
        int[] older = otherPixels;
        otherPixels = pixels;
        pixels = older.length < width * height ? new int[width * height] : older;
        var raster = Raster.createPackedRaster(
                new DataBufferInt(pixels, pixels.length), width, height, width, new int[] {RED, GREEN, BLUE}, null);
        return new BufferedImage(new DirectColorModel(24, RED, GREEN, BLUE), raster, false, null);
    }

    /**
     * Returns an empty stream for the result, in the memory of the one before. The next photo begins with the largest.
     */
    ByteArrayOutputStream jpeg() {
        if (pixels.length > otherPixels.length) {
            int[] largest = pixels;
            pixels = otherPixels;
            otherPixels = largest;
        }
        jpeg.reset();
        return jpeg;
    }
}
