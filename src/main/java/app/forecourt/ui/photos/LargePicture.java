package app.forecourt.ui.photos;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.photos.PhotoPreviews.Loaded;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The picture of a photo as large as the room allows: the preview first, then the whole file once it is loaded. */
final class LargePicture extends StackPane {
    /** The longest side in pixels that is loaded. */
    private static final double LONGEST = 1920;

    private final PhotoPreviews previews;
    private final FittedImage image = new FittedImage(this);
    private String line = "";
    /** The file that was loaded last; empty if none was. */
    private String requested = "";
    private boolean hasPicture;

    LargePicture(PhotoPreviews previews) {
        this.previews = previews;
        setMinSize(0, 0);
    }

    /** Returns whether there is a picture, and not only an icon in its place. */
    boolean hasPicture() {
        return hasPicture;
    }

    /** Shows the photo of a line. */
    void show(String newLine) {
        if (!newLine.equals(line)) {
            line = newLine;
            requested = "";
        }
        hasPicture = false;
        if (previews.previewOf(line) instanceof Loaded(var small, _, _)) {
            set(small);
        } else {
            getChildren().setAll(Icons.of(Feather.IMAGE));
        }
        previews.file(line).filter(file -> !file.equals(requested)).ifPresent(this::load);
    }

    private void load(String file) {
        requested = file;
        Image large = new Image(file, LONGEST, LONGEST, true, true, true);
        large.progressProperty().subscribe(progress -> {
            if (progress.doubleValue() >= 1 && !large.isError() && file.equals(requested)) {
                set(large);
            }
        });
    }

    private void set(Image picture) {
        hasPicture = true;
        image.setImage(picture);
        getChildren().setAll(image);
    }
}
