package app.forecourt.photo.prepare;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * A raster without pixels of its own. Java's JPEG decoder writes its rows here one by one, and each goes into an
 * average.
 */
final class AveragingRaster extends WritableRaster {
    private final AreaAverage average;
    private final byte[] row;

    private AveragingRaster(int width, int height, AreaAverage average) {
        super(
                new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, width, height, 3, 3 * width, new int[] {0, 1, 2}),
                new DataBufferByte(1),
                new Point());
        this.average = average;
        this.row = new byte[3 * width];
    }

    /** Creates a destination for the decoder. */
    static BufferedImage image(int width, int height, AreaAverage average) {
        var colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colors, new AveragingRaster(width, height, average), false, null);
    }

    @Override
    public void setRect(int x, int y, Raster source) {
        source.getDataElements(source.getMinX(), source.getMinY(), source.getWidth(), 1, row);
        average.add(y, row);
    }
}
