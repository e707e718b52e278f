package app.forecourt.photo.prepare;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The parts of a PNG or WebP, each with a name of four letters. */
final class PictureChunks {
    private static final int PNG_START = 8;
    private static final int WEBP_START = 12;
    /** The maximum size of a color profile; those of monitors need a few kilobytes. */
    private static final int MOST_PROFILE_BYTES = 4 << 20;

    private PictureChunks() {}

    /** Returns the first chunk of this name in a PNG. */
    static byte @Nullable [] ofPng(byte[] file, String name) {
        return find(file, ByteOrder.BIG_ENDIAN, PNG_START, true, name);
    }

    /** Returns the first chunk of this name in a WebP. */
    static byte @Nullable [] ofWebp(byte[] file, String name) {
        return find(file, ByteOrder.LITTLE_ENDIAN, WEBP_START, false, name);
    }

    /** Returns whether a WebP is shorter than it says. Its last byte may be missing, because it has no meaning. */
    static boolean isCutOffWebp(byte[] file) {
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        return file.length < 8 + length - 1;
    }

    private static byte @Nullable [] find(byte[] bytes, ByteOrder order, long start, boolean isPng,
            String name) {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(order);
        long at = start;
        while (at + 8 <= file.limit()) {
            long length = Integer.toUnsignedLong(file.getInt((int) at + (isPng ? 0 : 4)));
            String found = new String(bytes, (int) at + (isPng ? 4 : 0), 4,
                    StandardCharsets.ISO_8859_1);
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

    /** Returns the color profile of a PNG. */
    static byte @Nullable [] profileOfPng(byte[] file) {
        byte[] chunk = ofPng(file, "iCCP");
        if (chunk == null) {
            return null;
        }
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        // A name, a zero, the method of compression, and the profile.
        return name + 2 <= chunk.length ? inflate(chunk, name + 2) : null;
    }

    private static byte @Nullable [] inflate(byte[] chunk, int start) {
        var inflated = new ByteArrayOutputStream();
        byte[] part = new byte[8_192];
        try (var inflater = new Inflater()) {
            inflater.setInput(chunk, start, chunk.length - start);
            while (!inflater.finished() && inflated.size() <= MOST_PROFILE_BYTES) {
                int count = inflater.inflate(part);
                if (count == 0) {
                    return null;
                }
                inflated.write(part, 0, count);
            }
        } catch (DataFormatException damaged) {
            return null;
        }
        return inflated.size() <= MOST_PROFILE_BYTES ? inflated.toByteArray() : null;
    }
}
