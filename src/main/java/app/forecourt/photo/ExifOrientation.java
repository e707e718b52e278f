package app.forecourt.photo;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The orientation of a photo as recorded in its JPEG (Exif 2.32, tag 0x0112). Browsers rotate photos by it, and so
 * does this program. Mirrored orientations, which no camera writes, are ignored.
 */
enum ExifOrientation {
    UPRIGHT(1), UPSIDE_DOWN(3), TURNED_LEFT(6), TURNED_RIGHT(8);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MARKER = 0xff;
    private static final int APPLICATION_1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int TAG = 0x0112;
    private static final int ENTRY_SIZE = 12;

    private final int tagValue;

    ExifOrientation(int tagValue) {
        this.tagValue = tagValue;
    }

    /** Reads the orientation of a JPEG; upright if there is none or it is unreadable. */
    static ExifOrientation of(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        int at = Short.BYTES;
        while (at + 4 <= jpeg.length && Byte.toUnsignedInt(jpeg[at]) == MARKER
                && Byte.toUnsignedInt(jpeg[at + 1]) != START_OF_SCAN) {
            int end = at + Short.BYTES + Short.toUnsignedInt(file.getShort(at + Short.BYTES));
            int body = at + 2 * Short.BYTES;
            if (Byte.toUnsignedInt(jpeg[at + 1]) == APPLICATION_1 && end <= jpeg.length
                    && end - body > EXIF.length
                    && file.slice(body, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                return fromTiff(file.slice(body + EXIF.length, end - body - EXIF.length));
            }
            at = end;
        }
        return UPRIGHT;
    }

    /**
     * Reads the orientation from TIFF 6.0 data: the byte order, the offset of the first directory, and entries of
     * tag, type, count and value.
     */
    private static ExifOrientation fromTiff(ByteBuffer tiff) {
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int count = Short.toUnsignedInt(tiff.getShort(directory));
            for (int entry = directory + Short.BYTES; count > 0; entry += ENTRY_SIZE, count--) {
                if (tiff.getShort(entry) == TAG) {
                    return of(tiff.getShort(entry + 8));
                }
            }
        } catch (IndexOutOfBoundsException truncated) {
            return UPRIGHT;
        }
        return UPRIGHT;
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
        int right = original.getWidth() - 1;
        int bottom = original.getHeight() - 1;
        var rotated = new BufferedImage(swapsSides() ? bottom + 1 : right + 1,
                swapsSides() ? right + 1 : bottom + 1,
                BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x <= right; x++) {
            for (int y = 0; y <= bottom; y++) {
                int pixel = original.getRGB(x, y);
                switch (this) {
                    case UPRIGHT -> rotated.setRGB(x, y, pixel);
                    case UPSIDE_DOWN -> rotated.setRGB(right - x, bottom - y, pixel);
                    case TURNED_LEFT -> rotated.setRGB(bottom - y, x, pixel);
                    case TURNED_RIGHT -> rotated.setRGB(y, right - x, pixel);
                }
            }
        }
        return rotated;
    }
}
