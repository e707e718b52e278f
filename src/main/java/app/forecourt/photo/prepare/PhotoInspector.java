package app.forecourt.photo.prepare;

import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;

/** Finds remarks on a photo, and the fingerprint by which similar photos are known. */
final class PhotoInspector {
    /** The smallest long side in pixels that is not remarked on. */
    static final int SMALLEST_SIDE = 1_024;
    /** The long side at which darkness and blur are measured, so that they don't depend on the camera. */
    private static final int MEASURED_SIDE = 512;
    /**
     * A photo is dark if so large a share of it is darker than this, on a scale to 255. A made-up car in daylight is
     * dark with a fifth of the light, and not with two fifths. A black interior with a window is not dark.
     */
    private static final double DARK_SHARE = 0.95;

    private static final int DARK_LUMINANCE = 50;
    /**
     * A photo is blurred if none of its tiles has edges of this variance. Made-up cars of 1,920 pixels have 1,800 and
     * more, out of focus by 4 pixels 54 and more, and by 8 pixels at most 12. A noisy sensor adds 20 to each.
     */
    private static final double SHARP_VARIANCE = 35;

    private static final int TILES = 6;
    private static final int FINGERPRINT_COLUMNS = 9;
    private static final int FINGERPRINT_ROWS = 8;

    /** The photo, upright and reduced. */
    private final BufferedImage small;

    private final int originalLongSide;
    private final boolean isUpright;

    /** Looks at an upright photo. */
    PhotoInspector(BufferedImage picture, int originalLongSide) {
        small = new PictureScaler(new ReusablePictureBuffers()).toLongSide(picture, MEASURED_SIDE);
        this.originalLongSide = originalLongSide;
        isUpright = picture.getHeight() > picture.getWidth();
    }

    Set<PhotoRemark> remarks() {
        var remarks = EnumSet.noneOf(PhotoRemark.class);
        if (originalLongSide < SMALLEST_SIDE) {
            remarks.add(PhotoRemark.TOO_SMALL);
        }
        if (isUpright) {
            remarks.add(PhotoRemark.UPRIGHT);
        }
        int[] luminances = luminances(small);
        if (isDark(luminances)) {
            remarks.add(PhotoRemark.DARK);
        } else if (sharpness(luminances, small.getWidth(), small.getHeight()) < SHARP_VARIANCE) {
            // A dark photo has no strong edges either.
            remarks.add(PhotoRemark.BLURRED);
        }
        return remarks;
    }

    private static boolean isDark(int[] luminances) {
        int dark = 0;
        for (int luminance : luminances) {
            dark += luminance < DARK_LUMINANCE ? 1 : 0;
        }
        return dark >= DARK_SHARE * luminances.length;
    }

    /** Returns the highest variance of the Laplacian of all tiles: a sharp car before a plain wall is sharp. */
    static double sharpness(int[] luminances, int width, int height) {
        var sums = new long[TILES * TILES];
        var squares = new long[TILES * TILES];
        var counts = new int[TILES * TILES];
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                int edge = luminances[i - 1]
                        + luminances[i + 1]
                        + luminances[i - width]
                        + luminances[i + width]
                        - 4 * luminances[i];
                int tile = y * TILES / height * TILES + x * TILES / width;
                sums[tile] += edge;
                squares[tile] += (long) edge * edge;
                counts[tile]++;
            }
        }
        double sharpest = 0;
        for (int tile = 0; tile < counts.length; tile++) {
            double mean = (double) sums[tile] / Math.max(1, counts[tile]);
            sharpest = Math.max(sharpest, (double) squares[tile] / Math.max(1, counts[tile]) - mean * mean);
        }
        return sharpest;
    }

    /** Returns the luminance of each pixel by ITU-R BT.601, as JPEG has it. */
    static int[] luminances(BufferedImage scaled) {
        int[] pixels = PictureScaler.pixels(scaled);
        int[] luminances = new int[scaled.getWidth() * scaled.getHeight()];
        for (int i = 0; i < luminances.length; i++) {
            int pixel = pixels[i] & 0xffffff;
            luminances[i] = (299 * (pixel >> 16) + 587 * ((pixel >> 8) & 0xff) + 114 * (pixel & 0xff) + 500) / 1_000;
        }
        return luminances;
    }

    /** Returns for each of 8 × 8 places whether the photo gets darker to the right ("difference hash"). */
    long fingerprint() {
        int columns = Math.min(FINGERPRINT_COLUMNS, small.getWidth());
        int rows = Math.min(FINGERPRINT_ROWS, small.getHeight());
        int[] luminances = luminances(new PictureScaler(new ReusablePictureBuffers()).scaled(small, columns, rows));
        long fingerprint = 0;
        for (int i = 0; i < luminances.length; i++) {
            if ((i + 1) % columns != 0) {
                fingerprint = (fingerprint << 1) | (luminances[i] > luminances[i + 1] ? 1 : 0);
            }
        }
        return fingerprint;
    }
}
