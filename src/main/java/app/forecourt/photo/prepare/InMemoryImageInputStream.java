package app.forecourt.photo.prepare;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/** Bytes in memory as the decoders read them. Java's own stream would copy them, block by block. */
final class InMemoryImageInputStream extends ImageInputStreamImpl {
    private final byte[] head;
    private final byte[] file;
    private final int start;
    private final int end;

    /** Joins a head, and a part of a file behind it. */
    InMemoryImageInputStream(byte[] head, byte[] file, int start, int end) {
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
