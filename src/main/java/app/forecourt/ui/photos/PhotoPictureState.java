package app.forecourt.ui.photos;

import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoFetch;
import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The state of a photo's preview. */
public sealed interface PhotoPictureState {
    /** The photo was not requested. */
    record NotRequested() implements PhotoPictureState {}

    /** The photo is being fetched. */
    record Fetching() implements PhotoPictureState {}

    /**
     * The photo was fetched.
     *
     * @param image reduced image
     * @param width width of the original photo in pixels
     * @param height height of the original photo in pixels
     */
    record Loaded(Image image, int width, int height) implements PhotoPictureState {}

    /**
     * The photo can't be shown.
     *
     * @param status HTTP status; 0 if there is none
     */
    record Failed(PhotoError why, int status) implements PhotoPictureState {}

    /** Returns the preview of a fetched photo. */
    static PhotoPictureState of(PhotoFetch.Outcome outcome) {
        return switch (outcome) {
            case PhotoFetch.Outcome.Broken(var error, int status) -> new Failed(error, status);
            case PhotoFetch.Outcome.Shown(var photo) -> {
                BufferedImage picture = photo.picture();
                int width = picture.getWidth();
                int height = picture.getHeight();
                var image = new WritableImage(width, height);
                int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
                image.getPixelWriter()
                        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
                yield new Loaded(image, photo.width(), photo.height());
            }
        };
    }
}
