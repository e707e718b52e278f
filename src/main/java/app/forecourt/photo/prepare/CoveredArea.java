package app.forecourt.photo.prepare;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A rectangle of the upright photo that is made unrecognizable, such as a licence plate or a face. Its numbers are
 * fractions of the photo's width and height, from its top left corner. What is outside of the photo is ignored.
 */
public record CoveredArea(double x, double y, double width, double height) {
    /** The color of covered areas. A mosaic or a mean color would tell something of the characters below it. */
    private static final Color FILL = new Color(0x444b54);

    /** Checks that the rectangle has a place and a size. */
    public CoveredArea {
        if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
            throw new IllegalArgumentException("no rectangle: " + x + ", " + y + ", " + width + ", " + height);
        }
    }

    void fill(BufferedImage photo) {
        int wide = photo.getWidth();
        int high = photo.getHeight();
        Rectangle pixels = new Rectangle2D.Double(x * wide, y * high, width * wide, height * high)
                .createIntersection(new Rectangle(wide, high))
                .getBounds();
        Graphics2D pen = photo.createGraphics();
        pen.setColor(FILL);
        pen.fillRect(pixels.x, pixels.y, pixels.width, pixels.height);
        pen.dispose();
    }
}
