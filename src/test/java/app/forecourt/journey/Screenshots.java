package app.forecourt.journey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** The screenshots of tests, in {@code target/tour/}. */
public final class Screenshots {
    private static final Path PICTURES = Path.of("target", "tour");

    private Screenshots() {}

    /** Saves a screenshot. */
    public static void save(String name, WritableImage image) throws IOException {
        Files.createDirectories(PICTURES);
        ImageIO.write(copyOf(image), "png", PICTURES.resolve(name + ".png").toFile());
    }

    /** Returns an image for the JDK's own graphics. */
    static BufferedImage copyOf(WritableImage image) {
        int wide = (int) image.getWidth();
        int high = (int) image.getHeight();
        int[] pixels = new int[wide * high];
        image.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        var copy = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, wide, high, pixels, 0, wide);
        return copy;
    }
}
