package app.forecourt.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The two fonts of the card. The program brings them along, because a PDF file must contain its fonts and the fonts of
 * a computer may not be copied. The first use parses the files.
 */
enum CardFont {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    /** The height of a line as a share of the font size. */
    static final double LINE_HEIGHT = 1.17;
    /** The distance from the top of a line to its baseline as a share of the font size. */
    static final double ASCENT = 0.93;

    private static final String REPLACEMENT = "?";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    CardFont(String file) {
        try (InputStream in = Objects.requireNonNull(CardFont.class.getResourceAsStream(file), file)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = font.getUnicodeCmapLookup();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Returns the font for a document, with only the characters that the document uses. */
    PDFont embed(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    /** Returns the width of a text in points. */
    double width(String text, double size) {
        return size * text.codePoints().mapToDouble(this::width).sum();
    }

    /** Returns the width in em. A character that the font lacks is as wide as it is high. */
    private double width(int codePoint) {
        try {
            int glyph = glyphs.getGlyphId(codePoint);
            return glyph == 0 ? 1 : (double) font.getAdvanceWidth(glyph) / font.getUnitsPerEm();
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** Returns a text with a question mark for each character that the card can't show. */
    String printable(String text) {
        return text.codePoints()
                .mapToObj(c -> shows(c) ? Character.toString(c) : REPLACEMENT)
                .collect(Collectors.joining());
    }

    /** Returns the characters of a text that the card can't show. */
    List<String> missing(String text) {
        return text.codePoints()
                .filter(c -> !shows(c))
                .mapToObj(Character::toString)
                .toList();
    }

    /** Returns whether the font has a character. One from right to left would stand in the wrong order. */
    private boolean shows(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> false;
            default -> glyphs.getGlyphId(codePoint) != 0;
        };
    }
}
