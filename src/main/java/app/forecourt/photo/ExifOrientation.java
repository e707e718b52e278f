package app.forecourt.photo;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The orientation of a photo as recorded in its JPEG (Exif 2.32, tag 0x0112). Browsers rotate photos by it, and so
 * does this program. Mirrored orientations, which no camera writes, are ignored.
 */
enum ExifOrientation {
    UPRIGHT(1), UPSIDE_DOWN(3), TURNED_LEFT(6), TURNED_RIGHT(8);

    private final int tagValue;

    ExifOrientation(int tagValue) {
        this.tagValue = tagValue;
    }

    /** Reads the orientation of a JPEG; upright if there is none or it is unreadable. */
    static ExifOrientation of(byte[] jpeg) {
        try {
            return JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg), List.of(new ExifReader()))
                    .getDirectoriesOfType(ExifIFD0Directory.class).stream()
                    .map(directory -> directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION))
                    .filter(Objects::nonNull).findFirst().map(ExifOrientation::of).orElse(UPRIGHT);
        } catch (JpegProcessingException | IOException unreadable) {
            return UPRIGHT;
        }
    }

    private static ExifOrientation of(int tagValue) {
        for (ExifOrientation orientation : values()) {
            if (orientation.tagValue == tagValue) {
                return orientation;
            }
        }
        return UPRIGHT;
    }

    /** Returns whether rotating swaps width and height. */
    boolean swapsSides() {
        return this == TURNED_LEFT || this == TURNED_RIGHT;
    }

    /** Returns the photo rotated upright. */
    BufferedImage rotate(BufferedImage original) {
        int width = original.getWidth();
        int height = original.getHeight();
        AffineTransform turn = switch (this) {
            case UPRIGHT -> new AffineTransform();
            case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, width, height);
            case TURNED_LEFT -> new AffineTransform(0, 1, -1, 0, height, 0);
            case TURNED_RIGHT -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
        var rotated = new BufferedImage(swapsSides() ? height : width, swapsSides() ? width : height,
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D canvas = rotated.createGraphics();
        canvas.drawImage(original, turn, null);
        canvas.dispose();
        return rotated;
    }
}
