package app.forecourt.photo.prepare;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.exif.EXIF;
import com.twelvemonkeys.imageio.metadata.tiff.IFD;
import com.twelvemonkeys.imageio.metadata.tiff.Rational;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFEntry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The camera's data of a made-up picture, as a TIFF. */
final class SampleExif {
    static final String SERIAL = "SN-7391-4420-8856";
    static final String OWNER = "Jan Modaal";
    private static final int BODY_SERIAL_NUMBER = 0xa431;
    private static final int LATITUDE_REFERENCE = 1;
    private static final int LATITUDE = 2;
    private static final int THUMBNAIL = 0x501b;

    private final ByteOrder order;
    private final List<Entry> camera = new ArrayList<>();
    private final List<Entry> exif = new ArrayList<>();
    private final List<Entry> gps = new ArrayList<>();

    SampleExif() {
        this(ByteOrder.BIG_ENDIAN);
    }

    SampleExif(ByteOrder order) {
        this.order = order;
    }

    SampleExif orientation(int value) {
        camera.add(new TIFFEntry(TIFF.TAG_ORIENTATION, (short) value));
        return this;
    }

    SampleExif changed(String time) {
        camera.add(new TIFFEntry(TIFF.TAG_DATE_TIME, time));
        return this;
    }

    SampleExif taken(String time) {
        exif.add(new TIFFEntry(EXIF.TAG_DATE_TIME_ORIGINAL, time));
        return this;
    }

    SampleExif serial() {
        camera.add(new TIFFEntry(TIFF.TAG_ARTIST, OWNER));
        exif.add(new TIFFEntry(BODY_SERIAL_NUMBER, SERIAL));
        return this;
    }

    /** Adds 52° 22′ north. */
    SampleExif position() {
        gps.add(new TIFFEntry(LATITUDE_REFERENCE, "N"));
        gps.add(new TIFFEntry(LATITUDE, new Rational[] {new Rational(52), new Rational(22), new Rational(0)}));
        return this;
    }

    SampleExif thumbnail(byte[] jpeg) {
        camera.add(new TIFFEntry(THUMBNAIL, TIFF.TYPE_UNDEFINED, jpeg));
        return this;
    }

    /** Returns the TIFF: the camera's directory, and those that it points to. */
    byte[] tiff() {
        var entries = new ArrayList<>(camera);
        Map.of(TIFF.TAG_EXIF_IFD, exif, TIFF.TAG_GPS_IFD, gps).forEach((tag, directory) -> {
            if (!directory.isEmpty()) {
                entries.add(new TIFFEntry(tag, TIFF.TYPE_LONG, new IFD(directory)));
            }
        });
        var file = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            out.setByteOrder(order);
            new TIFFWriter().write(entries, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
