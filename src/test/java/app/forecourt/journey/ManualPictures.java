package app.forecourt.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The pictures of the manual. Each is taken by a test and saved in {@code target/manual/}, then compared with the one
 * in {@code src/site/resources/images/}, so that no page shows an older window.
 */
public final class ManualPictures {
    /** The system property that replaces the committed pictures: {@code -Dmanual.retake=true}. */
    private static final String RETAKE = "manual.retake";
    private static final Path TAKEN = Path.of("target", "manual");
    private static final Path COMMITTED = Path.of("src", "site", "resources", "images");
    /** Both pictures are compared in this size, in grey. Fonts, times and numbers of another run hardly differ in it. */
    private static final int COLUMNS = 48;
    private static final int ROWS = 27;
    /** The least difference of a field's brightness that counts, of 255. */
    private static final int DIFFERENCE = 12;
    /** The share of fields that may differ. */
    private static final double ALLOWED = 0.03;

    private ManualPictures() {}

    /**
     * Takes a picture of the main window with all popups and dialogs over it, and compares it with the committed one.
     *
     * @param name file name without its ending
     */
    public static void check(String name, Scene main) throws IOException {
        BufferedImage taken = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> withWindowsAbove(main));
        Files.createDirectories(TAKEN);
        Path file = TAKEN.resolve(name + ".png");
        ImageIO.write(taken, "png", file.toFile());
        Path committed = COMMITTED.resolve(name + ".png");
        if (Boolean.getBoolean(RETAKE)) {
            Files.copy(file, committed, StandardCopyOption.REPLACE_EXISTING);
        }
        String remedy = "; look at " + file + ", and take it with -D" + RETAKE
                + "=true if the window is meant to look so";
        assertTrue(Files.exists(committed), "no picture " + committed + remedy);
        BufferedImage earlier = ImageIO.read(committed.toFile());
        assertEquals(taken.getWidth() + " x " + taken.getHeight(),
                earlier.getWidth() + " x " + earlier.getHeight(), name + remedy);
        assertTrue(isAlike(earlier, taken),
                "%s shows an older window: %.3f of it differs%s".formatted(committed,
                        difference(earlier, taken),
                        remedy));
    }

    private static BufferedImage withWindowsAbove(Scene main) {
        BufferedImage picture = Screenshots.copyOf(main.snapshot(null));
        Graphics2D canvas = picture.createGraphics();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != main.getWindow() && window.isShowing()) {
                Scene scene = window.getScene();
                int x = (int) (window.getX() + scene.getX() - main.getWindow().getX() - main.getX());
                int y = (int) (window.getY() + scene.getY() - main.getWindow().getY() - main.getY());
                BufferedImage above = Screenshots.copyOf(scene.snapshot(null));
                canvas.drawImage(above, x, y, null);
                canvas.setColor(Color.GRAY);
                canvas.drawRect(x - 1, y - 1, above.getWidth() + 1, above.getHeight() + 1);
            }
        }
        canvas.dispose();
        return picture;
    }

    /** Returns whether both pictures can be of the same window. */
    static boolean isAlike(BufferedImage one, BufferedImage other) {
        return difference(one, other) <= ALLOWED;
    }

    /** Returns the share of fields with another brightness. */
    static double difference(BufferedImage one, BufferedImage other) {
        int[] before = brightness(one);
        int[] after = brightness(other);
        int different = 0;
        for (int field = 0; field < before.length; field++) {
            if (Math.abs(before[field] - after[field]) > DIFFERENCE) {
                different++;
            }
        }
        return (double) different / before.length;
    }

    private static int[] brightness(BufferedImage picture) {
        var grey = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = grey.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // In halves, because a bilinear reduction by more than two skips pixels.
        BufferedImage reduced = picture;
        while (reduced.getWidth() > 2 * COLUMNS && reduced.getHeight() > 2 * ROWS) {
            var half = new BufferedImage(reduced.getWidth() / 2, reduced.getHeight() / 2,
                    BufferedImage.TYPE_INT_RGB);
            Graphics2D next = half.createGraphics();
            next.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
                    RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            next.drawImage(reduced, 0, 0, half.getWidth(), half.getHeight(), null);
            next.dispose();
            reduced = half;
        }
        canvas.drawImage(reduced, 0, 0, COLUMNS, ROWS, null);
        canvas.dispose();
        return grey.getRaster().getPixels(0, 0, COLUMNS, ROWS, (int[]) null);
    }
}
