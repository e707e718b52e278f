package app.forecourt.photo.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures are scaled down, and each pixel counts. */
class PictureScalerTest {
    private final PictureScaler scaler = new PictureScaler(new ReusablePictureBuffers());

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** Draws a white picture with thin black lines, each so many pixels from the next. */
    private static BufferedImage lines(int width, int height, int distance) {
        var image = SamplePictures.filled(
                new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR), Color.WHITE, 0, 0, width, height);
        for (int x = distance - 1; x < width; x += distance) {
            SamplePictures.filled(image, Color.BLACK, x, 0, 1, height);
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"1600,400,2", "1600,200,4", "1600,100,8"})
    void noLineIsLost(int wide, int width, int distance) {
        int light = 255 * (distance - 1) / distance;
        for (int pixel : pixels(scaler.scaled(lines(wide, 80, distance), width, 80 * width / wide))) {
            assertEquals(light, pixel & 0xff, 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"2000,1500,1920,1440", "1500,2000,1440,1920", "20000,1,1920,1", "1,20000,1,1920", "7,5,7,5"})
    void whiteStaysWhite(int wide, int high, int width, int height) {
        BufferedImage reduced = scaler.toLongSide(lines(wide, high, wide + 1), 1_920);
        assertEquals(width + " × " + height, reduced.getWidth() + " × " + reduced.getHeight());
        assertTrue(Arrays.stream(pixels(reduced)).allMatch(pixel -> pixel == 0xffffffff));
    }

    @Test
    void pictureThatIsNotReducedStays() {
        BufferedImage picture = SampleScenes.car(1, 31, 17);
        assertArrayEquals(pixels(picture), pixels(scaler.toLongSide(picture, 31)));
    }
}
