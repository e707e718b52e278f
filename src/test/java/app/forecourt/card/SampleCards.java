package app.forecourt.card;

import app.forecourt.advert.Advert;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardElement.Line;
import app.forecourt.card.CardLogo.ReadResult;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Dealers, logos and contents of cards, for tests. */
public final class SampleCards {
    private SampleCards() {}

    /** Returns a dealer with name, address and logo. */
    public static Dealer dealer(String name, String address) {
        return new Dealer(Optional.of(name), DealerWebAddress.parse(address), Optional.of(logo(300, 120)));
    }

    /** Returns a logo of a disc on a transparent picture. */
    public static CardLogo logo(int width, int height) {
        try {
            return ((ReadResult.Read) CardLogo.read(picture(width, height, BufferedImage.TYPE_INT_ARGB, "png"))).logo();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Returns a picture of a disc as a file. */
    public static byte[] picture(int width, int height, String format) throws IOException {
        return picture(width, height, BufferedImage.TYPE_INT_RGB, format);
    }

    private static byte[] picture(int width, int height, int type, String format) throws IOException {
        var image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x0a6ebd));
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no writer");
        }
        return bytes.toByteArray();
    }

    /** Returns a content in which each text is the same. */
    static CardContent ofText(String text, int options) {
        String clean = CardContent.clean(text);
        Optional<String> some = Optional.of(clean).filter(letters -> !letters.isEmpty());
        return new CardContent(
                "en",
                clean,
                some,
                some,
                some,
                IntStream.range(0, 9)
                        .mapToObj(_ -> new Advert.Fact(clean, clean))
                        .toList(),
                Optional.of(new Advert.Fact("Energy", clean)),
                some.stream()
                        .flatMap(option -> IntStream.range(0, options).mapToObj(i -> option + " " + i))
                        .toList(),
                0,
                count -> "and " + count + " more",
                clean,
                new Dealer(
                        some,
                        DealerWebAddress.parse("https://dealer.example/" + "a".repeat(150)),
                        Optional.of(logo(200, 200))));
    }

    static List<Line> lines(List<CardElement> elements) {
        return parts(elements, Line.class);
    }

    static <E extends CardElement> List<E> parts(List<CardElement> elements, Class<E> type) {
        return elements.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
