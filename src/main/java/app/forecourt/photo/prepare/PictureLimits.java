package app.forecourt.photo.prepare;

/** The limits of pictures that the program decodes, from the disk or from the web. */
public final class PictureLimits {
    /** The maximum number of pixels; few cameras take as many. */
    public static final long MOST_PIXELS = 40_000_000;
    /** The maximum width and height in pixels, because the decoders read whole rows. */
    public static final int LONGEST_SIDE = 20_000;
    /** The maximum size of a file of the disk, in bytes. */
    static final int MOST_FILE_BYTES = 50 * 1024 * 1024;
    /** The maximum number of scans of a JPEG. */
    static final int MOST_SCANS = 50;
    /** The number of scans of a usual progressive JPEG. */
    static final int USUAL_SCANS = 10;
    /** The maximum number of pixels of all scans together. A scan of 100 bytes over a large picture takes a second. */
    static final long MOST_SCANNED_PIXELS = USUAL_SCANS * MOST_PIXELS;

    private PictureLimits() {}

    /** Returns whether a picture of this size is too large to be decoded. */
    static boolean exceededBy(int width, int height) {
        return Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS;
    }
}
