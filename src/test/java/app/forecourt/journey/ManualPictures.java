package app.forecourt.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.UnpaintedWindows;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * The pictures of the manual. Each is taken by a test and saved in {@code target/manual/}, then compared with the one
 * in {@code src/site/resources/images/}, so that no page shows an older window.
 */
public final class ManualPictures {
    /** The system property that replaces the committed pictures: {@code -Dmanual.retake=true}. */
    private static final String RETAKE = "manual.retake";

    private static final Path TAKEN = Path.of("target", "manual");
    private static final Path COMMITTED = Path.of("src", "site", "resources", "images");
    /**
     * Both pictures are compared in grey, by fields of this many pixels. Fonts, times and numbers of another run hardly
     * differ in them.
     */
    private static final double FIELD = 28;
    /** The least difference of a field's brightness that counts, of 255. */
    private static final int DIFFERENCE = 12;
    /** The share of fields that may differ. */
    private static final double ALLOWED = 0.03;
    /** The share in a picture of a part, which has less empty space. A text moved by a pixel differs in more of it. */
    private static final double ALLOWED_IN_PART = 0.1;
    /** The pixels of the largest part. */
    private static final int PART = 600_000;
    /** The fields that may differ in the smallest picture, because a time is two fields wide. */
    private static final int ALLOWED_FIELDS = 2;
    /** The pixels around the parts of the window that a picture shows. */
    private static final int MARGIN = 8;
    /** The pixels by which a part may be wider or higher in another run. */
    private static final int ALLOWED_PIXELS = 8;

    private ManualPictures() {}

    /**
     * Takes a picture of the main window with all popups and dialogs over it, and compares it with the committed one.
     *
     * @param name file name without its ending
     * @param parts what the picture shows, with a margin; the whole window if there are none. They may be in a popup or
     *     a dialog.
     */
    public static void check(String name, Scene main, Node... parts) throws IOException {
        BufferedImage taken = Await.onFxThread(() -> cut(
                withWindowsAbove(main),
                Stream.of(parts).map(part -> place(part, main)).reduce(Rectangle::union)));
        Files.createDirectories(TAKEN);
        Path file = TAKEN.resolve(name + ".png");
        ImageIO.write(taken, "png", file.toFile());
        Path committed = COMMITTED.resolve(name + ".png");
        if (Boolean.getBoolean(RETAKE)) {
            Files.copy(file, committed, StandardCopyOption.REPLACE_EXISTING);
        }
        String remedy =
                "; look at " + file + ", and take it with -D" + RETAKE + "=true if the window is meant to look so";
        assertTrue(Files.exists(committed), "no picture " + committed + remedy);
        BufferedImage earlier = ImageIO.read(committed.toFile());
        assertEquals(earlier.getWidth(), taken.getWidth(), ALLOWED_PIXELS, "width of " + name + remedy);
        assertEquals(earlier.getHeight(), taken.getHeight(), ALLOWED_PIXELS, "height of " + name + remedy);
        assertTrue(
                isAlike(earlier, taken),
                "%s shows an older window: %.3f of it differs%s"
                        .formatted(committed, difference(earlier, taken), remedy));
    }

    /** Returns the visible place of a node, in pixels of the main window. */
    private static Rectangle place(Node node, Scene main) {
        Bounds visible = node.localToScreen(node.getLayoutBounds());
        Rectangle2D.Double place = rectangle(visible);
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above.getStyleClass().contains("viewport")) {
                Rectangle2D.intersect(place, rectangle(above.localToScreen(above.getLayoutBounds())), place);
            }
        }
        place.x -= main.getWindow().getX() + main.getX();
        place.y -= main.getWindow().getY() + main.getY();
        Rectangle whole = place.getBounds();
        // A pane has a padding of its own, and the pixels beside a dialog or a pane do not belong to the picture.
        boolean hasPadding = node instanceof Pane pane
                && pane.getPadding().getLeft() > 0
                && !pane.getStyleClass().contains("card");
        int margin = node.getParent() == null || hasPadding ? 0 : MARGIN;
        whole.grow(margin, margin);
        return whole;
    }

    private static Rectangle2D.Double rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    private static BufferedImage cut(BufferedImage window, Optional<Rectangle> part) {
        if (part.isEmpty()) {
            return window;
        }
        Rectangle place = part.get().intersection(new Rectangle(window.getWidth(), window.getHeight()));
        return window.getSubimage(place.x, place.y, place.width, place.height);
    }

    private static BufferedImage withWindowsAbove(Scene main) {
        BufferedImage picture = copyOf(UnpaintedWindows.paint(() -> main.snapshot(null)));
        Graphics2D canvas = picture.createGraphics();
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window != main.getWindow() && window.isShowing()) {
                Scene scene = window.getScene();
                int x = (int) (window.getX() + scene.getX() - main.getWindow().getX() - main.getX());
                int y = (int) (window.getY() + scene.getY() - main.getWindow().getY() - main.getY());
                BufferedImage above = copyOf(UnpaintedWindows.paint(() -> scene.snapshot(null)));
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
        double difference = difference(one, other);
        boolean isPart = one.getWidth() * one.getHeight() <= PART;
        return difference <= (isPart ? ALLOWED_IN_PART : ALLOWED)
                || difference * columns(one) * rows(one) <= ALLOWED_FIELDS;
    }

    /** Returns the share of fields with another brightness. */
    static double difference(BufferedImage one, BufferedImage other) {
        int[] before = brightness(one, columns(one), rows(one));
        int[] after = brightness(other, columns(one), rows(one));
        int different = 0;
        for (int field = 0; field < before.length; field++) {
            if (Math.abs(before[field] - after[field]) > DIFFERENCE) {
                different++;
            }
        }
        return (double) different / before.length;
    }

    private static int columns(BufferedImage picture) {
        return (int) Math.ceil(picture.getWidth() / FIELD);
    }

    private static int rows(BufferedImage picture) {
        return (int) Math.ceil(picture.getHeight() / FIELD);
    }

    private static int[] brightness(BufferedImage picture, int columns, int rows) {
        var grey = new BufferedImage(columns, rows, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = grey.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        // In halves, because a bilinear reduction by more than two skips pixels.
        BufferedImage reduced = picture;
        while (reduced.getWidth() > 2 * columns && reduced.getHeight() > 2 * rows) {
            var half = new BufferedImage(reduced.getWidth() / 2, reduced.getHeight() / 2, BufferedImage.TYPE_INT_RGB);
            Graphics2D next = half.createGraphics();
            next.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            next.drawImage(reduced, 0, 0, half.getWidth(), half.getHeight(), null);
            next.dispose();
            reduced = half;
        }
        canvas.drawImage(reduced, 0, 0, columns, rows, null);
        canvas.dispose();
        return grey.getRaster().getPixels(0, 0, columns, rows, (int[]) null);
    }

    /** Returns an image for the JDK's own graphics. */
    private static BufferedImage copyOf(WritableImage image) {
        int wide = (int) image.getWidth();
        int high = (int) image.getHeight();
        int[] pixels = new int[wide * high];
        image.getPixelReader().getPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), pixels, 0, wide);
        var copy = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, wide, high, pixels, 0, wide);
        return copy;
    }
}
