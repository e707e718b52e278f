package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.SamplePictures.withExif;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are turned upright by all eight orientations. */
class ExifOrientationTest {
    private static final byte[] QUARTERS = SamplePictures.jpeg(SamplePictures.quarters(160, 96));

    /** Each pixel of an odd-sized picture goes to its place; the expected one is by the text of the standard. */
    @ParameterizedTest
    @CsvSource({
        "0,UPRIGHT,012345,3",
        "1,UPRIGHT,012345,3",
        "2,MIRRORED,210543,3",
        "3,UPSIDE_DOWN,543210,3",
        "4,UPSIDE_DOWN_MIRRORED,345012,3",
        "5,TURNED_LEFT_MIRRORED,031425,2",
        "6,TURNED_LEFT,304152,2",
        "7,TURNED_RIGHT_MIRRORED,524130,2",
        "8,TURNED_RIGHT,251403,2",
        "9,UPRIGHT,012345,3"
    })
    void eachPixelIsMoved(int value, ExifOrientation orientation, String expected, int width) {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            assertEquals(orientation, ExifOrientation.of(withExif(QUARTERS, new SampleExif(order).orientation(value))));
        }
        var stored = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        stored.getRaster().setDataElements(0, 0, 3, 2, new int[] {0, 1, 2, 3, 4, 5});
        BufferedImage turned = orientation.upright(stored, new ReusablePictureBuffers());
        assertEquals(List.of(width, 6 / width), List.of(turned.getWidth(), turned.getHeight()));
        assertEquals(
                expected,
                Arrays.stream(PictureScaler.pixels(turned))
                        .mapToObj(Integer::toString)
                        .collect(joining()));
    }

    @Test
    void pngAndWebpHaveOrientations() throws PhotoFileException {
        var exif = new SampleExif().orientation(6);
        byte[] png = SamplePictures.withChunk(
                SamplePictures.encoded("png", SamplePictures.quarters(16, 8)), "eXIf", exif.tiff());
        for (byte[] file : List.of(png, SampleWebp.redBlue(16, 8, exif))) {
            PreparedPhoto photo = SamplePictures.prepared(400, file);
            assertEquals(List.of(8, 16), List.of(photo.width(), photo.height()));
        }
    }

    @Test
    void truncatedTagsAreIgnored() {
        byte[] file = withExif(QUARTERS, new SampleExif().orientation(6));
        assertEquals(ExifOrientation.TURNED_LEFT, ExifOrientation.of(file));
        // The value is in the only entry of the directory.
        int value = 2 + 4 + 6 + 8 + 2 + 8;
        for (int length = 0; length < file.length; length++) {
            assertNotNull(ExifOrientation.of(Arrays.copyOf(file, length)));
        }
        assertEquals(ExifOrientation.UPRIGHT, ExifOrientation.of(Arrays.copyOf(file, value)));
    }

    /** The library looks at the usual place, behind the header, if the offset points out of the data. */
    @ParameterizedTest
    @CsvSource({"-1,UPRIGHT", "-2147483648,UPRIGHT", "2147483647,TURNED_LEFT", "1000,TURNED_LEFT"})
    void invalidOffsetIsIgnored(int offset, ExifOrientation found) {
        byte[] file = withExif(QUARTERS, new SampleExif().orientation(6));
        ByteBuffer.wrap(file).putInt(2 + 4 + 6 + 4, offset);
        assertEquals(found, ExifOrientation.of(file));
    }
}
