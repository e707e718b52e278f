package app.forecourt.photo.prepare;

import java.util.Arrays;
import java.util.BitSet;
import okio.Buffer;

/** Made-up lossless WebP pictures (RFC 9649). */
final class SampleWebp {
    private final BitSet bits = new BitSet();
    private int count;

    private SampleWebp() {}

    /** Creates a picture that is red on the left half and blue on the right. */
    static byte[] redBlue(int width, int height) {
        return file(chunk("VP8L", new SampleWebp().lossless(width, height)));
    }

    /** Creates the same picture with the camera's data. */
    static byte[] redBlue(int width, int height, SampleExif exif) {
        byte[] extended = new Buffer()
                .writeIntLe(0b1000)
                .write(threeBytes(width - 1))
                .write(threeBytes(height - 1))
                .readByteArray();
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
        return new Buffer()
                .writeUtf8("RIFF")
                .writeIntLe(content.length + 4)
                .writeUtf8("WEBP")
                .write(content)
                .readByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        return new Buffer()
                .writeUtf8(name)
                .writeIntLe(content.length)
                .write(content)
                .write(new byte[content.length % 2])
                .readByteArray();
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
        return Arrays.copyOf(bits.toByteArray(), (count + 7) / 8);
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
            bits.set(count++, ((value >> bit) & 1) == 1);
        }
    }
}
