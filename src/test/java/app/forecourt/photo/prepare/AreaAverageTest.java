package app.forecourt.photo.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are scaled down by averaging. */
class AreaAverageTest {

    private static RgbPicture random(int width, int height) {
        return new RgbPicture(
                width,
                height,
                new Random(1).ints((long) width * height, 0, 0x1000000).toArray());
    }

    /** Computes one color of one pixel from its definition. */
    private static double average(RgbPicture picture, int width, int height, int x, int y, int shift) {
        double wide = (double) picture.width() / width;
        double high = (double) picture.height() / height;
        double sum = 0;
        for (int row = (int) (y * high); row < Math.min(picture.height(), (y + 1) * high); row++) {
            double rowPart = Math.min(row + 1, (y + 1) * high) - Math.max(row, y * high);
            for (int column = (int) (x * wide); column < Math.min(picture.width(), (x + 1) * wide); column++) {
                double part = rowPart * (Math.min(column + 1, (x + 1) * wide) - Math.max(column, x * wide));
                sum += part * (picture.pixels()[row * picture.width() + column] >> shift & 0xff);
            }
        }
        return sum / wide / high;
    }

    @ParameterizedTest
    @CsvSource({"40,30,20,15", "40,30,13,7", "41,29,40,28", "100,3,7,2", "5,7,5,7", "64,64,1,1", "1000,10,3,10"})
    void eachPixelIsTheAverageOfItsArea(int wide, int high, int width, int height) {
        RgbPicture picture = random(wide, high);
        RgbPicture reduced = picture.reduced(new AreaAverage(wide, high, width, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    assertEquals(
                            average(picture, width, height, x, y, shift),
                            ((reduced.pixels()[y * width + x] >> shift) & 0xff),
                            0.51,
                            x + ", " + y);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2000,1500,1920,1440", "1500,2000,1440,1920", "20000,1,1920,1", "1,20000,1,1920", "7,5,7,5"})
    void whiteStaysWhite(int wide, int high, int width, int height) {
        int[] white = new int[wide * high];
        Arrays.fill(white, 0xffffff);
        var average = AreaAverage.toLongSide(wide, high, 1_920);
        RgbPicture reduced = new RgbPicture(wide, high, white).reduced(average);
        assertEquals(width + " × " + height, reduced.width() + " × " + reduced.height());
        assertTrue(Arrays.stream(reduced.pixels()).allMatch(pixel -> pixel == 0xffffff));
        assertEquals(high, average.rows());
    }

    @Test
    void pictureThatIsNotReducedStays() {
        RgbPicture picture = random(31, 17);
        assertArrayEquals(
                picture.pixels(),
                picture.reduced(new AreaAverage(31, 17, 31, 17)).pixels());
    }

    @Test
    void rowsMayComeAgain() {
        RgbPicture picture = random(40, 30);
        var average = new AreaAverage(40, 30, 13, 7);
        random(40, 30).reduced(average);
        average.add(0, new byte[3 * 40]);
        average.add(1, new byte[3 * 40]);
        assertEquals(2, average.rows());
        assertArrayEquals(
                picture.reduced(new AreaAverage(40, 30, 13, 7)).pixels(),
                picture.reduced(average).pixels());
    }
}
