package app.forecourt.photo.prepare;

import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The decoders of Java and of its libraries. Looking for the libraries takes a tenth of a second, so that the start of
 * the program must not need any of them.
 */
public final class PictureReaders {
    /** Java's decoder reads JPEGs row by row, but none in CMYK. */
    private static final int MOST_COMPONENTS_OF_JAVA = 3;

    private static final int PIXELS_A_PERMIT = 1_000_000;
    private static final int PERMITS = (int) (PictureLimits.MOST_PIXELS / PIXELS_A_PERMIT);
    /** A progressive JPEG needs up to six bytes of memory for each pixel, a PNG up to eight. */
    private static final Semaphore FREE_PIXELS = new Semaphore(PERMITS, true);

    private PictureReaders() {}

    /** Bytes in memory as the decoders read them. Java's own stream would copy them, block by block. */
    private static final class Bytes extends ImageInputStreamImpl {
        private final byte[] head;
        private final byte[] file;
        private final int start;
        private final int end;

        Bytes(byte[] head, byte[] file, int start, int end) {
            this.head = head;
            this.file = file;
            this.start = start;
            this.end = end;
        }

        @Override
        public long length() {
            return (long) head.length + end - start;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            checkClosed();
            bitOffset = 0;
            int at = (int) Math.min(streamPos, length());
            boolean isHead = at < head.length;
            int length = Math.min(count, (isHead ? head.length : (int) length()) - at);
            if (length <= 0) {
                return count == 0 ? 0 : -1;
            }
            System.arraycopy(isHead ? head : file, isHead ? at : at - head.length + start, target, offset, length);
            streamPos += length;
            return length;
        }
    }

    /**
     * A task that decodes a picture.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Decoding<T> {

        /** Decodes the picture. */
        T run() throws IOException;
    }

    /**
     * Runs a task that decodes so many pixels. Waits while all decoders of the program together would have more than
     * {@link PictureLimits#MOST_PIXELS}.
     */
    public static <T> T decode(long pixels, Decoding<T> task) throws IOException {
        int permits = (int) Math.min(PERMITS, pixels / PIXELS_A_PERMIT + 1);
        FREE_PIXELS.acquireUninterruptibly(permits);
        try {
            return task.run();
        } finally {
            FREE_PIXELS.release(permits);
        }
    }

    /** Returns the input of a decoder: a head, and a part of a file behind it. */
    static ImageInputStream input(byte[] head, byte[] file, int start, int end) {
        return new Bytes(head, file, start, end);
    }

    /** Creates a decoder for a file of this format, which has one. */
    public static ImageReader of(PictureFormat format, byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.javaName());
        boolean isUsual = format == PictureFormat.JPEG && JpegFile.parse(file).components() <= MOST_COMPONENTS_OF_JAVA;
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
