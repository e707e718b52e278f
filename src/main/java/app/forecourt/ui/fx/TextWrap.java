package app.forecourt.ui.fx;

import java.text.Bidi;
import java.util.IntSummaryStatistics;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * Text that goes on in the next line. Not text with anything from right to left in it: JavaFX (25.0.4, and 26.0.2 too)
 * throws an ArrayIndexOutOfBoundsException from every layout of such a text that it wraps, and the window is dead. Nor
 * long paragraphs with what it shapes.
 */
public final class TextWrap {
    /** Characters of a paragraph with what JavaFX shapes: they take 0.1 s to wrap. */
    private static final int LONGEST_SHAPED = 1_000;
    /** Characters of all such paragraphs: each of them takes its time. */
    private static final int MOST_SHAPED = 7_500;

    /**
     * What JavaFX shapes by what stands beside it: Hindi, Thai and the like, an accent of its own, and what joins the
     * emoji of a family or comes along unseen with a text from the web. With a single one in a paragraph it measures the
     * whole of it anew for each line, 6 s for 4,000 characters and at each letter typed.
     */
    private static final Pattern SHAPED = Pattern.compile("[\\u0300-\\u036F\\u0590-\\u06FF\\u0900-\\u0E7F"
            + "\\u0F00-\\u109F\\u1100-\\u11FF\\u13A0-\\u13FF\\u1780-\\u17FF\\u1C50-\\u1C7F\\u200C\\u200D"
            + "\\u202A-\\u202E\\u206A-\\u206F\\uAB70-\\uABFF\\x{11080}-\\x{110CF}\\x{12000}-\\x{1254F}]");

    private TextWrap() {}

    /** As far as JavaFX can wrap what it says by then. */
    public static void enable(Labeled text) {
        enable(text.wrapTextProperty(), text.textProperty());
    }

    public static void enable(TextArea text) {
        // What shows the text wraps until the next layout, and may be asked for its size before it. This listener is
        // here before the skin's own, which gives it the text.
        text.textProperty().addListener(changed -> {
            if (!isSafe(text.textProperty().getValueSafe())) {
                text.lookupAll(".text").forEach(shown -> ((Text) shown).setWrappingWidth(0));
            }
        });
        enable(text.wrapTextProperty(), text.textProperty());
    }

    public static void enable(Tooltip text) {
        enable(text.wrapTextProperty(), text.textProperty());
    }

    private static void enable(BooleanProperty wrap, ObservableValue<String> text) {
        wrap.bind(text.map(TextWrap::isSafe).orElse(true));
    }

    /** Whether JavaFX can wrap it. */
    static boolean isSafe(String text) {
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return false;
        }
        IntSummaryStatistics shaped = text.lines().filter(TextWrap::isShaped).mapToInt(String::length)
                .summaryStatistics();
        return shaped.getMax() <= LONGEST_SHAPED && shaped.getSum() <= MOST_SHAPED;
    }

    /** Whether JavaFX shapes any of it. */
    static boolean isShaped(String text) {
        return SHAPED.matcher(text).find();
    }
}
