package app.forecourt.ui.photos;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.photos.PhotoPictureState.Failed;
import app.forecourt.ui.photos.PhotoPictureState.Fetching;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import app.forecourt.ui.photos.PhotoPictureState.NotRequested;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * The picture of a photo as large as the room allows. It is the preview first. Then it is the whole file of this
 * computer, or the whole photo from its address.
 */
final class FullSizePicture extends StackPane {
    private final PhotoPreviews previews;
    private final Runnable stateChanged;
    private final FittedImage image = new FittedImage(this);
    private final ProgressBar progress = new ProgressBar();
    private String line = "";
    /** The state of the whole photo. */
    private PhotoPictureState state = new NotRequested();
    /** The number of the present request. The results of earlier ones are ignored. */
    private int request;

    private Runnable running = () -> {};

    /** @param stateChanged called when another state is to be named */
    FullSizePicture(PhotoPreviews previews, Runnable stateChanged) {
        this.previews = previews;
        this.stateChanged = stateChanged;
        getStyleClass().add("large-picture");
        setMinSize(0, 0);
        progress.setId("largePhotoProgress");
        progress.setMaxWidth(Double.MAX_VALUE);
        setAlignment(progress, Pos.BOTTOM_CENTER);
        NodeVisibility.set(progress, false);
        sceneProperty().subscribe((_, scene) -> {
            if (scene == null) {
                stop();
            }
        });
    }

    ImageView view() {
        return image;
    }

    /** Returns the state of the photo to be named: of the whole photo if it was requested, else of the preview. */
    PhotoPictureState state() {
        return state instanceof NotRequested ? previews.previewOf(line) : state;
    }

    /** Shows the photo of a line. */
    void show(String newLine) {
        if (!newLine.equals(line)) {
            stop();
            line = newLine;
        }
        PhotoPictureState shown = state instanceof Loaded ? state : previews.previewOf(line);
        if (shown instanceof Loaded loaded) {
            set(loaded.image());
        } else {
            image.setImage(null);
            setContent(Icons.of(Feather.IMAGE));
        }
        if (state instanceof NotRequested && previews.canLoad(line)) {
            start();
        }
    }

    /** Shows a picture of the same photo until the next line is shown. */
    void showInPlace(Image picture) {
        stop();
        line = "";
        set(picture);
    }

    private void start() {
        stop();
        int own = request;
        progress.setProgress(-1);
        running = previews.loadLarge(line, progress::setProgress, ended -> {
            if (own == request) {
                setState(ended);
            }
        });
        setState(new Fetching());
    }

    /** Stops the request and forgets its result. */
    private void stop() {
        request++;
        running.run();
        running = () -> {};
        setState(new NotRequested());
    }

    private void setState(PhotoPictureState newState) {
        if (!newState.equals(state)) {
            state = newState;
            NodeVisibility.set(progress, state instanceof Fetching);
            if (state instanceof Loaded loaded) {
                set(loaded.image());
            }
            stateChanged.run();
        }
    }

    /** Loads a photo again that could not be loaded. Returns false if there is none. */
    boolean retry() {
        boolean failed = state instanceof Failed;
        if (failed) {
            start();
        }
        return failed;
    }

    private void set(Image picture) {
        image.setImage(picture);
        setContent(image);
    }

    private void setContent(Node content) {
        getChildren().setAll(content, progress);
    }
}
