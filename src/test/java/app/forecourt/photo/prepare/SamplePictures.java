package app.forecourt.photo.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import okio.Buffer;

/** Made-up pictures of all kinds. */
public final class SamplePictures {
    static final byte[] LINEAR_PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int ADOBE = 0xee;

    private SamplePictures() {}

    /** Draws a picture of four quarters: red, green, blue and gray, from the top left to the bottom right. */
    static BufferedImage quarters(int width, int height) {
        return quarters(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    static BufferedImage quarters(BufferedImage image) {
        Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.GRAY};
        int width = image.getWidth();
        int height = image.getHeight();
        for (int quarter = 0; quarter < colors.length; quarter++) {
            filled(image, colors[quarter], quarter % 2 * width / 2, quarter / 2 * height / 2, width, height);
        }
        return image;
    }

    /** Fills a rectangle of an image. */
    static BufferedImage filled(BufferedImage image, Color color, int x, int y, int width, int height) {
        Graphics2D pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(x, y, width, height);
        pen.dispose();
        return image;
    }

    /** Creates a picture of one color. */
    static BufferedImage plain(Color color, int width, int height) {
        return filled(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), color, 0, 0, width, height);
    }

    /** Creates a JPEG that is red on the left half and blue on the right, before it is turned upright. */
    public static byte[] redBlue(int width, int height, int orientation) {
        return withExif(
                jpeg(filled(plain(Color.RED, width, height), Color.BLUE, width / 2, 0, width, height)),
                new SampleExif().orientation(orientation));
    }

    static byte[] encoded(String format, BufferedImage image) {
        var file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, file)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    static BufferedImage decoded(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static byte[] jpeg(BufferedImage image) {
        return jpeg(new IIOImage(image, null, null), false);
    }

    static PreparedPhoto prepared(int longSide, byte[] file, CoveredArea... covered) throws PhotoFileException {
        return PhotoPreparer.prepare(file, List.of(covered), longSide, new ReusablePictureBuffers());
    }

    static byte[] progressive(BufferedImage image) {
        return jpeg(new IIOImage(image, null, null), true);
    }

    private static byte[] jpeg(IIOImage image, boolean isProgressive) {
        var file = new ByteArrayOutputStream();
        ImageWriter writer = PictureFormat.ofJava(ImageIO.getImageWritersByFormatName("jpeg"));
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0.95f);
        if (isProgressive) {
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        try (var out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }

    /** Repeats the last scan of a progressive JPEG. */
    static byte[] withScansRepeated(byte[] progressive, int times) {
        int end = progressive.length - 2;
        int last = end;
        while (progressive[last] != (byte) 0xff || progressive[last + 1] != (byte) 0xda) {
            last--;
        }
        Buffer file = new Buffer().write(progressive, 0, end);
        for (int time = 0; time < times; time++) {
            file.write(progressive, last, end - last);
        }
        return file.write(progressive, end, 2).readByteArray();
    }

    /**
     * Creates a JPEG of one color with four components and Adobe's segment. Adobe stores the inks inverted.
     *
     * @param transform 0 for CMYK, 2 for YCCK
     */
    public static byte[] fourComponents(int transform, int... stored) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
        for (int pixel = 0; pixel < 64 * 48; pixel++) {
            raster.setPixel(pixel % 64, pixel / 64, stored);
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return withSegment(jpeg(new IIOImage(raster, null, null), false), ADOBE, adobe);
    }

    /** Inserts a segment behind the first marker of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return new Buffer()
                .write(jpeg, 0, 2)
                .writeByte(0xff)
                .writeByte(marker)
                .writeShort(content.length + 2)
                .write(content)
                .write(jpeg, 2, jpeg.length - 2)
                .readByteArray();
    }

    static byte[] withExif(byte[] jpeg, SampleExif exif) {
        return withSegment(jpeg, APP1, joined("Exif\0\0".getBytes(ISO_8859_1), exif.tiff()));
    }

    /** Inserts a color profile in parts, the last part first. */
    static byte[] withProfile(byte[] jpeg, byte[] profile, int parts) {
        byte[] file = jpeg;
        for (int part = 0; part < parts; part++) {
            byte[] content =
                    Arrays.copyOfRange(profile, profile.length * part / parts, profile.length * (part + 1) / parts);
            byte[] head = ("ICC_PROFILE\0" + (char) (part + 1) + (char) parts).getBytes(ISO_8859_1);
            file = withSegment(file, APP2, joined(head, content));
        }
        return file;
    }

    static byte[] joined(byte[]... parts) {
        Buffer whole = new Buffer();
        List.of(parts).forEach(whole::write);
        return whole.readByteArray();
    }

    /** Writes another size into the header of a JPEG. */
    static byte[] withSize(byte[] jpeg, int width, int height) {
        byte[] file = jpeg.clone();
        for (int at = 2; at < file.length; ) {
            if (file[at + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(file).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return file;
            }
            at += 2 + ByteBuffer.wrap(file).getShort(at + 2);
        }
        throw new IllegalArgumentException("no frame");
    }

    /** Inserts a chunk behind the header of a PNG. */
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        int behindHeader = 8 + 25;
        return new Buffer()
                .write(png, 0, behindHeader)
                .write(chunk(name, content))
                .write(png, behindHeader, png.length - behindHeader)
                .readByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = joined(name.getBytes(ISO_8859_1), content);
        var checksum = new CRC32();
        checksum.update(named);
        return new Buffer()
                .writeInt(content.length)
                .write(named)
                .writeInt((int) checksum.getValue())
                .readByteArray();
    }

    /** Creates a PNG of this size without any pixels. */
    public static byte[] emptyPng(int width, int height) {
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk(
                        "IHDR",
                        new Buffer()
                                .writeInt(width)
                                .writeInt(height)
                                .write(new byte[] {8, 2, 0, 0, 0})
                                .readByteArray()),
                chunk("IDAT", new byte[100]));
    }

    /** Creates an image with 16 bits for each color. */
    static BufferedImage deep(int width, int height, boolean hasAlpha) {
        var colors = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                hasAlpha,
                false,
                hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                DataBuffer.TYPE_USHORT);
        return new BufferedImage(colors, colors.createCompatibleWritableRaster(width, height), false, null);
    }

    /** Creates an animated GIF with a picture of each color. */
    static byte[] animation(Color... colors) {
        var file = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Color color : colors) {
                writer.writeToSequence(new IIOImage(plain(color, 40, 30), null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
