package app.forecourt.photo.prepare;

import java.lang.reflect.Proxy;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadUpdateListener;

/** Watches a decoder of JPEGs, and stops it if more than a few rows at the end can't be decoded. */
final class MissingRowDetector {
    /** The share of the rows that may be missing at the end of a JPEG, or the rows that the decoder holds back. */
    private static final double MISSING_SHARE = 0.02;

    private static final int HELD_ROWS = 20;
    /** Some cameras fill up their data. All other warnings are about pixels that are lost. */
    private static final String HARMLESS_WARNING = "extraneous bytes";

    private final int height;
    /** The number of rows that have arrived; of a progressive picture, those of the last time. */
    private int rows;

    /**
     * Watches a decoder.
     *
     * @param height the number of rows that it decodes
     */
    MissingRowDetector(ImageReader reader, int height) {
        this.height = height;
        int mostMissing = Math.min(height - 1, (int) Math.max(HELD_ROWS, height * MISSING_SHARE));
        reader.addIIOReadUpdateListener(listener());
        reader.addIIOReadWarningListener((_, warning) -> {
            if (!warning.contains(HARMLESS_WARNING) && height - rows > mostMissing) {
                reader.abort();
            }
        });
    }

    /** Returns a listener for one of the six events, which has the first row and the number of rows. */
    private IIOReadUpdateListener listener() {
        return (IIOReadUpdateListener) Proxy.newProxyInstance(
                MissingRowDetector.class.getClassLoader(),
                new Class<?>[] {IIOReadUpdateListener.class},
                (_, event, values) -> {
                    if (event.getName().equals("imageUpdate")) {
                        rows = (int) values[3] + (int) values[5];
                    }
                    return null;
                });
    }

    /** Returns whether the decoder was stopped before the last row. */
    boolean isAny() {
        return rows < height;
    }
}
