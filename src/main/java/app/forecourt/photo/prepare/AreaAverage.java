package app.forecourt.photo.prepare;

import java.util.Arrays;

/**
 * The reduction of a picture from rows that arrive one by one, so that a large picture is never in memory as a whole.
 * Each pixel is the average of the area that it covers in the original.
 */
final class AreaAverage {
    private final int sourceWidth;
    private final int sourceHeight;
    private final int width;
    private final int height;
    /** For each column, its first column of the original, and where its weights end. */
    private final int[] firsts;

    private final int[] weightEnds;
    private final float[] weights;
    /** Red, green and blue of the arrived row, and the sums of the rows for one row of the result. */
    private final float[] line;

    private final float[] sums;
    private final int[] pixels;
    private int rows;
    private int finished;

    /** Begins a reduction; the result is at most as large as the original. */
    AreaAverage(int sourceWidth, int sourceHeight, int width, int height) {
        this(sourceWidth, sourceHeight, width, height, new RgbPicture.Memory());
    }

    private AreaAverage(int sourceWidth, int sourceHeight, int width, int height, RgbPicture.Memory memory) {
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        this.width = width;
        this.height = height;
        firsts = new int[width];
        weightEnds = new int[width];
        weights = new float[sourceWidth + 2 * width];
        line = new float[3 * width];
        sums = new float[3 * width];
        pixels = memory.stored(width * height);
        setWeights();
    }

    /** Begins a reduction to a long side; a smaller picture keeps its size. */
    static AreaAverage toLongSide(int sourceWidth, int sourceHeight, int longSide) {
        return toLongSide(sourceWidth, sourceHeight, longSide, new RgbPicture.Memory());
    }

    /** Begins a reduction to a long side, whose result is in the memory. */
    static AreaAverage toLongSide(int sourceWidth, int sourceHeight, int longSide, RgbPicture.Memory memory) {
        double scale = Math.min(1, (double) longSide / Math.max(sourceWidth, sourceHeight));
        return new AreaAverage(
                sourceWidth,
                sourceHeight,
                Math.max(1, (int) Math.round(sourceWidth * scale)),
                Math.max(1, (int) Math.round(sourceHeight * scale)),
                memory);
    }

    /** The unit is a column divided by the result's width: the borders of all columns are whole numbers. */
    private void setWeights() {
        int count = 0;
        for (int column = 0; column < width; column++) {
            int start = column * sourceWidth;
            int end = start + sourceWidth;
            firsts[column] = start / width;
            for (int source = firsts[column]; source * width < end; source++) {
                int covered = Math.min(end, (source + 1) * width) - Math.max(start, source * width);
                weights[count++] = (float) covered / sourceWidth;
            }
            weightEnds[column] = count;
        }
    }

    /**
     * Takes over a row. The first row may come again, with all others: progressive pictures arrive several times, each
     * time with more details.
     *
     * @param rgb three bytes for each pixel
     */
    void add(int row, byte[] rgb) {
        if (row == 0) {
            finished = 0;
            Arrays.fill(sums, 0);
        }
        rows = row + 1;
        reduce(rgb);
        int end = (row + 1) * height;
        for (int from = row * height; from < end; ) {
            int border = (finished + 1) * sourceHeight;
            int to = Math.min(end, border);
            float weight = (float) (to - from) / sourceHeight;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += weight * line[i];
            }
            if (to == border) {
                finish();
            }
            from = to;
        }
    }

    private void reduce(byte[] rgb) {
        int weight = 0;
        int out = 0;
        for (int column = 0; column < width; column++) {
            float red = 0;
            float green = 0;
            float blue = 0;
            int in = 3 * firsts[column];
            for (int end = weightEnds[column]; weight < end; weight++, in += 3) {
                float share = weights[weight];
                red += share * (rgb[in] & 0xff);
                green += share * (rgb[in + 1] & 0xff);
                blue += share * (rgb[in + 2] & 0xff);
            }
            line[out++] = red;
            line[out++] = green;
            line[out++] = blue;
        }
    }

    private void finish() {
        int out = finished++ * width;
        for (int i = 0; i < sums.length; i += 3) {
            pixels[out++] = (rounded(sums[i]) << 16) | (rounded(sums[i + 1]) << 8) | rounded(sums[i + 2]);
        }
        Arrays.fill(sums, 0);
    }

    private static int rounded(float value) {
        return Math.min(255, (int) (value + 0.5f));
    }

    /** Returns the number of rows that have arrived; of a progressive picture, those of the last time. */
    int rows() {
        return rows;
    }

    /** Returns the reduced picture; black below the last row that has arrived. */
    RgbPicture picture() {
        return new RgbPicture(width, height, pixels);
    }
}
