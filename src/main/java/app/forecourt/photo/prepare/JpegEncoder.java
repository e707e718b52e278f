package app.forecourt.photo.prepare;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The encoder of prepared photos: baseline JPEG without metadata. */
public final class JpegEncoder {
    private static final float QUALITY = 0.85f;

    private JpegEncoder() {}

    /** Encodes a picture into an empty stream. */
    public static byte[] encode(BufferedImage picture, ByteArrayOutputStream jpeg) {
        // The one of the JDK, so that a photo's hash does not depend on the libraries.
        ImageWriter writer = PictureFormat.ofJava(ImageIO.getImageWritersByFormatName("jpeg"));
        try (var out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return jpeg.toByteArray();
    }
}
