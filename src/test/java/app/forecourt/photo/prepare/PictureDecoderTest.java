package app.forecourt.photo.prepare;

import static app.forecourt.photo.prepare.SamplePictures.LINEAR_PROFILE;
import static app.forecourt.photo.prepare.SamplePictures.encoded;
import static app.forecourt.photo.prepare.SamplePictures.filled;
import static app.forecourt.photo.prepare.SamplePictures.fourComponents;
import static app.forecourt.photo.prepare.SamplePictures.jpeg;
import static app.forecourt.photo.prepare.SamplePictures.plain;
import static app.forecourt.photo.prepare.SamplePictures.progressive;
import static app.forecourt.photo.prepare.SamplePictures.quarters;
import static app.forecourt.photo.prepare.SamplePictures.withProfile;
import static app.forecourt.photo.prepare.SamplePictures.withScansRepeated;
import static app.forecourt.photo.prepare.SamplePictures.withSegment;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of all formats have the right colors, and damaged ones are found. */
class PictureDecoderTest {
    /** JPEG is lossy. */
    private static final int TOLERANCE = 6;

    private static BufferedImage decoded(byte[] file, int longSide) throws PhotoFileException {
        return PictureDecoder.decode(file, longSide).picture();
    }

    private static void damaged(byte[] file) {
        rejected(PhotoFileError.DAMAGED, file);
    }

    private static void rejected(PhotoFileError error, byte[] file) {
        PhotoFileException rejected = assertThrows(PhotoFileException.class, () -> decoded(file, 1_920));
        assertEquals(error, rejected.error());
    }

    private static void assertColor(int expected, BufferedImage picture, double x, double y) {
        int pixel = PictureScaler.pixels(picture)[
                (int) (y * picture.getHeight()) * picture.getWidth() + (int) (x * picture.getWidth())];
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = Math.abs(((pixel >> shift) & 0xff) - ((expected >> shift) & 0xff));
            assertTrue(difference <= TOLERANCE, "expected %06x, but was %06x".formatted(expected, pixel));
        }
    }

    private static void assertQuarters(BufferedImage picture) {
        assertColor(0xff0000, picture, 0.25, 0.25);
        assertColor(0x00ff00, picture, 0.75, 0.25);
        assertColor(0x0000ff, picture, 0.25, 0.75);
        assertColor(0x808080, picture, 0.75, 0.75);
    }

    private static BufferedImage gray(int type, int value) {
        var image = new BufferedImage(40, 30, type);
        image.getRaster()
                .setPixels(
                        0,
                        0,
                        40,
                        30,
                        IntStream.generate(() -> value).limit(40 * 30).toArray());
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 100, 33})
    void everyFormatHasItsColors(int longSide) throws PhotoFileException {
        var image = quarters(160, 96);
        for (byte[] file : List.of(
                jpeg(image),
                progressive(image),
                encoded("png", image),
                encoded("bmp", image),
                encoded("gif", image),
                encoded("png", quarters(SamplePictures.deep(160, 96, false))),
                encoded("png", quarters(SamplePictures.deep(160, 96, true))),
                encoded("png", quarters(new BufferedImage(160, 96, BufferedImage.TYPE_INT_ARGB))))) {
            assertQuarters(decoded(file, longSide));
        }
        BufferedImage webp = decoded(SampleWebp.redBlue(160, 96), longSide);
        assertColor(0xff0000, webp, 0.25, 0.5);
        assertColor(0x0000ff, webp, 0.75, 0.5);
    }

    /** Java takes gray samples for linear: its own conversion makes 64 to 137. */
    @Test
    void grayStaysAsDark() throws PhotoFileException {
        assertColor(0x404040, decoded(jpeg(gray(BufferedImage.TYPE_BYTE_GRAY, 0x40)), 400), 0.5, 0.5);
        assertColor(0x404040, decoded(encoded("png", gray(BufferedImage.TYPE_BYTE_GRAY, 0x40)), 400), 0.5, 0.5);
        assertColor(0x404040, decoded(encoded("png", gray(BufferedImage.TYPE_USHORT_GRAY, 0x4040)), 400), 0.5, 0.5);
    }

    /** Cyan, magenta, yellow and black, inverted. The second kind has the first three as luminance and chrominance. */
    @Test
    void inksBecomeColors() throws PhotoFileException {
        for (byte[] file : List.of(fourComponents(0, 255, 0, 0, 255), fourComponents(2, 179, 171, 1, 255))) {
            int red = PictureScaler.pixels(decoded(file, 400))[1_000];
            assertTrue((red >> 16) > 180 && ((red >> 8) & 0xff) < 90 && (red & 0xff) < 90, Integer.toHexString(red));
        }
        int dark = PictureScaler.pixels(decoded(fourComponents(0, 255, 255, 255, 20), 400))[1_000];
        assertTrue((dark >> 16) < 90 && (dark & 0xff) < 90, Integer.toHexString(dark));
        int white = PictureScaler.pixels(decoded(fourComponents(0, 255, 255, 255, 255), 400))[1_000];
        assertTrue((white >> 16) > 240 && (white & 0xff) > 240, Integer.toHexString(white));
    }

    @Test
    void transparentPixelsBecomeWhite() throws PhotoFileException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB);
        BufferedImage picture = decoded(encoded("png", filled(image, new Color(255, 0, 0, 128), 0, 0, 20, 30)), 400);
        assertColor(0xff7f7f, picture, 0.25, 0.5);
        assertColor(0xffffff, picture, 0.75, 0.5);
        var deep = SamplePictures.deep(40, 30, true);
        deep.getRaster().setPixel(1, 1, new int[] {0, 0, 0xffff, 0x8080});
        BufferedImage deepPicture = decoded(encoded("png", deep), 400);
        assertEquals("ff7f7fff ffffffff", "%08x %08x".formatted(deepPicture.getRGB(1, 1), deepPicture.getRGB(0, 0)));
    }

    @Test
    void firstPictureOfAnimationIsUsed() throws PhotoFileException {
        BufferedImage picture = decoded(SamplePictures.animation(Color.ORANGE, Color.BLUE, Color.RED), 400);
        assertColor(Color.ORANGE.getRGB(), picture, 0.5, 0.5);
    }

    /** In Java's linear profile 55 is as light as 128 in sRGB. */
    @Test
    void profileIsConvertedToSrgb() throws PhotoFileException {
        byte[] file = jpeg(plain(new Color(55, 55, 55), 320, 240));
        for (int parts = 1; parts <= 3; parts++) {
            assertColor(0x808080, decoded(withProfile(file, LINEAR_PROFILE, parts), 200), 0.9, 0.9);
        }
    }

    @Test
    void damagedProfileIsIgnored() throws PhotoFileException {
        byte[] gray = ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
        byte[] cut = Arrays.copyOf(LINEAR_PROFILE, LINEAR_PROFILE.length / 2);
        for (byte[] profile : List.of(cut, new byte[200], gray)) {
            assertQuarters(decoded(withProfile(jpeg(quarters(160, 96)), profile, 1), 400));
        }
    }

    private static byte[] noise(boolean isProgressive) {
        var image = SampleScenes.noisy(quarters(320, 240), 30, 1);
        return isProgressive ? progressive(image) : jpeg(image);
    }

    /** The lost rows are few, and even the whole picture lacks its last marker. */
    @ParameterizedTest
    @ValueSource(doubles = {0.995, 1})
    void nearlyWholePictureIsUsed(double share) throws PhotoFileException {
        byte[] whole = noise(false);
        BufferedImage expected = decoded(whole, 64);
        BufferedImage picture = decoded(Arrays.copyOf(whole, (int) ((whole.length - 2) * share)), 64);
        for (double place : new double[] {0.2, 0.5, 0.8}) {
            assertColor(expected.getRGB((int) (64 * place), (int) (48 * place)), picture, place, place);
        }
    }

    /** A copy that broke off can have its whole length, but zeros at its end. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.6, 0.9})
    void truncatedPicturesAndThoseWithZerosAtTheEndAreDamaged(double share) {
        var image = SampleScenes.noisy(quarters(160, 96), 30, 1);
        for (byte[] whole : List.of(encoded("bmp", image), fourComponents(0, 255, 0, 0, 255))) {
            damaged(Arrays.copyOf(whole, (int) (whole.length * share)));
        }
        for (byte[] whole : List.of(
                noise(false),
                noise(true),
                encoded("png", image),
                encoded("gif", image),
                SampleWebp.redBlue(320, 240))) {
            byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));
            damaged(part);
            damaged(Arrays.copyOf(part, whole.length));
        }
    }

    @Test
    void zerosBehindThePictureAreIgnored() throws PhotoFileException {
        for (String format : List.of("jpeg", "png", "gif")) {
            byte[] whole = encoded(format, quarters(160, 96));
            assertQuarters(decoded(Arrays.copyOf(whole, whole.length + 4_096), 400));
        }
        byte[] webp = SampleWebp.redBlue(160, 96);
        assertColor(0xff0000, decoded(Arrays.copyOf(webp, webp.length + 4_096), 400), 0.25, 0.5);
    }

    /** The lost rows are all rows. */
    @Test
    void smallPictureWithoutDataIsDamaged() {
        byte[] whole = jpeg(quarters(8, 8));
        int scan = whole.length;
        while (whole[scan - 2] != (byte) 0xff || whole[scan - 1] != (byte) 0xda) {
            scan--;
        }
        damaged(Arrays.copyOf(whole, scan + 12));
    }

    @Test
    void overwrittenPartIsDamaged() {
        byte[] file = noise(false);
        byte[] other = new byte[4_000];
        new Random(1).nextBytes(other);
        System.arraycopy(other, 0, file, file.length / 3, other.length);
        damaged(file);
    }

    @Test
    void pictureWithoutPixelsIsDamaged() {
        damaged(SamplePictures.emptyPng(8_000, 5_000));
        damaged(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        damaged(Arrays.copyOf(encoded("gif", quarters(8, 8)), 10));
        damaged(Arrays.copyOf(SampleWebp.redBlue(60, 40), 24));
    }

    /** Phones put films behind the picture. This one looks like a thousand scans. */
    @Test
    void partsBehindThePictureAreIgnored() throws PhotoFileException {
        byte[] film = new byte[4_000];
        for (int i = 0; i < film.length; i += 4) {
            film[i] = (byte) 0xff;
            film[i + 1] = (byte) 0xda;
        }
        assertQuarters(decoded(SamplePictures.joined(jpeg(quarters(160, 96)), film), 400));
        byte[] thumbnail = SamplePictures.joined(jpeg(quarters(16, 8)), film);
        assertQuarters(decoded(withSegment(jpeg(quarters(160, 96)), 0xe1, thumbnail), 400));
    }

    /** Files of a few kilobytes that would keep one core busy for up to a minute. */
    @Test
    @Timeout(LongWait.TEST_SECONDS)
    void tooManyScansAreRefused() throws PhotoFileException {
        byte[] ten = progressive(new BufferedImage(4_000, 4_000, BufferedImage.TYPE_BYTE_GRAY));
        rejected(PhotoFileError.TOO_MANY_SCANS, withScansRepeated(ten, 20));
        byte[] small = progressive(quarters(160, 96));
        rejected(PhotoFileError.TOO_MANY_SCANS, withScansRepeated(small, PictureLimits.MOST_SCANS + 1));
        byte[] few = withScansRepeated(small, 20);
        assertQuarters(decoded(few, 400));
    }

    /** A progressive picture arrives ten times; the result is that of the last time. */
    @Test
    void progressivePictureIsAsSharpAsBaseline() throws PhotoFileException {
        var image = SampleScenes.car(3, 640, 480);
        assertArrayEquals(
                PictureScaler.pixels(decoded(jpeg(image), 200)),
                PictureScaler.pixels(decoded(progressive(image), 200)));
    }

    /** Only every second row and column of a picture that is in memory as a whole. */
    @ProofTest
    void largePngIsReadInPart() throws PhotoFileException {
        var large = new BufferedImage(5_000, 4_000, BufferedImage.TYPE_BYTE_GRAY);
        PictureDecoder.Decoded decoded = PictureDecoder.decode(encoded("png", large), 1_920);
        assertEquals(
                List.of(1_920, 1_536),
                List.of(decoded.picture().getWidth(), decoded.picture().getHeight()));
        assertEquals(List.of(5_000, 4_000), List.of(decoded.width(), decoded.height()));
    }
}
