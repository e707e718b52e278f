package app.forecourt.card;

import app.forecourt.card.CardElement.Ink;
import app.forecourt.file.AtomicFile;
import app.forecourt.file.FileName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Writer of the card as a PDF file: one A4 page of text and vectors with its fonts embedded. The same card makes the
 * same file, because the file has no time.
 */
public final class CardPdf implements AutoCloseable {
    private static final PDRectangle PAGE = PDRectangle.A4;

    private final PDDocument document = new PDDocument();
    private final Map<CardFont, PDFont> fonts = new EnumMap<>(CardFont.class);
    private final PDPageContentStream stream;

    private CardPdf() throws IOException {
        PDPage page = new PDPage(PAGE);
        document.addPage(page);
        stream = new PDPageContentStream(document, page);
        for (CardFont font : CardFont.values()) {
            try (InputStream in = font.open()) {
                fonts.put(font, PDType0Font.load(document, in));
            }
        }
    }

    /**
     * Writes the card. The file appears as a whole or not at all. Blocks on the disk.
     *
     * @return the characters that the fonts lack, which are question marks in the file
     * @throws IOException if the file can't be written; an earlier file is unchanged
     */
    public static SequencedSet<String> write(CardContent content, Path file) throws IOException {
        List<CardElement> elements = CardLayout.of(content);
        try (CardPdf pdf = new CardPdf()) {
            for (CardElement element : elements) {
                pdf.draw(element);
            }
            pdf.stream.close();
            pdf.describe(content);
            AtomicFile.writeBytes(file, pdf.document::save);
        }
        return elements.stream()
                .filter(CardElement.Line.class::isInstance)
                .map(CardElement.Line.class::cast)
                .flatMap(line -> VisualTextFormatter.missing(line.text(), line.font()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns a file name for a card with its plate and stock number, valid on all systems. */
    public static String fileName(CardContent content) {
        return FileName.of(content.title() + " " + content.foot().replace(" ·", ""), "card", ".pdf");
    }

    private void describe(CardContent content) {
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

    private void draw(CardElement element) throws IOException {
        switch (element) {
            case CardElement.Box(double x, double y, double width, double height, Ink ink) -> {
                ink(ink);
                stream.addRect((float) x, flip(y + height), (float) width, (float) height);
                stream.fill();
            }
            case CardElement.Line line -> draw(line);
            case CardElement.Logo(CardLogo logo, double x, double y, double width, double height) ->
                stream.drawImage(
                        PDImageXObject.createFromByteArray(document, logo.png(), "logo"),
                        (float) x,
                        flip(y + height),
                        (float) width,
                        (float) height);
            case CardElement.Code(QrCode code, double x, double y, double side) -> {
                ink(Ink.TEXT);
                double module = side / code.size();
                for (QrCode.Bar bar : code.bars()) {
                    stream.addRect(
                            (float) (x + bar.column() * module),
                            flip(y + (bar.row() + 1) * module),
                            (float) (bar.length() * module),
                            (float) module);
                }
                stream.fill();
            }
        }
    }

    private void draw(CardElement.Line line) throws IOException {
        stream.beginText();
        ink(line.ink());
        stream.setFont(Objects.requireNonNull(fonts.get(line.font())), (float) line.size());
        stream.newLineAtOffset((float) line.x(), flip(line.baseline()));
        stream.showText(VisualTextFormatter.of(line.text(), line.font()));
        stream.endText();
    }

    private void ink(Ink ink) throws IOException {
        stream.setNonStrokingColor(
                (ink.rgb() >> 16 & 0xff) / 255f, (ink.rgb() >> 8 & 0xff) / 255f, (ink.rgb() & 0xff) / 255f);
    }

    /** Returns the y coordinate of PDF, which begins at the bottom. */
    private static float flip(double y) {
        return (float) (PAGE.getHeight() - y);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
