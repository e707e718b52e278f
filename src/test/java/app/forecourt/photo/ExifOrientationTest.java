package app.forecourt.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.forecourt.photo.PhotoFetch.Outcome.Shown;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Photos are rotated by their Exif orientation. */
class ExifOrientationTest {

    /** Creates a JPEG that is red on the left and blue on the right, as recorded by the sensor. */
    private static byte[] redBlueJpeg() throws IOException {
        var picture = new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 80; x++) {
            for (int y = 0; y < 40; y++) {
                picture.setRGB(x, y, (x < 40 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", file);
        return file.toByteArray();
    }

    /** Creates the camera's Exif data: a make, which is irrelevant here, and the orientation. */
    private static byte[] exif(ByteOrder order, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4);
        exif.put("Exif\0\0".getBytes()).put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes());
        exif.order(order).putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010f).putShort((short) 2).putInt(3).put("Me\0\0".getBytes());
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation)
                .putShort((short) 0);
        return exif.array();
    }

    /** Inserts Exif data into a file, after the segments of other programs. */
    private static byte[] withExif(byte[] jpeg, byte[] exif) {
        var file = new ByteArrayOutputStream();
        int behind = 4 + Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(4));
        file.write(jpeg, 0, behind);
        file.writeBytes(new byte[]{(byte) 0xff, (byte) 0xe1, 0, (byte) (exif.length + 2)});
        file.writeBytes(exif);
        file.write(jpeg, behind, jpeg.length - behind);
        return file.toByteArray();
    }

    private static String at(Thumbnail thumbnail, int x, int y) {
        int pixel = thumbnail.argb()[y * thumbnail.smallWidth() + x];
        return (pixel >> 16 & 0xff) > (pixel & 0xff) ? "red" : "blue";
    }

    @ParameterizedTest
    @CsvSource({"1,80,40,red,blue,red", "3,80,40,blue,red,blue", "6,40,80,red,red,blue",
        "8,40,80,blue,blue,red",
        "0,80,40,red,blue,red", "9,80,40,red,blue,red"})
    void photoIsRotatedByItsTag(int held, int width, int height, String left, String right, String below)
            throws IOException {
        for (ByteOrder order : new ByteOrder[]{ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            Thumbnail thumbnail = assertInstanceOf(Shown.class,
                    Thumbnail.read(withExif(redBlueJpeg(), exif(order, held))))
                    .thumbnail();
            assertEquals(width + " × " + height, thumbnail.width() + " × " + thumbnail.height());
            assertEquals(left, at(thumbnail, 2, 2));
            assertEquals(right, at(thumbnail, thumbnail.smallWidth() - 3, 2));
            assertEquals(below, at(thumbnail, 2, thumbnail.smallHeight() - 3));
        }
    }

    @Test
    void truncatedTagsAreIgnored() throws IOException {
        byte[] exif = exif(ByteOrder.BIG_ENDIAN, 6);
        byte[] jpeg = redBlueJpeg();
        int value = exif.length - 4 - 4;
        for (int length = 0; length < value + 2; length++) {
            assertEquals(ExifOrientation.UPRIGHT,
                    ExifOrientation.of(withExif(jpeg, Arrays.copyOf(exif, length))));
        }
        byte[] file = withExif(jpeg, exif);
        assertEquals(ExifOrientation.TURNED_LEFT, ExifOrientation.of(file));
        for (int length = 0; length < file.length; length++) {
            assertNotNull(ExifOrientation.of(Arrays.copyOf(file, length)));
        }
    }

    /** The library looks at the usual place, behind the header, if the offset points out of the data. */
    @Test
    void invalidOffsetsAreIgnored() throws IOException {
        var found = new ArrayList<ExifOrientation>();
        for (int list : new int[]{-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1_000}) {
            byte[] exif = exif(ByteOrder.BIG_ENDIAN, 6);
            ByteBuffer.wrap(exif).putInt(10, list);
            found.add(ExifOrientation.of(withExif(redBlueJpeg(), exif)));
        }
        assertEquals(List.of(ExifOrientation.UPRIGHT, ExifOrientation.UPRIGHT, ExifOrientation.UPRIGHT,
                ExifOrientation.TURNED_LEFT), found);
    }
}
