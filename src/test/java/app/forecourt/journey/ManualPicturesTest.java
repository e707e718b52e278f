package app.forecourt.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The likeness of two pictures of the window. */
class ManualPicturesTest {

    private static BufferedImage committed(String name) throws IOException {
        return ImageIO.read(Path.of("src/site/resources/images", name + ".png").toFile());
    }

    /** The whole window, and a part of it. */
    @ParameterizedTest
    @ValueSource(strings = {"whole-car", "plate"})
    void sameWindowIsAlike(String name) throws IOException {
        BufferedImage picture = committed(name);
        assertEquals(0, ManualPictures.difference(picture, picture));
        assertTrue(ManualPictures.isAlike(picture, shiftedBy(picture, 1)), "another font moves a text by a pixel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole-car", "plate"})
    void otherWindowIsNoticed(String name) throws IOException {
        BufferedImage picture = committed(name);
        for (String other : new String[] {"accepted", "problems", "paste", "production", "stock"}) {
            assertFalse(
                    ManualPictures.isAlike(picture, committed(other)),
                    other + ": " + ManualPictures.difference(picture, committed(other)));
        }
        assertFalse(ManualPictures.isAlike(picture, shiftedBy(picture, 24)), "a new row of the form");
    }

    private static BufferedImage shiftedBy(BufferedImage picture, int pixels) {
        var shifted = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = shifted.createGraphics();
        canvas.drawImage(picture, 0, 0, null);
        canvas.drawImage(picture, 0, pixels, null);
        canvas.dispose();
        return shifted;
    }
}
