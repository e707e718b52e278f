package app.forecourt.photo.prepare;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The decoders of Java and of its libraries. Looking for the libraries takes a tenth of a second, so that the start of
 * the program must not need any of them.
 */
public final class PictureReaders {
    /** Java's decoder reads JPEGs row by row, but none in CMYK. */
    private static final int MOST_COMPONENTS_OF_JAVA = 3;

    private PictureReaders() {}

    /** Creates a decoder for a file of this format, which has one. */
    public static ImageReader of(PictureFormat format, byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.javaName());
        boolean isUsual = format == PictureFormat.JPEG
                && JpegFile.parse(file).components() <= MOST_COMPONENTS_OF_JAVA;
        ImageReader reader = readers.next();
        while (isUsual && !isOfJava(reader)) {
            reader = readers.next();
        }
        return reader;
    }

    /** Returns whether a decoder or encoder comes with Java. */
    static boolean isOfJava(Object plugin) {
        return plugin.getClass().getModule().equals(ImageReader.class.getModule());
    }
}
