package app.forecourt.ui.fx;

import java.text.Normalizer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;

/**
 * The maximum length of the text in a control. JavaFX lays out a text as a whole. A megabyte in many scripts, pasted by
 * mistake, freezes the window for a minute. A change beyond the limit is rejected as a whole. The old text stays, and
 * the clipboard keeps the new one. The limit protects the window only. The limits of a car's values are far lower and
 * are checked by the rules.
 */
public final class TextLengthLimit {
    private TextLengthLimit() {}

    /**
     * Installs the limit on a control. Also composes letters and accents that come as two characters (Unicode
     * normalization form NFC). Texts from PDFs and macOS have them. The text means the same, and JavaFX takes seconds
     * to lay out 4,000 uncomposed ones.
     *
     * @param maxLength limit in Unicode code points
     * @param known text accepted at any length, because it did not come from the keyboard or the clipboard
     * @param tooMuch called with the length that a rejected change would have had
     */
    public static void install(TextInputControl input, int maxLength, Supplier<String> known, IntConsumer tooMuch) {
        input.setTextFormatter(new TextFormatter<>(change -> {
            if (!isAllowed(change, maxLength, known, tooMuch)) {
                return null;
            }
            if (change.isAdded()
                    && !Normalizer.isNormalized(change.getText(), Normalizer.Form.NFC)
                    && !change.getControlNewText().equals(known.get())) {
                compose(change);
            }
            return change;
        }));
    }

    private static void compose(TextFormatter.Change change) {
        String composed = Normalizer.normalize(change.getText(), Normalizer.Form.NFC);
        int removed = change.getText().length() - composed.length();
        change.setText(composed);
        // Clamped to 0, because a text set by the program has its caret at the beginning.
        change.selectRange(Math.max(0, change.getAnchor() - removed), Math.max(0, change.getCaretPosition() - removed));
    }

    /** Returns whether a change keeps the limit, for a control with a text formatter of its own. */
    public static boolean isAllowed(
            TextFormatter.Change change, int maxLength, Supplier<String> known, IntConsumer tooMuch) {
        if (!change.isContentChange()) {
            return true;
        }
        String newText = change.getControlNewText();
        int length = newText.codePointCount(0, newText.length());
        // A change that shortens the text is always allowed.
        if (length <= maxLength || newText.length() < change.getControlText().length() || newText.equals(known.get())) {
            return true;
        }
        tooMuch.accept(length);
        return false;
    }
}
