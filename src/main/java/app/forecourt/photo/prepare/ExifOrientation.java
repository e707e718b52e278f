package app.forecourt.photo.prepare;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * The orientation of a picture as recorded by its camera (Exif 2.32, tag 0x0112). Browsers turn pictures by it, and so
 * does this program.
 */
enum ExifOrientation {
    /** The tag's value 1, and each value that is unknown. */
    UPRIGHT(false, false, false),
    /** The tag's value 2. */
    MIRRORED(false, true, false),
    /** The tag's value 3. */
    UPSIDE_DOWN(false, true, true),
    /** The tag's value 4. */
    UPSIDE_DOWN_MIRRORED(false, false, true),
    /** The tag's value 5. */
    TURNED_LEFT_MIRRORED(true, false, false),
    /** The tag's value 6. */
    TURNED_LEFT(true, false, true),
    /** The tag's value 7. */
    TURNED_RIGHT_MIRRORED(true, true, true),
    /** The tag's value 8. */
    TURNED_RIGHT(true, true, false);

    private final boolean swapsSides;
    private final boolean reversesColumns;
    private final boolean reversesRows;

    /**
     * Describes where the stored pixel of an upright one is.
     *
     * @param swapsSides whether an upright row is a stored column
     * @param reversesColumns whether the stored columns count from the right
     * @param reversesRows whether the stored rows count from the bottom
     */
    ExifOrientation(boolean swapsSides, boolean reversesColumns, boolean reversesRows) {
        this.swapsSides = swapsSides;
        this.reversesColumns = reversesColumns;
        this.reversesRows = reversesRows;
    }

    /** Returns the orientation of a file; upright if there is none or it is unreadable. */
    static ExifOrientation of(byte[] file) {
        return ExifData.of(file)
                .directories(ExifIFD0Directory.class)
                .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(value -> value >= 1 && value <= values().length)
                .map(value -> values()[value - 1])
                .orElse(UPRIGHT);
    }

    /** Returns whether the upright picture has width and height swapped. */
    boolean swapsSides() {
        return swapsSides;
    }

    /** Returns a scaled picture turned upright. */
    BufferedImage upright(BufferedImage scaled, ReusablePictureBuffers memory) {
        if (this == UPRIGHT) {
            return scaled;
        }
        int width = scaled.getWidth();
        int height = scaled.getHeight();
        BufferedImage upright = memory.pixels(swapsSides ? height : width, swapsSides ? width : height);
        Graphics2D pen = upright.createGraphics();
        if (swapsSides) {
            pen.transform(new AffineTransform(0, 1, 1, 0, 0, 0));
        }
        pen.drawImage(
                scaled,
                reversesColumns ? width : 0,
                reversesRows ? height : 0,
                reversesColumns ? -width : width,
                reversesRows ? -height : height,
                null);
        pen.dispose();
        return upright;
    }
}
