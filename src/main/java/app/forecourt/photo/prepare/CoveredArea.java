package app.forecourt.photo.prepare;

/**
 * A rectangle of the upright photo that is made unrecognizable, such as a licence plate or a face. Its numbers are
 * fractions of the photo's width and height, from its top left corner. What is outside of the photo is ignored.
 */
public record CoveredArea(double x, double y, double width, double height) {

    /** Checks that the rectangle has a place and a size. */
    public CoveredArea {
        if (!Double.isFinite(x + y + width + height) || width < 0 || height < 0) {
            throw new IllegalArgumentException("no rectangle: " + x + ", " + y + ", " + width + ", " + height);
        }
    }
}
