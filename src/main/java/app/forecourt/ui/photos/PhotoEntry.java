package app.forecourt.ui.photos;

import app.forecourt.model.form.PhotoAddresses;
import app.forecourt.model.form.PhotoList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Where photo addresses are typed, pasted and dropped; each goes into the list once it is whole. */
public final class PhotoEntry extends TextField {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z,
            KeyCombination.SHORTCUT_DOWN);

    private final PhotoList photos;

    public PhotoEntry(PhotoList photos, ObservableValue<Boolean> locked) {
        this.photos = photos;
        textProperty().bindBidirectional(photos.typing());
        editableProperty().bind(locked.map(isLocked -> !isLocked));
        // What was sent has its photos below, and takes no others.
        visibleProperty().bind(locked.map(isLocked -> !isLocked));
        managedProperty().bind(visibleProperty());
        focusedProperty().subscribe((before, now) -> {
            // Not when another window has the focus, from where she may copy the rest, nor when another language's
            // field takes the place of this one.
            if (!now && getScene() != null && getScene().getFocusOwner() != this) {
                photos.enter();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                photos.enter();
                key.consume();
            } else if (UNDO.match(key) && getText().isEmpty()) {
                photos.undo();
                key.consume();
            }
        });
    }

    /** Addresses go into the list at once; anything else is text to be typed on. */
    @Override
    public void paste() {
        if (!isEditable()) {
            return;
        }
        Clipboard copied = Clipboard.getSystemClipboard();
        List<String> found = found(copied);
        // Within an address that is being typed a single one is a piece of text.
        if (found.isEmpty() || (found.size() == 1 && !getText().isBlank())) {
            super.paste();
        } else {
            photos.add(found);
        }
    }

    /** The addresses in what was copied or is dropped. */
    static List<String> found(Clipboard copied) {
        // Files that are dropped have addresses too, which lead nowhere but on this computer.
        String text = Optional.ofNullable(copied.getString()).orElse("");
        String uris = copied instanceof Dragboard ? Optional.ofNullable(copied.getUrl()).orElse("") : "";
        return PhotoAddresses.in(uris + "\n" + text, Optional.ofNullable(copied.getHtml()).orElse(""));
    }
}
