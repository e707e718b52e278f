package app.forecourt.photo.prepare;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of a PNG or WebP, each with a name of four letters. */
final class PictureChunks {
    private static final int PNG_START = 8;
    private static final int WEBP_START = 12;
    /** The last byte of a GIF. */
    private static final byte GIF_END = 0x3b;
    /** The zeros with which a WebP may end, as the bytes of a plain area can be. */
    private static final int MOST_ZEROS = 512;

    private static final int MOST_ZEROS_SHARE = 50;

    private PictureChunks() {}

    /** Returns the first chunk of this name in a PNG. */
    static byte @Nullable [] ofPng(byte[] file, String name) {
        return find(file, ByteOrder.BIG_ENDIAN, PNG_START, true, name);
    }

    /** Returns the first chunk of this name in a WebP. */
    static byte @Nullable [] ofWebp(byte[] file, String name) {
        return find(file, ByteOrder.LITTLE_ENDIAN, WEBP_START, false, name);
    }

    /**
     * Returns whether a PNG, GIF or WebP is shorter than it says, or ends with zeros. The last byte of a WebP may be
     * missing, because it has no meaning.
     */
    static boolean isCutOff(PictureFormat format, byte[] file) {
        return switch (format) {
            case PNG -> ofPng(file, "IEND") == null;
            case GIF -> file[endWithoutZeros(file) - 1] != GIF_END;
            case WEBP ->
                file.length
                                < 8
                                        + Integer.toUnsignedLong(ByteBuffer.wrap(file)
                                                .order(ByteOrder.LITTLE_ENDIAN)
                                                .getInt(4))
                                        - 1
                        || Stream.of("VP8 ", "VP8L")
                                .map(name -> ofWebp(file, name))
                                .anyMatch(PictureChunks::endsWithZeros);
            default -> false;
        };
    }

    private static boolean endsWithZeros(byte @Nullable [] pixels) {
        return pixels != null
                && pixels.length - endWithoutZeros(pixels) > Math.max(MOST_ZEROS, pixels.length / MOST_ZEROS_SHARE);
    }

    /** Returns the length without the zeros at the end, with which a broken copy is filled up. */
    static int endWithoutZeros(byte[] file) {
        int end = file.length;
        while (end > 0 && file[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static byte @Nullable [] find(byte[] bytes, ByteOrder order, long start, boolean isPng, String name) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(order);
        long at = start;
        while (at + 8 <= file.limit()) {
            long length = Integer.toUnsignedLong(file.getInt((int) at + (isPng ? 0 : 4)));
            String found = new String(bytes, (int) at + (isPng ? 4 : 0), 4, StandardCharsets.ISO_8859_1);
            if (at + 8 + length > file.limit()) {
                return null;
            }
            if (found.equals(name)) {
                return Arrays.copyOfRange(bytes, (int) at + 8, (int) (at + 8 + length));
            }
            // A chunk of a PNG ends with a checksum, one of a WebP at an even place.
            at += 8 + length + (isPng ? 4 : length % 2);
        }
        return null;
    }
}
