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
 * Text wrapping that is disabled for texts JavaFX can't wrap. JavaFX (25.0.4 and 26.0.2) throws an
 * ArrayIndexOutOfBoundsException from each layout of a wrapped text with right-to-left characters. That makes the
 * window unusable. Long paragraphs with shaped characters are not wrapped either, because that is too slow.
 */
public final class SafeTextWrap {
    /** Characters of a paragraph with shaped characters, which takes 0.1 s to wrap. */
    private static final int LONGEST_SHAPED = 1_000;
    /** Characters of all such paragraphs together, because each adds its own time. */
    private static final int MOST_SHAPED = 7_500;

    /**
     * Characters that JavaFX shapes by their context: scripts such as Hindi and Thai, combining accents and joiners of
     * emoji. Texts from the web also contain such characters invisibly. A single one makes JavaFX measure the whole
     * paragraph again for each line. That takes 6 s for 4,000 characters, at each letter typed.
     */
    private static final Pattern SHAPED = Pattern.compile("[\\u0300-\\u036F\\u0590-\\u06FF\\u0900-\\u0E7F"
            + "\\u0F00-\\u109F\\u1100-\\u11FF\\u13A0-\\u13FF\\u1780-\\u17FF\\u1C50-\\u1C7F\\u200C\\u200D"
            + "\\u202A-\\u202E\\u206A-\\u206F\\uAB70-\\uABFF\\x{11080}-\\x{110CF}\\x{12000}-\\x{1254F}]");

    private SafeTextWrap() {}

    /** Wraps the text of a labeled control while JavaFX can wrap it. */
    public static void enable(Labeled text) {
        enable(text.wrapTextProperty(), text.textProperty());
    }

    /** Wraps the text of a text area while JavaFX can wrap it. */
    public static void enable(TextArea text) {
        // The inner text nodes keep wrapping until the next layout, and their size may be requested before. This
        // listener is added before the listener of the skin, so wrapping ends before the nodes get the new text.
        text.textProperty().addListener(_ -> {
            if (!isSafe(text.textProperty().getValueSafe())) {
                text.lookupAll(".text").forEach(node -> ((Text) node).setWrappingWidth(0));
            }
        });
        enable(text.wrapTextProperty(), text.textProperty());
    }

    /** Wraps the text of a tooltip while JavaFX can wrap it. */
    public static void enable(Tooltip text) {
        enable(text.wrapTextProperty(), text.textProperty());
    }

    /**
     * Shows a text in a labeled control whose text property is not bound.
     *
     * @param wraps whether to wrap the text if JavaFX can wrap it
     */
    public static void show(Labeled control, String text, boolean wraps) {
        boolean isWrapped = wraps && isSafe(text);
        // An unsafe text must not be measured while wrapping is on.
        if (!isWrapped) {
            control.setWrapText(false);
        }
        control.setText(text);
        control.setWrapText(isWrapped);
    }

    private static void enable(BooleanProperty wrap, ObservableValue<String> text) {
        wrap.bind(text.map(SafeTextWrap::isSafe).orElse(true));
    }

    /** Returns whether JavaFX can wrap a text without failing and fast enough. */
    static boolean isSafe(String text) {
        if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return false;
        }
        IntSummaryStatistics shaped = text.lines()
                .filter(SafeTextWrap::isShaped)
                .mapToInt(String::length)
                .summaryStatistics();
        return shaped.getMax() <= LONGEST_SHAPED && shaped.getSum() <= MOST_SHAPED;
    }

    /** Returns whether JavaFX shapes any character of a text. */
    static boolean isShaped(String text) {
        return SHAPED.matcher(text).find();
    }
}
