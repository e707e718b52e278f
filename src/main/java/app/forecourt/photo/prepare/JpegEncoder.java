package app.forecourt.photo.prepare;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The encoder of prepared photos: baseline JPEG without metadata. */
final class JpegEncoder {
    private static final float QUALITY = 0.85f;

    private JpegEncoder() {}

    /** Encodes a picture into an empty stream. */
    static byte[] encode(BufferedImage picture, ByteArrayOutputStream jpeg) {
        ImageWriter writer = javaWriter();
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

    /** Returns the encoder of the JDK, so that a photo's hash does not depend on the libraries. */
    private static ImageWriter javaWriter() {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        while (true) {
            ImageWriter writer = writers.next();
            if (PictureReaders.isOfJava(writer)) {
                return writer;
            }
        }
    }
}
