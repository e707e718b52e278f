package app.forecourt.ui.fx;

import java.text.Normalizer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;

/**
 * What a field takes in at most. JavaFX lays a text out whole: a megabyte of many scripts, pasted by mistake, stops the
 * window for a minute. A change that goes beyond is not made, so what stood there stays and the clipboard still has the
 * rest. These limits are of the window only; what a car may have is far less, and the rules say so.
 */
public final class PasteLimit {
    private PasteLimit() {}

    /**
     * Keeps what is too long out of a control, and puts a letter and its accent together that come as two characters, as
     * PDFs and Macs have them: JavaFX takes seconds for 4,000 of those, and they stand for the same (Unicode's form NFC).
     *
     * @param known a text that is taken whatever its length, since it did not come from the keyboard or the clipboard
     * @param tooMuch told how many characters there would be
     */
    public static void install(TextInputControl input, int most, Supplier<String> known,
            IntConsumer tooMuch) {
        input.setTextFormatter(new TextFormatter<>(change -> {
            if (!fits(change, most, known, tooMuch)) {
                return null;
            }
            if (change.isAdded() && !Normalizer.isNormalized(change.getText(), Normalizer.Form.NFC)
                    && !change.getControlNewText().equals(known.get())) {
                compose(change);
            }
            return change;
        }));
    }

    private static void compose(TextFormatter.Change change) {
        String composed = Normalizer.normalize(change.getText(), Normalizer.Form.NFC);
        int less = change.getText().length() - composed.length();
        change.setText(composed);
        // A text that is set, and not typed, comes with its caret at the beginning.
        change.selectRange(Math.max(0, change.getAnchor() - less),
                Math.max(0, change.getCaretPosition() - less));
    }

    /** Whether a change may be made; for a control that has more to say of its changes. */
    public static boolean fits(TextFormatter.Change change, int most, Supplier<String> known,
            IntConsumer tooMuch) {
        if (!change.isContentChange()) {
            return true;
        }
        String after = change.getControlNewText();
        int length = after.codePointCount(0, after.length());
        // Taking some away is always right.
        if (length <= most || after.length() < change.getControlText().length()
                || after.equals(known.get())) {
            return true;
        }
        tooMuch.accept(length);
        return false;
    }
}
