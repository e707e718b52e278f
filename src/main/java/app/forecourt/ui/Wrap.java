package app.forecourt.ui;

import java.text.Bidi;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/**
 * Text that goes on in the next line. Not text with anything from right to left in it: JavaFX (25.0.4, and 26.0.2 too)
 * throws an ArrayIndexOutOfBoundsException from every layout of such a text that it wraps, and the window is dead. Nor
 * long paragraphs with marks.
 */
public final class Wrap {
    /** Characters of a paragraph with marks: they take 0.1 s to wrap. */
    private static final int LONGEST_MARKED = 1_000;

    private Wrap() {}

    /** As far as JavaFX can wrap what it says by then. */
    public static void on(Labeled text) {
        on(text.wrapTextProperty(), text.textProperty());
    }

    static void on(TextArea text) {
        // What shows the text wraps until the next layout, and may be asked for its size before it. This listener is
        // here before the skin's own, which gives it the text.
        text.textProperty().addListener(changed -> {
            if (!isSafe(text.textProperty().getValueSafe())) {
                text.lookupAll(".text").forEach(shown -> ((Text) shown).setWrappingWidth(0));
            }
        });
        on(text.wrapTextProperty(), text.textProperty());
    }

    static void on(Tooltip text) {
        on(text.wrapTextProperty(), text.textProperty());
    }

    private static void on(BooleanProperty wrap, ObservableValue<String> text) {
        wrap.bind(text.map(Wrap::isSafe).orElse(true));
    }

    /** Whether JavaFX can wrap it. */
    static boolean isSafe(String text) {
        return !Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && text.lines().filter(paragraph -> paragraph.length() > LONGEST_MARKED)
                        .noneMatch(paragraph -> paragraph.codePoints().anyMatch(Wrap::isMark));
    }

    /**
     * Of Hindi, Thai or an accent of its own: with a single one in a paragraph JavaFX measures the whole of it anew for
     * each line, 6 s for 4,000 characters and at each letter typed. What picks an emoji's colour is none to it.
     */
    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)
                && (character < 0xFE00 || character > 0xFE0F);
    }
}
