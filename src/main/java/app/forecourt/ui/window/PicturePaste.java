package app.forecourt.ui.window;

import app.forecourt.model.AppModel;
import app.forecourt.ui.photos.ClipboardPhotoReader;
import app.forecourt.ui.photos.PhotosPane;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Pictures that were copied, and are pasted into the window. They become photos of the car in the form, whatever has
 * the focus. File managers copy the paths as text, too, and no field takes a path.
 */
final class PicturePaste {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final AppModel model;
    private final Runnable showPhotos;
    private final BooleanSupplier isCovered;

    /**
     * @param showPhotos moves the focus to the photos of the form
     * @param isCovered returns whether the car is behind a sheet, so that nothing may act on it
     */
    PicturePaste(AppModel model, Runnable showPhotos, BooleanSupplier isCovered) {
        this.model = model;
        this.showPhotos = showPhotos;
        this.isCovered = isCovered;
    }

    /** Takes the keys before the fields, because a text field consumes the key also if there is no text. */
    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            // The controls of the photos take files with any name. A locked field says that the car is locked.
            if (PASTE.match(key)
                    && !isCovered.getAsBoolean()
                    && !model.form().isReadOnly()
                    && !PhotosPane.takesPaste(scene.getFocusOwner())
                    && pastePictures()) {
                key.consume();
            }
        });
    }

    /** Adds copied pictures to the photos. Returns whether there are some. */
    private boolean pastePictures() {
        UUID car = model.cars().current().car().get().id();
        if (!ClipboardPhotoReader.addTo(model.photoLines(), Clipboard.getSystemClipboard(), WindowDrop::isPictures)) {
            return false;
        }
        if (model.cars().current().car().get().id().equals(car)) {
            showPhotos.run();
        }
        return true;
    }
}
