package app.forecourt.ui.fx;

import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Ways to leave the focus, or to return it, where the user has it: in the text that is being typed. */
public final class TypedTextFocusKeeper {
    /**
     * Key of a control's property: a {@link BooleanSupplier} that returns the focus to a text as it was typed, with its
     * selection, and returns false if the text has not changed its form since.
     */
    public static final String RETURN_TO_TYPED = "return-to-typed";

    private TypedTextFocusKeeper() {}

    /** Leaves the focus where it is during clicks on a button. Tab still reaches the button. */
    public static void keepOnClick(ButtonBase button) {
        // A button that Tab can't reach takes no focus from a press.
        button.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> button.setFocusTraversable(false));
        button.addEventFilter(
                MouseEvent.MOUSE_RELEASED, _ -> Platform.runLater(() -> button.setFocusTraversable(true)));
    }

    /**
     * Returns an action that returns the focus to its present owner. JavaFX selects the whole text of a field that gets
     * the focus, so the action also restores the selection, in the text as it was typed: in the readable form that a
     * left field shows, the next key would mean another value. Of a text that has changed since, nothing is selected,
     * because the next key would replace a text that the user has not read.
     */
    public static Runnable restorer(@Nullable Node owner) {
        if (owner instanceof TextInputControl text) {
            int anchor = text.getAnchor();
            int caret = text.getCaretPosition();
            String before = text.getText();
            return () -> {
                if (returnToTyped(text)) {
                    return;
                }
                text.requestFocus();
                if (text.getText().equals(before)) {
                    text.selectRange(anchor, caret);
                } else {
                    text.end();
                }
            };
        }
        return owner == null ? () -> {} : owner::requestFocus;
    }

    /** Returns the focus to a text as it was typed, with its selection. Returns false if it has no other form now. */
    public static boolean returnToTyped(TextInputControl text) {
        return text.getProperties().get(RETURN_TO_TYPED) instanceof BooleanSupplier returned && returned.getAsBoolean();
    }
}
