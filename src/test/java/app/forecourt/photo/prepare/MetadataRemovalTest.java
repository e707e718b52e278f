package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.SamplePictures.joined;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.Cases;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No byte of the metadata of made-up files is left, 1,000 in the proof. */
class MetadataRemovalTest {
    private static final int FILES = Cases.times(60, 1_000);
    private static final String SECRET = "Hidden-7f3a";
    /** Start, JFIF, tables, frame, codes, scan, end. */
    private static final Set<Integer> ALLOWED = Set.of(0xd8, 0xe0, 0xdb, 0xc0, 0xc4, 0xda, 0xd9);

    private final Random random = new Random(20261128);

    private byte[] file(int number) {
        BufferedImage image = SamplePictures.quarters(40 + random.nextInt(40), 40 + random.nextInt(40));
        SampleExif exif = exif(image);
        return switch (number % 10) {
            case 0 -> png(image, exif);
            case 1 -> SampleWebp.redBlue(image.getWidth(), image.getHeight(), exif);
            case 2 -> jpeg(SamplePictures.progressive(image), exif);
            default -> jpeg(SamplePictures.jpeg(image), exif);
        };
    }

    private SampleExif exif(BufferedImage image) {
        var exif = new SampleExif(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .orientation(random.nextInt(10))
                .serial()
                .position();
        if (random.nextBoolean()) {
            exif.taken("2026:11:28 09:10:11");
        }
        return random.nextBoolean() ? exif : exif.thumbnail(joined(SamplePictures.jpeg(image), text(SECRET)));
    }

    private byte[] jpeg(byte[] picture, SampleExif exif) {
        byte[] file = picture;
        for (int segment = random.nextInt(5); segment >= 0; segment--) {
            file = switch (random.nextInt(6)) {
                case 0 -> segment(file, 0xe1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET);
                case 1 -> segment(file, 0xed, "Photoshop 3.0\u00008BIM\4\4\0\0\0\0\0\u000b" + SECRET);
                case 2 -> segment(file, 0xfe, SECRET);
                case 3 -> SamplePictures.withProfile(file, SamplePictures.LINEAR_PROFILE, 1 + random.nextInt(3));
                case 4 -> segment(file, 0xe0 + 2 + random.nextInt(12), SECRET);
                default -> segment(file, 0xe2, "MPF\0" + SECRET);
            };
        }
        file = SamplePictures.withExif(file, exif);
        return random.nextBoolean() ? file : joined(file, text(SECRET), picture);
    }

    private byte[] png(BufferedImage image, SampleExif exif) {
        byte[] file = SamplePictures.withChunk(SamplePictures.encoded("png", image), "eXIf", exif.tiff());
        file = SamplePictures.withChunk(file, "tEXt", text("Comment\0" + SECRET));
        return SamplePictures.withChunk(file, "iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + SECRET));
    }

    private byte[] segment(byte[] file, int marker, String content) {
        byte[] filling = new byte[random.nextInt(4) == 0 ? random.nextInt(60_000) : random.nextInt(100)];
        random.nextBytes(filling);
        return SamplePictures.withSegment(file, marker, joined(text(content), filling));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the markers; fails at a byte that belongs to no segment. */
    private static List<Integer> markers(byte[] jpeg) {
        var markers = new ArrayList<Integer>();
        int at = 0;
        while (at < jpeg.length) {
            assertEquals(0xff, jpeg[at] & 0xff, "no marker at " + at);
            int marker = jpeg[at + 1] & 0xff;
            markers.add(marker);
            at += 2;
            if (marker != 0xd8 && marker != 0xd9) {
                at += Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(at));
            }
            if (marker == 0xda) {
                while (jpeg[at] != (byte) 0xff || jpeg[at + 1] == 0) {
                    at++;
                }
            }
        }
        return markers;
    }

    @Test
    void nothingIsLeftOfThousandFiles() throws Exception {
        var kinds = new TreeSet<String>();
        for (int number = 0; number < FILES; number++) {
            byte[] file = file(number);
            assertTrue(
                    content(file).contains(SampleExif.SERIAL) && content(file).contains(SampleExif.OWNER));
            byte[] jpeg = SamplePictures.prepared(PhotoPreparer.LONG_SIDE, file).jpeg();

            List<Integer> markers = markers(jpeg);
            assertTrue(ALLOWED.containsAll(markers), "file " + number + ": " + markers);
            assertEquals(1, markers.stream().filter(marker -> marker == 0xe0).count(), "file " + number);
            assertEquals(0xd9, markers.getLast());
            // "JFIF", a version, a density of one by one without a unit, and a thumbnail of no pixel.
            assertEquals(
                    "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0\1\2\0\0\1\0\1\0\0",
                    content(jpeg).substring(0, 20));
            for (String left : List.of(SECRET, SampleExif.SERIAL, SampleExif.OWNER, "Exif", "adobe", "8BIM", "ICC_")) {
                assertFalse(content(jpeg).contains(left), "file " + number + ": " + left);
            }
            JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
                    .getDirectories()
                    .forEach((Directory directory) -> kinds.add(directory.getName()));
        }
        assertEquals(Set.of("JPEG", "JFIF", "Huffman"), kinds);
    }

    private static String content(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
