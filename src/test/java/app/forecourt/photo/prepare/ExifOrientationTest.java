package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.SamplePictures.withExif;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are turned upright by all eight orientations. */
class ExifOrientationTest {
    private static final byte[] QUARTERS = SamplePictures.jpeg(SamplePictures.quarters(160, 96));

    /** Returns the first letters of the colors of the four quarters. */
    private static String quarters(BufferedImage image) {
        var letters = new StringBuilder();
        for (int y = 1; y <= 3; y += 2) {
            for (int x = 1; x <= 3; x += 2) {
                var color = new Color(image.getRGB(image.getWidth() * x / 4, image.getHeight() * y / 4));
                letters.append(letter(color));
            }
        }
        return letters.toString();
    }

    private static char letter(Color color) {
        if (Math.abs(color.getRed() - color.getGreen()) < 20 && Math.abs(color.getRed() - color.getBlue()) < 20) {
            return 'g';
        }
        return color.getRed() > 200 ? 'R' : color.getGreen() > 200 ? 'G' : 'B';
    }

    @ParameterizedTest
    @CsvSource({
        "0,RGBg,160,96",
        "1,RGBg,160,96",
        "2,GRgB,160,96",
        "3,gBGR,160,96",
        "4,BgRG,160,96",
        "5,RBGg,96,160",
        "6,BRgG,96,160",
        "7,gGBR,96,160",
        "8,GgRB,96,160",
        "9,RGBg,160,96"
    })
    void photoIsTurnedUpright(int value, String quarters, int width, int height) throws PhotoFileException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] file = withExif(QUARTERS, new SampleExif(order).orientation(value));
            PreparedPhoto photo = SamplePictures.prepared(400, file, List.of());
            BufferedImage image = SamplePictures.decoded(photo.jpeg());
            assertEquals(
                    quarters + " " + width + " × " + height,
                    quarters(image) + " " + image.getWidth() + " × " + image.getHeight());
            assertEquals(List.of(width, height), List.of(photo.width(), photo.height()));
        }
    }

    /** Each pixel of an odd-sized picture goes to its place; the expected one is by the text of the standard. */
    @ParameterizedTest
    @CsvSource({
        "UPRIGHT,012345,3",
        "MIRRORED,210543,3",
        "UPSIDE_DOWN,543210,3",
        "UPSIDE_DOWN_MIRRORED,345012,3",
        "TURNED_LEFT_MIRRORED,031425,2",
        "TURNED_LEFT,304152,2",
        "TURNED_RIGHT_MIRRORED,524130,2",
        "TURNED_RIGHT,251403,2"
    })
    void eachPixelIsMoved(ExifOrientation orientation, String expected, int width) {
        var stored = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        stored.getRaster().setDataElements(0, 0, 3, 2, new int[] {0, 1, 2, 3, 4, 5});
        BufferedImage turned = orientation.upright(stored, new PictureMemory());
        assertEquals(width, turned.getWidth());
        assertEquals(6 / width, turned.getHeight());
        assertEquals(
                expected,
                Arrays.stream(PictureScaler.pixels(turned))
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining()));
    }

    @Test
    void pngAndWebpHaveOrientations() throws PhotoFileException {
        var exif = new SampleExif(ByteOrder.BIG_ENDIAN).orientation(6);
        byte[] png = SamplePictures.withChunk(
                SamplePictures.encoded("png", SamplePictures.quarters(16, 8)), "eXIf", exif.tiff());
        for (byte[] file : List.of(png, SampleWebp.redBlue(16, 8, exif))) {
            PreparedPhoto photo = SamplePictures.prepared(400, file, List.of());
            assertEquals(List.of(8, 16), List.of(photo.width(), photo.height()));
        }
    }

    @Test
    void truncatedTagsAreIgnored() {
        byte[] file = withExif(QUARTERS, new SampleExif(ByteOrder.BIG_ENDIAN).orientation(6));
        assertEquals(ExifOrientation.TURNED_LEFT, ExifOrientation.of(file));
        // The value is in the last entry of the directory.
        int value = 2 + 4 + 6 + 8 + 2 + 12 + 8;
        for (int length = 0; length < file.length; length++) {
            assertNotNull(ExifOrientation.of(Arrays.copyOf(file, length)));
        }
        assertEquals(ExifOrientation.UPRIGHT, ExifOrientation.of(Arrays.copyOf(file, value)));
    }

    /** The library looks at the usual place, behind the header, if the offset points out of the data. */
    @Test
    void invalidOffsetsAreIgnored() {
        var found = new ArrayList<ExifOrientation>();
        for (int offset : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000}) {
            byte[] file = withExif(QUARTERS, new SampleExif(ByteOrder.BIG_ENDIAN).orientation(6));
            ByteBuffer.wrap(file).putInt(2 + 4 + 6 + 4, offset);
            found.add(ExifOrientation.of(file));
        }
        assertEquals(
                List.of(
                        ExifOrientation.UPRIGHT,
                        ExifOrientation.UPRIGHT,
                        ExifOrientation.TURNED_LEFT,
                        ExifOrientation.TURNED_LEFT),
                found);
    }
}
