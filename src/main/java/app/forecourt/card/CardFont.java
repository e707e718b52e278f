package app.forecourt.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The two fonts of the card. The program brings them along, because a PDF file must contain its fonts and the fonts of
 * a computer may not be copied. The first use parses the file.
 */
public enum CardFont {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    /** The height of a line as a share of the font size. */
    static final double LINE_HEIGHT = 1.17;
    /** The distance from the top of a line to its baseline as a share of the font size. */
    static final double ASCENT = 0.93;

    private final String file;

    CardFont(String file) {
        this.file = file;
    }

    /** Parsed fonts, in a class of their own so that nothing is loaded before the first card. */
    private static final class Parsed {
        static final Metrics REGULAR = Metrics.of(CardFont.REGULAR);
        static final Metrics BOLD = Metrics.of(CardFont.BOLD);
    }

    private record Metrics(TrueTypeFont font, CmapLookup glyphs, double unitsPerEm) {
        static Metrics of(CardFont font) {
            try (InputStream in = font.open()) {
                TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
                return new Metrics(parsed, parsed.getUnicodeCmapLookup(), parsed.getUnitsPerEm());
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }

        /** Returns the width in em. A character that the font lacks is as wide as it is high. */
        double width(int codePoint) {
            try {
                int glyph = glyphs.getGlyphId(codePoint);
                return glyph == 0 ? 1 : font.getAdvanceWidth(glyph) / unitsPerEm;
            } catch (IOException damaged) {
                throw new UncheckedIOException(damaged);
            }
        }
    }

    private Metrics metrics() {
        return this == BOLD ? Parsed.BOLD : Parsed.REGULAR;
    }

    /** Opens the font's file. */
    public InputStream open() {
        return Objects.requireNonNull(CardFont.class.getResourceAsStream(file), file);
    }

    /** Loads both fonts. Blocks on the disk at the first call. */
    public static void load() {
        REGULAR.metrics();
        BOLD.metrics();
    }

    /** Returns the width of a text in points. */
    double width(String text, double size) {
        Metrics metrics = metrics();
        return size
                * ArabicLetterShaper.join(text)
                        .codePoints()
                        .mapToDouble(metrics::width)
                        .sum();
    }

    /** Returns whether the font has a character. */
    boolean has(int codePoint) {
        return metrics().glyphs().getGlyphId(codePoint) != 0;
    }
}
