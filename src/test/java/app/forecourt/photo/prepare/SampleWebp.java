package app.forecourt.photo.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Made-up lossless WebP pictures (RFC 9649). */
public final class SampleWebp {
    private final ByteArrayOutputStream bits = new ByteArrayOutputStream();
    private int current;
    private int count;

    private SampleWebp() {}

    /** Creates the same picture with an orientation. */
    public static byte[] redBlue(int width, int height, int orientation) {
        return redBlue(width, height, new SampleExif(ByteOrder.LITTLE_ENDIAN).orientation(orientation));
    }

    /** Creates a picture that is red on the left half and blue on the right. */
    static byte[] redBlue(int width, int height) {
        return file(chunk("VP8L", new SampleWebp().lossless(width, height)));
    }

    /** Creates the same picture with the camera's data. */
    static byte[] redBlue(int width, int height, SampleExif exif) {
        byte[] extended = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0b1000)
                .put(threeBytes(width - 1))
                .put(threeBytes(height - 1))
                .array();
        return file(
                chunk("VP8X", extended),
                chunk("VP8L", new SampleWebp().lossless(width, height)),
                chunk("EXIF", exif.tiff()));
    }

    private static byte[] threeBytes(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
    }

    private static byte[] file(byte[]... chunks) {
        byte[] content = SamplePictures.joined(chunks);
        return SamplePictures.joined(
                "RIFF".getBytes(ISO_8859_1), number(content.length + 4), "WEBP".getBytes(ISO_8859_1), content);
    }

    private static byte[] chunk(String name, byte[] content) {
        return SamplePictures.joined(
                name.getBytes(ISO_8859_1), number(content.length), content, new byte[content.length % 2]);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private byte[] lossless(int width, int height) {
        write(0x2f, 8);
        write(width - 1, 14);
        write(height - 1, 14);
        // No alpha, version 0; no transforms, no color cache, one group of codes.
        write(0, 1 + 3 + 1 + 1 + 1);
        oneSymbol(0);
        twoSymbols(0, 255);
        twoSymbols(0, 255);
        oneSymbol(255);
        oneSymbol(0);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean isRed = x < width / 2;
                write(isRed ? 1 : 0, 1);
                write(isRed ? 0 : 1, 1);
            }
        }
        write(0, 7);
        return bits.toByteArray();
    }

    private void oneSymbol(int symbol) {
        write(1, 1);
        write(0, 1);
        write(1, 1);
        write(symbol, 8);
    }

    private void twoSymbols(int first, int second) {
        write(1, 1);
        write(1, 1);
        write(1, 1);
        write(first, 8);
        write(second, 8);
    }

    private void write(int value, int size) {
        for (int bit = 0; bit < size; bit++) {
            current |= ((value >> bit) & 1) << count++;
            if (count == 8) {
                bits.write(current);
                current = 0;
                count = 0;
            }
        }
    }
}
