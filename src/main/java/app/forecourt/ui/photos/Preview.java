package app.forecourt.ui.photos;

import app.forecourt.photo.PhotoError;
import javafx.scene.image.Image;

/** The state of a photo's preview. */
public sealed interface Preview {
    /** The photo was not requested. */
    record NotRequested() implements Preview {}

    /** The photo is being fetched. */
    record Fetching() implements Preview {}

    /**
     * The photo was fetched.
     *
     * @param image reduced image
     * @param width width of the original photo in pixels
     * @param height height of the original photo in pixels
     */
    record Loaded(Image image, int width, int height) implements Preview {}

    /**
     * The photo can't be shown.
     *
     * @param status HTTP status; 0 if there is none
     */
    record Failed(PhotoError why, int status) implements Preview {}
}
