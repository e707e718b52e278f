package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.SamplePictures.plain;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A covered area is unrecognizable, and the rest of the photo stays. */
class CoveredAreaTest {

    /** Returns the number of pixels of an area that are not white. */
    private static long filled(BufferedImage image, int left, int top, int right, int bottom) {
        return Arrays.stream(image.getRGB(left, top, right - left, bottom - top, null, 0, right - left))
                .filter(pixel -> pixel != 0xffffffff)
                .count();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "inside, 0.25, 0.5, 0.5, 0.2, 50, 50, 150, 70",
        "parts of pixels, 0.1475, 0.145, 0.0005, 0.01, 29, 14, 30, 16",
        "partly outside, -0.5, -0.5, 1, 1, 0, 0, 100, 50",
        "far beyond, -1e300, -1, 2e300, 9, 0, 0, 200, 100",
        "right of it, 1, 0, 1, 1, 0, 0, 0, 0",
        "left of it, -1, 0, 1, 1, 0, 0, 0, 0",
        "below it, 0.5, 2, 0.1, 1e300, 0, 0, 0, 0",
        "nothing, 0.5, 0.5, 0, 0.2, 0, 0, 0, 0"
    })
    void onlyTheAreaIsFilled(
            String kind, double x, double y, double width, double height, int left, int top, int right, int bottom) {
        BufferedImage image = plain(Color.WHITE, 200, 100);
        new CoveredArea(x, y, width, height).fill(image);
        long area = (long) (right - left) * (bottom - top);
        assertEquals(area, filled(image, left, top, right, bottom));
        assertEquals(area, filled(image, 0, 0, 200, 100));
    }

    @Test
    void invalidAreaIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CoveredArea(Double.NaN, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CoveredArea(0, 0, -0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CoveredArea(0, 0, 1, Double.POSITIVE_INFINITY));
    }

    @Test
    void platesCanNotBeToldApart() throws PhotoFileException {
        var plain = new HashSet<String>();
        var covered = new HashSet<String>();
        for (String text : List.of("IIIIIIII", "MWMWMWMW", "12-ABC-3")) {
            BufferedImage plate = plain(Color.BLACK, 1_200, 900);
            plate.getGraphics().drawString(text, 320, 690);
            byte[] file = SamplePictures.encoded("png", plate);
            plain.add(SamplePictures.prepared(1_200, file).hash());
            covered.add(SamplePictures.prepared(1_200, file, new CoveredArea(0.25, 0.7, 0.5, 0.1))
                    .hash());
        }
        assertEquals(3, plain.size());
        assertEquals(1, covered.size());
    }

    /** The numbers are of the photo as the user sees it. Earlier versions let the user move each of several areas. */
    @Test
    void eachAreaIsOfTheUprightPhoto() throws PhotoFileException {
        byte[] file = SamplePictures.withExif(
                SamplePictures.jpeg(SampleScenes.car(2, 640, 480)), new SampleExif().orientation(6));
        int[] plain = pixels(file);
        int[] covered = pixels(
                file,
                new CoveredArea(0, 0.5, 1, 0.2),
                new CoveredArea(0, 0.65, 1, 0.2),
                new CoveredArea(0, 0.8, 1, 0.2));
        // JPEG mixes the colors of 16 rows.
        int top = 480 * 300;
        assertArrayEquals(Arrays.copyOf(plain, top), Arrays.copyOf(covered, top));
        long same = IntStream.range(480 * 340, 480 * 640)
                .filter(i -> plain[i] == covered[i])
                .count();
        assertTrue(same < 480 * 300 / 10, same + " pixels are the same");
    }

    private static int[] pixels(byte[] file, CoveredArea... covered) throws PhotoFileException {
        BufferedImage image = SamplePictures.decoded(
                SamplePictures.prepared(640, file, covered).jpeg());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
