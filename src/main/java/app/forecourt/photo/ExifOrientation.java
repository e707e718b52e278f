package app.forecourt.photo;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as it noted in its JPEG (Exif 2.32, tag 0x0112): browsers show a photo turned by it, and so do
 * we. Mirrored ones, which no camera takes, are left as they are.
 */
enum ExifOrientation {
    UPRIGHT(1), UPSIDE_DOWN(3), TURNED_LEFT(6), TURNED_RIGHT(8);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int MARKER = 0xff;
    private static final int APPLICATION_1 = 0xe1;
    private static final int PIXELS = 0xda;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private final int noted;

    ExifOrientation(int noted) {
        this.noted = noted;
    }

    /** What a file says of it; upright where it says nothing, or nothing that can be read. */
    static ExifOrientation of(byte[] jpeg) {
        ByteBuffer file = ByteBuffer.wrap(jpeg);
        int at = Short.BYTES;
        while (at + 4 <= jpeg.length && Byte.toUnsignedInt(jpeg[at]) == MARKER
                && Byte.toUnsignedInt(jpeg[at + 1]) != PIXELS) {
            int end = at + Short.BYTES + Short.toUnsignedInt(file.getShort(at + Short.BYTES));
            int body = at + 2 * Short.BYTES;
            if (Byte.toUnsignedInt(jpeg[at + 1]) == APPLICATION_1 && end <= jpeg.length
                    && end - body > EXIF.length
                    && file.slice(body, EXIF.length).equals(ByteBuffer.wrap(EXIF))) {
                return noted(file.slice(body + EXIF.length, end - body - EXIF.length));
            }
            at = end;
        }
        return UPRIGHT;
    }

    /** TIFF 6.0: the order of the bytes, where the first list of notes stands, and each with its tag, type, count and value. */
    private static ExifOrientation noted(ByteBuffer notes) {
        try {
            notes.order(notes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int list = notes.getInt(4);
            int count = Short.toUnsignedInt(notes.getShort(list));
            for (int entry = list + Short.BYTES; count > 0; entry += ENTRY, count--) {
                if (notes.getShort(entry) == TAG) {
                    return of(notes.getShort(entry + 8));
                }
            }
        } catch (IndexOutOfBoundsException cut) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static ExifOrientation of(int noted) {
        for (ExifOrientation each : values()) {
            if (each.noted == noted) {
                return each;
            }
        }
        return UPRIGHT;
    }

    /** Whether its width is the height of what is shown. */
    boolean isAcross() {
        return this == TURNED_LEFT || this == TURNED_RIGHT;
    }

    /** The picture as it is to be seen. */
    BufferedImage turned(BufferedImage taken) {
        int right = taken.getWidth() - 1;
        int bottom = taken.getHeight() - 1;
        var turned = new BufferedImage(isAcross() ? bottom + 1 : right + 1,
                isAcross() ? right + 1 : bottom + 1,
                BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x <= right; x++) {
            for (int y = 0; y <= bottom; y++) {
                int pixel = taken.getRGB(x, y);
                switch (this) {
                    case UPRIGHT -> turned.setRGB(x, y, pixel);
                    case UPSIDE_DOWN -> turned.setRGB(right - x, bottom - y, pixel);
                    case TURNED_LEFT -> turned.setRGB(bottom - y, x, pixel);
                    case TURNED_RIGHT -> turned.setRGB(y, right - x, pixel);
                }
            }
        }
        return turned;
    }
}
