package app.forecourt.photo.store;

import java.util.Random;

/** Contents for photos that a store need not decode. */
final class Pictures {
    private Pictures() {}

    /** Creates bytes that begin as a JPEG file and can't be compressed. */
    static byte[] jpeg(int size) {
        byte[] jpeg = new byte[size];
        new Random(size).nextBytes(jpeg);
        jpeg[0] = (byte) 0xff;
        jpeg[1] = (byte) 0xd8;
        jpeg[2] = (byte) 0xff;
        return jpeg;
    }
}
