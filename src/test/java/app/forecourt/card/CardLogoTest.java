package app.forecourt.card;

import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.card.CardLogo.ReadResult;
import app.forecourt.card.CardLogo.Reason;
import app.forecourt.photo.prepare.SamplePictures;
import app.forecourt.testing.TestHome;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The dealer's logo: chosen files, good and bad, and the stored copy. */
class CardLogoTest {
    @TempDir
    Path folder;

    @RegisterExtension
    final TestHome home = new TestHome();

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("logo"), content);
    }

    private Reason refusal(byte[] content) throws IOException {
        return assertInstanceOf(ReadResult.Refused.class, CardLogo.read(file(content)))
                .reason();
    }

    private static CardLogo logo(ReadResult result) {
        return assertInstanceOf(ReadResult.Read.class, result).logo();
    }

    @ParameterizedTest
    @CsvSource({"3000,1500,jpg,600,300", "90,40,png,90,40"})
    void largePictureIsScaledDown(int width, int height, String format, int wide, int high) throws IOException {
        CardLogo logo = logo(CardLogo.read(file(SampleCards.picture(width, height, format))));
        assertEquals(List.of(wide, high), List.of(logo.width(), logo.height()));
        assertEquals(wide, ImageIO.read(new ByteArrayInputStream(logo.png())).getWidth());
    }

    @Test
    void transparentPictureIsOnWhite() throws IOException {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(SampleCards.logo(100, 100).png()));
        assertEquals(0xffffffff, image.getRGB(0, 0));
        assertEquals(0xff0a6ebd, image.getRGB(50, 50));
    }

    @Test
    void fileOf50MegabytesIsTooLarge() throws IOException {
        Path file = folder.resolve("large.png");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(50L << 20);
        }
        assertEquals(new ReadResult.Refused(Reason.TOO_LARGE), CardLogo.read(file));
    }

    @Test
    void pictureOfOnePixelWidthIsTooNarrow() throws IOException {
        assertEquals(
                new ReadResult.Refused(Reason.TOO_NARROW, 1, 10_000),
                CardLogo.read(file(SampleCards.picture(1, 10_000, "png"))));
    }

    /** The header alone says how large the picture is. */
    @Test
    void tooManyPixelsAreNotDecoded() throws IOException {
        byte[] png = SampleCards.picture(10, 10, "png");
        byte[] width = {0, 0, 0x7f, (byte) 0xff};
        System.arraycopy(width, 0, png, 16, 4);
        System.arraycopy(width, 0, png, 20, 4);
        assertEquals(Reason.TOO_MANY_PIXELS, refusal(png));
    }

    @Test
    void drawingsAndOtherFilesAreRefused() throws IOException {
        assertEquals(
                Reason.SVG,
                refusal("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
                        .getBytes(StandardCharsets.UTF_8)));
        assertEquals(Reason.NO_PICTURE, refusal("Dear customer".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Reason.NO_PICTURE, refusal(new byte[0]));
        assertEquals(new ReadResult.Refused(Reason.NO_PICTURE), CardLogo.read(folder));
        assertEquals(new ReadResult.Refused(Reason.NO_PICTURE), CardLogo.read(folder.resolve("none")));
    }

    @Test
    void damagedPictureIsUnreadable() throws IOException {
        byte[] jpeg = SampleCards.picture(300, 200, "jpg");
        assertEquals(Reason.UNREADABLE, refusal(Arrays.copyOf(jpeg, 40)));
    }

    /** Java fills the missing part with grey. */
    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif"})
    void truncatedPictureIsFaulty(String format) throws IOException {
        byte[] whole = SampleCards.picture(300, 200, format);
        assertEquals(Optional.of(false), fault(whole));
        assertNotEquals(Optional.of(false), fault(Arrays.copyOf(whole, whole.length * 2 / 3)));
    }

    /** Returns whether a picture is faulty; empty if it is refused. */
    private Optional<Boolean> fault(byte[] content) throws IOException {
        return CardLogo.read(file(content)) instanceof ReadResult.Read(CardLogo _, boolean isFaulty)
                ? Optional.of(isFaulty)
                : Optional.empty();
    }

    /** Printers' shops give logos in the four colours of a printing press. */
    @Test
    void cmykJpegIsRead() throws IOException {
        // Inverted, as Adobe's programs write it: no cyan, all magenta, all yellow, no black.
        byte[] cmyk = SamplePictures.fourComponents(0, 255, 0, 0, 255);
        CardLogo logo = logo(CardLogo.read(file(cmyk)));
        int red = ImageIO.read(new ByteArrayInputStream(logo.png())).getRGB(20, 15);
        assertTrue((red >> 16 & 0xff) > 200 && (red & 0xff) < 80, Integer.toHexString(red));
    }

    @Test
    void storedLogoIsReadAgainAndRemoved() throws IOException {
        CardRepository repository = new CardRepository(home.preferences());
        assertEmpty(repository.logo());
        repository.storeLogo(Optional.of(SampleCards.logo(120, 60)));
        assertEquals(120, repository.dealer().logo().orElseThrow().width());
        Path stored = home.preferences().path().resolveSibling(CardRepository.LOGO_FILE);
        assertMode("rw-------", stored);
        Files.write(stored, new byte[] {1, 2, 3});
        assertTrue(repository.logo().isEmpty(), "a damaged logo is none");
        repository.storeLogo(Optional.empty());
        assertTrue(Files.notExists(stored));
    }
}
