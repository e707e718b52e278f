package app.forecourt.photo.prepare;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The decoders of Java and of its libraries. Looking for the libraries takes a tenth of a second, so that the start of
 * the program must not need any of them.
 */
final class PictureReaders {
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

    /** Returns the input of a decoder: a head, and a part of a file behind it. */
    static ImageInputStream input(byte[] head, byte[] file, int start, int end) {
        return new Bytes(head, file, start, end);
    }

    /** Returns the first decoder or encoder that comes with Java. */
    static <T> T ofJava(Iterator<T> plugins) {
        T plugin = plugins.next();
        while (!plugin.getClass().getModule().equals(ImageReader.class.getModule())) {
            plugin = plugins.next();
        }
        return plugin;
    }
}
