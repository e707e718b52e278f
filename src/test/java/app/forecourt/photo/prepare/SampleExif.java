package app.forecourt.photo.prepare;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The camera's data of a made-up picture, as a TIFF. */
final class SampleExif {
    static final String SERIAL = "SN-7391-4420-8856";
    static final String OWNER = "Jan Modaal";
    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private final ByteOrder order;
    private final List<Entry> camera = new ArrayList<>();
    private final List<Entry> exif = new ArrayList<>();
    private final List<Entry> gps = new ArrayList<>();
    private byte[] thumbnail = {};

    private record Entry(int tag, int type, int count, byte[] value) {}

    SampleExif(ByteOrder order) {
        this.order = order;
        camera.add(text(0x010f, "Maker"));
    }

    SampleExif orientation(int value) {
        camera.add(new Entry(0x0112, SHORT, 1, buffer(4).putShort((short) value).array()));
        return this;
    }

    SampleExif changed(String time) {
        camera.add(text(0x0132, time));
        return this;
    }

    SampleExif taken(String time, String fraction) {
        exif.add(text(0x9003, time));
        exif.add(text(0x9291, fraction));
        return this;
    }

    SampleExif serial() {
        camera.add(text(0x013b, OWNER));
        exif.add(text(0xa431, SERIAL));
        return this;
    }

    /** Adds 52° 22′ north. */
    SampleExif position() {
        gps.add(text(0x0001, "N"));
        gps.add(new Entry(
                0x0002,
                RATIONAL,
                3,
                buffer(24)
                        .putInt(52)
                        .putInt(1)
                        .putInt(22)
                        .putInt(1)
                        .putInt(0)
                        .putInt(1)
                        .array()));
        return this;
    }

    SampleExif thumbnail(byte[] jpeg) {
        thumbnail = jpeg;
        return this;
    }

    private Entry text(int tag, String text) {
        byte[] value = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Entry(tag, ASCII, value.length, value);
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    /** Returns the TIFF: the camera's directory, those that it points to, and that of the thumbnail. */
    byte[] tiff() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(buffer(8)
                .put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .array());
        var first = new ArrayList<>(camera);
        int behind = 8 + size(camera) + (exif.isEmpty() ? 0 : 12) + (gps.isEmpty() ? 0 : 12);
        int exifAt = behind;
        int gpsAt = exifAt + (exif.isEmpty() ? 0 : size(exif));
        int thumbnailAt = gpsAt + (gps.isEmpty() ? 0 : size(gps));
        if (!exif.isEmpty()) {
            first.add(pointer(0x8769, exifAt));
        }
        if (!gps.isEmpty()) {
            first.add(pointer(0x8825, gpsAt));
        }
        file.writeBytes(directory(first, 8, thumbnail.length == 0 ? 0 : thumbnailAt));
        if (!exif.isEmpty()) {
            file.writeBytes(directory(exif, exifAt, 0));
        }
        if (!gps.isEmpty()) {
            file.writeBytes(directory(gps, gpsAt, 0));
        }
        if (thumbnail.length > 0) {
            var entries = List.of(pointer(0x0201, thumbnailAt + 2 + 24 + 4), pointer(0x0202, thumbnail.length));
            file.writeBytes(directory(entries, thumbnailAt, 0));
            file.writeBytes(thumbnail);
        }
        return file.toByteArray();
    }

    private Entry pointer(int tag, int value) {
        return new Entry(tag, LONG, 1, buffer(4).putInt(value).array());
    }

    private static int size(List<Entry> entries) {
        return 2
                + 12 * entries.size()
                + 4
                + entries.stream().mapToInt(entry -> stored(entry)).sum();
    }

    /** A value of up to four bytes is in the entry itself. */
    private static int stored(Entry entry) {
        return entry.value.length <= 4 ? 0 : entry.value.length;
    }

    private byte[] directory(List<Entry> entries, int start, int next) {
        ByteBuffer directory = buffer(size(entries));
        directory.putShort((short) entries.size());
        int valueAt = 2 + 12 * entries.size() + 4;
        for (Entry entry : entries) {
            directory.putShort((short) entry.tag).putShort((short) entry.type).putInt(entry.count);
            if (stored(entry) == 0) {
                directory.put(entry.value).position(directory.position() + 4 - entry.value.length);
            } else {
                directory.putInt(start + valueAt).put(valueAt, entry.value);
                valueAt += entry.value.length;
            }
        }
        directory.putInt(next);
        return directory.array();
    }
}
