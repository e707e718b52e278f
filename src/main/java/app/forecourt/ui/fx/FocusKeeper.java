package app.forecourt.ui.fx;

import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Ways to leave the focus, or to return it, where the user has it: in the text that is being typed. */
public final class FocusKeeper {
    private FocusKeeper() {}

    /** Leaves the focus where it is during clicks on a button. Tab still reaches the button. */
    public static void keepOnClick(ButtonBase button) {
        // A button that Tab can't reach takes no focus from a press.
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> button.setFocusTraversable(false));
        button.addEventFilter(MouseEvent.MOUSE_RELEASED,
                _ -> Platform.runLater(() -> button.setFocusTraversable(true)));
    }

    /**
     * Returns an action that returns the focus to its present owner. JavaFX selects the whole text of a field that gets
     * the focus, so the action also restores the selection. Of a text that has changed since, nothing is selected,
     * because the next key would replace a text that the user has not read.
     */
    public static Runnable restorer(@Nullable Node owner) {
        if (owner instanceof TextInputControl text) {
            int anchor = text.getAnchor();
            int caret = text.getCaretPosition();
            String before = text.getText();
            long letters = letters(text, text.getSelection().getEnd());
            return () -> {
                text.requestFocus();
                if (text.getText().equals(before)) {
                    text.selectRange(anchor, caret);
                } else {
                    placeCaret(text, letters);
                }
            };
        }
        return owner == null ? () -> {} : owner::requestFocus;
    }

    /** Returns the number of letters and digits before a position, which hardly change in another form of the text. */
    public static long letters(TextInputControl text, int position) {
        return text.getText(0, position).codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** Places the caret behind a number of letters and digits, or at the end. */
    public static void placeCaret(TextInputControl text, long letters) {
        text.positionCaret(IntStream.rangeClosed(0, text.getLength())
                .filter(caret -> letters(text, caret) >= letters).findFirst()
                .orElse(text.getLength()));
    }
}
