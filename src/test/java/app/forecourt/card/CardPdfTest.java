package app.forecourt.card;

import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.text.Language.DUTCH;
import static app.forecourt.text.Language.GERMAN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.advert.SampleAdverts;
import app.forecourt.card.CardContent.Dealer;
import app.forecourt.card.CardElement.Box;
import app.forecourt.card.CardElement.Ink;
import app.forecourt.testing.Cases;
import app.forecourt.text.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The card's PDF file, read again by PDFBox and, if they are installed, by Poppler's programs. */
class CardPdfTest {
    private static final Dealer DEALER = SampleCards.dealer("Autobedrijf Van der Meer", "dealer.example/occasions");

    @TempDir
    Path folder;

    private static CardContent whole(Language language) {
        return CardContent.of(SampleAdverts.of(SampleAdverts.WHOLE, language), DEALER);
    }

    private Path write(CardContent content) throws IOException {
        Path file = folder.resolve("card.pdf");
        CardPdf.of(content).save(file);
        return file;
    }

    /** Asserts one page with embedded fonts, and returns its text. */
    private static String text(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
                assertTrue(font.getName().matches("[A-Z]{6}\\+DejaVuSansCondensed.*"), font.getName());
            }
            return new PDFTextStripper()
                    .getText(document)
                    .replace('\u00A0', ' ')
                    .replace(System.lineSeparator(), "\n");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void textIsFound(Language language) throws IOException {
        CardContent content = whole(language);
        // An option may have several lines.
        String text = text(write(content)).replaceAll("\\s+", " ");
        Stream.of(
                        List.of(
                                "Volkswagen Golf",
                                "1.5 TSI Life",
                                "Autobedrijf Van der Meer",
                                "XF-100-F · S-12",
                                "dealer.example/occasions",
                                content.price().orElseThrow(),
                                content.vat().orElseThrow(),
                                content.energy().orElseThrow().value()),
                        content.options())
                .flatMap(List::stream)
                .map(expected -> expected.replace('\u00A0', ' '))
                .forEach(expected -> assertContains(expected, text));
    }

    @Test
    void sameCardMakesTheSameFile() throws IOException {
        assertArrayEquals(Files.readAllBytes(write(whole(DUTCH))), Files.readAllBytes(write(whole(DUTCH))));
    }

    @Test
    void metadataNameTheCarOnly() throws IOException {
        Path file = write(whole(GERMAN));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(
                    Set.of("Title", "Creator"),
                    document.getDocumentInformation().getMetadataKeys());
            assertEquals(
                    "Volkswagen Golf 1.5 TSI Life",
                    document.getDocumentInformation().getTitle());
            assertEquals("de", document.getDocumentCatalog().getLanguage());
        }
        assertFalse(Files.readString(file, ISO_8859_1).contains(System.getProperty("user.home")));
    }

    static Stream<String> unusualCharacters() {
        return Cases.some(
                3,
                Stream.of(
                        "سيارات جميلة",
                        "רכב יפה (חדש)",
                        "🚗 汽车 \uD83D",
                        "a\u0000b\nc\td\u202Ee",
                        "ﬁ ﬂ Œ ß ẞ Ω Ж",
                        "e\u0301\u200D\uFE0F",
                        "\uE000"));
    }

    /** PDFBox throws an exception for a character without a glyph. */
    @ParameterizedTest
    @MethodSource("unusualCharacters")
    void unusualCharactersMakeOnePage(String text) throws IOException {
        text(write(SampleCards.ofText(text.repeat(Cases.times(8, 20)), Cases.times(30, 500))));
    }

    @Test
    void missingCharactersAreReported() throws IOException {
        CardContent card = SampleCards.ofText("汽车 Kia סر", 0);
        assertEquals(Set.of("汽", "车", "ס", "ر"), CardPdf.of(card).missingCharacters());
        assertContains("?? Kia ??", text(write(card)));
    }

    @Test
    void pictureIsThePage() throws IOException {
        BufferedImage picture = CardPdf.of(whole(DUTCH)).picture(2);
        assertEquals(List.of(1191, 1684), List.of(picture.getWidth(), picture.getHeight()));
        Box line = SampleCards.parts(CardLayout.of(whole(DUTCH)), Box.class).getFirst();
        int below = (int) (2 * (line.y() + line.height() / 2));
        assertEquals(0xff000000 | line.ink().rgb(), picture.getRGB(1000, below));
        assertEquals(0xffffffff, picture.getRGB(2, 2));
        Set<Integer> colors = IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(pixel -> picture.getRGB(pixel % picture.getWidth(), pixel / picture.getWidth()))
                .boxed()
                .collect(toSet());
        assertTrue(colors.contains(0xff000000 | Ink.TEXT.rgb()), "text");
        assertTrue(colors.contains(0xff0a6ebd), "logo");
    }

    @Test
    void fileNameIsValidEverywhere() {
        String name = CardPdf.fileName(whole(DUTCH));
        assertStartsWith("Volkswagen Golf 1.5 TSI Life " + whole(DUTCH).foot().split(" ")[0], name);
        assertEquals(
                "a b c.pdf", CardPdf.fileName(SampleCards.ofText("a/b\\c:", 0)).replace(" a b c", ""));
        assertEquals("card.pdf", CardPdf.fileName(SampleCards.ofText("", 0)));
        String longest = CardPdf.fileName(SampleCards.ofText("車".repeat(200), 0));
        assertTrue(longest.getBytes(UTF_8).length <= 255, longest);
    }

    @Test
    void countOfOmittedOptionsIsShown() throws IOException {
        String text = text(write(SampleCards.ofText("Rear camera", 500)));
        int named = (int) IntStream.range(0, 500)
                .filter(i -> text.contains("Rear camera " + i + "\n"))
                .count();
        assertTrue(named > 4, text);
        assertContains("and " + (500 - named) + " more", text);
    }
}
