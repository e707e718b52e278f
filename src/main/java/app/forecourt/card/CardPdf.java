package app.forecourt.card;

import app.forecourt.card.CardElement.Ink;
import app.forecourt.file.AtomicFile;
import app.forecourt.file.FileName;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The card as a PDF file: one A4 page of text and vectors with its fonts embedded. The same card makes the same file,
 * because the file has no time. The preview and the printer show a picture of this page.
 */
public final class CardPdf {
    private static final PDRectangle PAGE = PDRectangle.A4;

    private final byte[] file;
    private final SequencedSet<String> missingCharacters;

    private CardPdf(byte[] file, SequencedSet<String> missingCharacters) {
        this.file = file;
        this.missingCharacters = missingCharacters;
    }

    /**
     * Returns a card's PDF file. Takes a second at the first call, which loads the fonts. Fonts are read by one thread.
     */
    public static synchronized CardPdf of(CardContent content) throws IOException {
        List<CardElement> elements = CardLayout.of(content);
        var file = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PAGE);
            document.addPage(page);
            Map<CardFont, PDFont> fonts = new EnumMap<>(CardFont.class);
            for (CardFont font : CardFont.values()) {
                fonts.put(font, font.embed(document));
            }
            try (var stream = new PDPageContentStream(document, page)) {
                for (CardElement element : elements) {
                    draw(element, document, stream, fonts);
                }
            }
            describe(content, document);
            document.save(file);
        }
        return new CardPdf(
                file.toByteArray(),
                elements.stream()
                        .filter(CardElement.Line.class::isInstance)
                        .map(CardElement.Line.class::cast)
                        .flatMap(line -> line.font().missing(line.text()).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Returns the characters that the card can't show. It has question marks in their place. */
    public SequencedSet<String> missingCharacters() {
        return missingCharacters;
    }

    /**
     * Saves the file as a whole or not at all. Blocks on the disk.
     *
     * @throws IOException if the file can't be written; an earlier file is unchanged
     */
    public void save(Path path) throws IOException {
        AtomicFile.writeBytes(path, out -> out.write(file));
    }

    /** Returns a picture of the page. Takes a second at the first call. */
    public BufferedImage picture(float pixelsPerPoint) throws IOException {
        var picture = new BufferedImage(
                Math.round(PAGE.getWidth() * pixelsPerPoint),
                Math.round(PAGE.getHeight() * pixelsPerPoint),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = picture.createGraphics();
        graphics.setBackground(Color.WHITE);
        try (PDDocument document = Loader.loadPDF(file)) {
            new PDFRenderer(document).renderPageToGraphics(0, graphics, pixelsPerPoint);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /** Returns a file name for a card with its plate and stock number, valid on all systems. */
    public static String fileName(CardContent content) {
        return FileName.of(content.title() + " " + content.foot().replace(" ·", ""), "card", ".pdf");
    }

    private static void describe(CardContent content, PDDocument document) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(content.title());
        information.setCreator("Forecourt");
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(content.language());
        var preferences = new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        // Without a number PDFBox derives the id from the time.
        document.setDocumentId((long) content.title().hashCode());
    }

    private static void draw(
            CardElement element, PDDocument document, PDPageContentStream stream, Map<CardFont, PDFont> fonts)
            throws IOException {
        switch (element) {
            case CardElement.Box(double x, double y, double width, double height, Ink ink) -> {
                ink(stream, ink);
                stream.addRect((float) x, flip(y + height), (float) width, (float) height);
                stream.fill();
            }
            case CardElement.Line(String text, double x, double baseline, CardFont font, double size, Ink ink) -> {
                stream.beginText();
                ink(stream, ink);
                stream.setFont(Objects.requireNonNull(fonts.get(font)), (float) size);
                stream.newLineAtOffset((float) x, flip(baseline));
                stream.showText(font.printable(text));
                stream.endText();
            }
            case CardElement.Logo(CardLogo logo, double x, double y, double width, double height) ->
                stream.drawImage(
                        PDImageXObject.createFromByteArray(document, logo.png(), "logo"),
                        (float) x,
                        flip(y + height),
                        (float) width,
                        (float) height);
            case CardElement.Code(QrCode code, double x, double y, double side) -> {
                ink(stream, Ink.TEXT);
                double module = side / code.size();
                for (int row = 0; row < code.size(); row++) {
                    for (int column = 0; column < code.size(); column++) {
                        if (code.isDark(column, row)) {
                            stream.addRect(
                                    (float) (x + column * module), flip(y + (row + 1) * module), (float) module, (float)
                                            module);
                        }
                    }
                }
                stream.fill();
            }
        }
    }

    private static void ink(PDPageContentStream stream, Ink ink) throws IOException {
        stream.setNonStrokingColor(
                (ink.rgb() >> 16 & 0xff) / 255f, (ink.rgb() >> 8 & 0xff) / 255f, (ink.rgb() & 0xff) / 255f);
    }

    /** Returns the y coordinate of PDF, which begins at the bottom. */
    private static float flip(double y) {
        return (float) (PAGE.getHeight() - y);
    }
}
