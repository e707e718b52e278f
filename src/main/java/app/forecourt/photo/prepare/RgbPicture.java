package app.forecourt.photo.prepare;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;

/** The pixels of a picture, row by row, each as {@code 0xRRGGBB}. */
@SuppressWarnings("ArrayRecordComponent")
record RgbPicture(int width, int height, int[] pixels) {
    private static final int RED = 0xff0000;
    private static final int GREEN = 0xff00;
    private static final int BLUE = 0xff;

    /** Returns the picture turned upright. */
    RgbPicture upright(ExifOrientation orientation) {
        boolean swaps = orientation.swapsSides();
        return new RgbPicture(swaps ? height : width, swaps ? width : height,
                orientation.turn(pixels, width, height));
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
        var raster = Raster.createPackedRaster(new DataBufferInt(pixels, pixels.length), width, height, width,
                new int[]{RED, GREEN, BLUE}, null);
        return new BufferedImage(new DirectColorModel(24, RED, GREEN, BLUE), raster, false, null);
    }
}
