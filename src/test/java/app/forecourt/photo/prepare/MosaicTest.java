package app.forecourt.photo.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A covered area is unrecognizable, and the rest of the photo stays. */
class MosaicTest {

    private static RgbPicture random(int width, int height) {
        var random = new Random(1);
        return new RgbPicture(
                width, height, random.ints((long) width * height, 0, 0x1000000).toArray());
    }

    private static Set<Integer> colors(RgbPicture picture, int left, int top, int right, int bottom) {
        var colors = new HashSet<Integer>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                colors.add(picture.pixels()[y * picture.width() + x]);
            }
        }
        return colors;
    }

    @Test
    void onlyTheAreaIsCovered() {
        RgbPicture picture = random(200, 100);
        int[] before = picture.pixels().clone();
        new Mosaic(picture).cover(new CoveredArea(0.25, 0.5, 0.5, 0.2));
        assertTrue(colors(picture, 50, 50, 150, 70).size() <= 7);
        for (int y = 0; y < 100; y++) {
            for (int x = 0; x < 200; x++) {
                boolean isCovered = x >= 50 && x < 150 && y >= 50 && y < 70;
                if (!isCovered) {
                    assertEquals(before[y * 200 + x], picture.pixels()[y * 200 + x], x + ", " + y);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"520,110,3,16", "110,520,16,3", "100,100,4,4", "100,99,4,4", "40,9,3,16", "3,2,2,3", "1,1,1,1"})
    void blocksAreLarge(int width, int height, int rows, int columns) {
        RgbPicture picture = random(width, height);
        new Mosaic(picture).cover(new CoveredArea(0, 0, 1, 1));
        assertEquals(
                columns,
                1
                        + IntStream.range(1, width)
                                .filter(x -> picture.pixels()[x] != picture.pixels()[x - 1])
                                .count());
        assertEquals(
                rows,
                1
                        + IntStream.range(1, height)
                                .filter(y -> picture.pixels()[y * width] != picture.pixels()[(y - 1) * width])
                                .count());
    }

    /** Whatever is where in the area: only its average counts, and not exactly. */
    @Test
    void contentIsNotInTheBlocks() {
        RgbPicture picture = random(120, 40);
        RgbPicture mixed =
                new RgbPicture(120, 40, Arrays.stream(picture.pixels()).sorted().toArray());
        new Mosaic(picture).cover(new CoveredArea(0, 0, 1, 1));
        new Mosaic(mixed).cover(new CoveredArea(0, 0, 1, 1));
        assertArrayEquals(picture.pixels(), mixed.pixels());
    }

    @Test
    void areasOutsideAreIgnoredAndPartsCovered() {
        RgbPicture picture = random(60, 40);
        int[] before = picture.pixels().clone();
        for (CoveredArea outside : List.of(
                new CoveredArea(1, 0, 1, 1),
                new CoveredArea(-1, 0, 1, 1),
                new CoveredArea(0.5, 2, 0.1, 1e300),
                new CoveredArea(0.5, 0.5, 0, 0.2))) {
            new Mosaic(picture).cover(outside);
        }
        assertArrayEquals(before, picture.pixels());
        new Mosaic(picture).cover(new CoveredArea(-0.5, -0.5, 1, 1));
        assertTrue(colors(picture, 0, 0, 30, 20).size() <= 7);
        assertEquals(before[30], picture.pixels()[30]);
    }

    @Test
    void invalidAreaIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new CoveredArea(Double.NaN, 0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CoveredArea(0, 0, -0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> new CoveredArea(0, 0, 1, Double.POSITIVE_INFINITY));
    }

    private static BufferedImage plate(String text) {
        var image = new BufferedImage(1_200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xf2c230));
        pen.fillRect(300, 600, 520, 110);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, 96));
        pen.drawString(text, 320, 690);
        pen.dispose();
        return image;
    }

    /** The plates differ in the amount of black at most. */
    @Tag("proof")
    @Test
    void platesCanNotBeToldApart() throws PhotoFileException {
        var random = new Random(7);
        var seen = new HashSet<String>();
        for (int i = 0; i < 40; i++) {
            String text = random.ints(8, 'A', 'Z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            PreparedPhoto photo = new PhotoPreparer(1_200)
                    .prepare(
                            SamplePictures.encoded("png", plate(text)),
                            List.of(new CoveredArea(300 / 1_200.0, 600 / 900.0, 520 / 1_200.0, 110 / 900.0)));
            seen.add(photo.hash());
        }
        assertTrue(seen.size() <= 6, seen.size() + " of 40 plates look different");
    }

    /** The numbers are of the photo as the user sees it. */
    @Test
    void areaIsOfTheUprightPhoto() throws PhotoFileException {
        byte[] file = SamplePictures.withExif(
                SamplePictures.jpeg(SampleScenes.car(2, 640, 480)),
                new SampleExif(ByteOrder.BIG_ENDIAN).orientation(6));
        int[] plain = pixels(file);
        int[] covered = pixels(file, new CoveredArea(0, 0.5, 1, 0.5));
        // JPEG mixes the colors of 16 rows.
        int top = 480 * 300;
        assertArrayEquals(Arrays.copyOf(plain, top), Arrays.copyOf(covered, top));
        long same = IntStream.range(480 * 340, 480 * 640)
                .filter(i -> plain[i] == covered[i])
                .count();
        assertTrue(same < 480 * 300 / 10, same + " pixels are the same");
    }

    private static int[] pixels(byte[] file, CoveredArea... covered) throws PhotoFileException {
        PreparedPhoto photo = new PhotoPreparer(640).prepare(file, List.of(covered));
        BufferedImage image = SamplePictures.decoded(photo.jpeg());
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
