package app.forecourt.photo.prepare;

import java.util.Arrays;

/**
 * The mosaic over a covered area. The usual mosaic gives each block the average of its pixels, from which known
 * characters were computed again. Here all blocks have one average, and their shades are always the same.
 */
final class Mosaic {
    private static final int MOST_BLOCKS_ACROSS = 4;
    private static final int MOST_BLOCKS_ALONG = 16;
    /** The number of values of a color that become one, so that not even the amount of black is exact. */
    private static final int COLOR_STEP = 32;
    /** What the blocks of a row add to the average, one after the other. The next row begins with the third. */
    private static final int[] SHADES = {0, -14, 10, -6, 14, 4, -10};

    private final RgbPicture picture;

    Mosaic(RgbPicture picture) {
        this.picture = picture;
    }

    /** Covers an area of the picture. Its pixels are replaced. */
    void cover(CoveredArea area) {
        int left = clamp(Math.floor(area.x() * picture.width()), picture.width());
        int right = clamp(Math.ceil((area.x() + area.width()) * picture.width()), picture.width());
        int top = clamp(Math.floor(area.y() * picture.height()), picture.height());
        int bottom = clamp(Math.ceil((area.y() + area.height()) * picture.height()), picture.height());
        int width = right - left;
        int height = bottom - top;
        if (width <= 0 || height <= 0) {
            return;
        }
        int color = average(left, right, top, bottom);
        double block = Math.max(
                (double) Math.min(width, height) / MOST_BLOCKS_ACROSS,
                (double) Math.max(width, height) / MOST_BLOCKS_ALONG);
        int columns = Math.max(1, (int) (width / block));
        int rows = Math.max(1, (int) (height / block));
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                fill(
                        left + column * width / columns,
                        left + (column + 1) * width / columns,
                        top + row * height / rows,
                        top + (row + 1) * height / rows,
                        shaded(color, SHADES[(3 * row + column) % SHADES.length]));
            }
        }
    }

    private static int clamp(double value, int most) {
        return (int) Math.clamp(value, 0, most);
    }

    private int average(int left, int right, int top, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int pixel = picture.pixels()[y * picture.width() + x];
                red += pixel >> 16;
                green += ((pixel >> 8) & 0xff);
                blue += pixel & 0xff;
            }
        }
        long count = (long) (right - left) * (bottom - top);
        return (coarse(red / count) << 16) | (coarse(green / count) << 8) | coarse(blue / count);
    }

    private static int coarse(long value) {
        return (int) value / COLOR_STEP * COLOR_STEP + COLOR_STEP / 2;
    }

    private static int shaded(int color, int shade) {
        return shaded(color, 16, shade) | shaded(color, 8, shade) | shaded(color, 0, shade);
    }

    private static int shaded(int color, int shift, int shade) {
        return Math.clamp(((color >> shift) & 0xff) + shade, 0, 255) << shift;
    }

    private void fill(int left, int right, int top, int bottom, int color) {
        for (int y = top; y < bottom; y++) {
            Arrays.fill(picture.pixels(), y * picture.width() + left, y * picture.width() + right, color);
        }
    }
}
