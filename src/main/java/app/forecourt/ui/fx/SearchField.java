package app.forecourt.ui.fx;

import javafx.beans.binding.Bindings;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A search field of ControlsFX with a magnifying glass and, while there is text, a cross that clears the text by the
 * mouse. By keys, each pane clears its search with Esc.
 */
public class SearchField extends CustomTextField {
    private static final KeyCombination BACKSPACE = new KeyCodeCombination(KeyCode.BACK_SPACE);

    /** Whether the press of the mouse gave the focus to the field. */
    private boolean isEntered;

    public SearchField() {
        getStyleClass().add("search-field");
        setLeft(Icons.of(Feather.SEARCH));
        StackPane cross = new StackPane(Icons.of(Feather.X));
        cross.getStyleClass().add("clear-search");
        cross.setCursor(Cursor.HAND);
        cross.setOnMouseClicked(_ -> {
            clear();
            requestFocus();
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> isEntered = getScene().getFocusOwner() != this);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
            // What is typed next replaces the last search.
            if (isEntered && getSelection().getLength() == 0) {
                selectAll();
            }
        });
        rightProperty()
                .bind(Bindings.when(textProperty().isEmpty()).then((Node) null).otherwise(cross));
    }

    /**
     * Lets the user type into this field from its list: a letter moves the focus here and replaces the text, Backspace
     * deletes the last letter. Space and the shortcuts keep their meaning in the list.
     */
    public void receiveLettersFrom(ListView<?> list) {
        list.addEventFilter(KeyEvent.KEY_TYPED, key -> {
            // AltGr, with which some keyboards type signs, counts as Ctrl and Alt on Windows.
            boolean shortcut = key.isMetaDown() || key.isControlDown() != key.isAltDown();
            String typed = key.getCharacter();
            if (!shortcut && !typed.isBlank() && !Character.isISOControl(typed.codePointAt(0))) {
                requestFocus();
                selectAll();
                replaceSelection(typed);
                key.consume();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (BACKSPACE.match(key)) {
                requestFocus();
                end();
                deletePreviousChar();
                key.consume();
            }
        });
    }

    /** Returns no style sheet, because that of ControlsFX would hide the border of AtlantaFX. */
    @Override
    public @Nullable String getUserAgentStylesheet() {
        return null;
    }
}
