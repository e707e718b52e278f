package app.forecourt.ui.photos;

import app.forecourt.model.form.PhotoAddressFinder;
import app.forecourt.model.form.PhotoList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The text field for photo addresses, typed, pasted or dropped. A complete address moves to the photo list. The field
 * fires an action after Enter has completed one.
 */
public final class PhotoAddressField extends TextField {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final PhotoList photos;
    private Predicate<Clipboard> onPaste = _ -> false;

    /** @param onEnter action of Enter while no address is typed */
    public PhotoAddressField(PhotoList photos, Runnable onEnter) {
        this.photos = photos;
        textProperty().bindBidirectional(photos.typedAddress());
        // Hidden for a sent car, because its photos are listed below and can't be changed.
        visibleProperty().bind(editableProperty());
        managedProperty().bind(visibleProperty());
        focusedProperty().subscribe((_, focused) -> {
            // Keep an incomplete address while another window has the focus, because the user may copy the rest from
            // there. Keep it also if the field is being replaced after a change of language.
            if (!focused && getScene() != null && getScene().getFocusOwner() != this) {
                photos.completeTyped();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                if (getText().isBlank()) {
                    onEnter.run();
                } else {
                    photos.completeTyped();
                    fireEvent(new ActionEvent(this, this));
                }
                key.consume();
            } else if (UNDO.match(key) && getText().isEmpty()) {
                photos.undo();
                key.consume();
            }
        });
    }

    /** Sets what takes files and pictures of a clipboard, and returns false if there are none. */
    void setOnPaste(Predicate<Clipboard> action) {
        onPaste = action;
    }

    /** Adds pasted files or addresses to the photo list at once. Pastes any other text into the field. */
    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!isEditable() || onPaste.test(clipboard)) {
            return;
        }
        List<String> found = addressesIn(clipboard);
        // A single address pasted into partly typed text is a part of that text.
        if (found.isEmpty() || (found.size() == 1 && !getText().isBlank())) {
            super.paste();
        } else {
            photos.add(found);
        }
    }

    /** Returns the photo addresses in the content of a clipboard or a drag. */
    static List<String> addressesIn(Clipboard clipboard) {
        String text = Optional.ofNullable(clipboard.getString()).orElse("");
        String uris = clipboard instanceof Dragboard
                ? Optional.ofNullable(clipboard.getUrl()).orElse("")
                : "";
        return PhotoAddressFinder.find(
                uris + "\n" + text, Optional.ofNullable(clipboard.getHtml()).orElse(""));
    }
}
