package app.forecourt.photo.prepare;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * The pixels of a picture, row by row, each as {@code 0xRRGGBB}.
 *
 * @param pixels an array that may be longer than the picture
 */
@SuppressWarnings("ArrayRecordComponent")
record RgbPicture(int width, int height, int[] pixels) {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0xff00;
    private static final int BLUE = 0xff;

    /**
     * The memory of large pictures, used again for the next one. A new array for each would be larger than Java's young
     * generation, so that only full collections could free it, and they stop the window.
     */
    static final class Memory {
        private int[] stored = {};
        private int[] upright = {};

        /** Returns an array of zeros for a picture as stored. */
        int[] stored(int count) {
            stored = cleared(stored, count);
            return stored;
        }

        /** Returns an array of zeros for a picture that is turned upright. */
        int[] upright(int count) {
            upright = cleared(upright, count);
            return upright;
        }

        private static int[] cleared(int[] pixels, int count) {
            if (pixels.length < count) {
                return new int[count];
            }
            Arrays.fill(pixels, 0);
            return pixels;
        }
    }

    /** Returns the number of pixels. */
    int count() {
        return width * height;
    }

    /** Returns the picture turned upright. */
    RgbPicture upright(ExifOrientation orientation, Memory memory) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return this;
        }
        boolean swaps = orientation.swapsSides();
        int[] upright = memory.upright(count());
        orientation.turn(pixels, width, height, upright);
        return new RgbPicture(swaps ? height : width, swaps ? width : height, upright);
    }

    /** Returns the picture scaled down. */
    RgbPicture reduced(AreaAverage average) {
        byte[] row = new byte[3 * width];
        for (int y = 0; y < height; y++) {
            copyRows(y, 1, row);
            average.add(y, row);
        }
        return average.picture();
    }

    /** Copies rows into three bytes for each pixel. */
    void copyRows(int top, int rows, byte[] rgb) {
        int end = (top + rows) * width;
        for (int i = top * width, out = 0; i < end; i++) {
            rgb[out++] = (byte) (pixels[i] >> 16);
            rgb[out++] = (byte) (pixels[i] >> 8);
            rgb[out++] = (byte) pixels[i];
        }
    }

    /** Returns a Java image that shares the pixels. */
    BufferedImage image() {
        var raster = Raster.createPackedRaster(
                new DataBufferInt(pixels, pixels.length), width, height, width, new int[] {RED, GREEN, BLUE}, null);
        return new BufferedImage(new DirectColorModel(24, RED, GREEN, BLUE), raster, false, null);
    }
}
