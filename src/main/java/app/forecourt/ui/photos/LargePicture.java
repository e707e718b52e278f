package app.forecourt.ui.photos;

import app.forecourt.car.PhotoReference;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.photos.PhotoPreviews.Failed;
import app.forecourt.ui.photos.PhotoPreviews.Fetching;
import app.forecourt.ui.photos.PhotoPreviews.Loaded;
import app.forecourt.ui.photos.PhotoPreviews.NotRequested;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.photos.PhotoPreviews.Preview;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * The picture of a photo as large as the room allows. It is the preview first. Then it is the whole file of this
 * computer, or the whole photo from its address.
 */
final class LargePicture extends StackPane {
    /** The longest side in pixels that is loaded. */
    private static final double LONGEST = 1920;

    private final PhotoPreviews previews;
    private final Runnable stateChanged;
    private final FittedImage image = new FittedImage(this);
    private final ProgressBar progress = new ProgressBar();
    private String line = "";
    /** The file or address that was requested last; empty if none was. */
    private String requested = "";

    private Optional<Image> large = Optional.empty();
    /** The state of the whole photo from its address. */
    private Preview state = new NotRequested();

    private Optional<PhotoFetch> running = Optional.empty();

    /** @param stateChanged called when another state is to be named */
    LargePicture(PhotoPreviews previews, Runnable stateChanged) {
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

    /** Returns whether the picture is more than the preview. */
    boolean isWhole() {
        return large.isPresent();
    }

    /** Returns the picture; empty if there is only an icon in its place. */
    Optional<Image> image() {
        return getChildren().contains(image) ? Optional.of(image.getImage()) : Optional.empty();
    }

    /** Returns the state of the photo to be named: of the whole photo if it was requested, else of the preview. */
    Preview state() {
        return state instanceof NotRequested ? previews.previewOf(line) : state;
    }

    /** Shows the photo of a line. */
    void show(String newLine) {
        if (!newLine.equals(line)) {
            line = newLine;
            requested = "";
            large = Optional.empty();
            stop();
        }
        if (large.isPresent()) {
            set(large.get());
        } else if (previews.previewOf(line) instanceof Loaded loaded) {
            set(loaded.image());
        } else {
            setContent(Icons.of(Feather.IMAGE));
        }
        previews.file(line).ifPresentOrElse(this::load, this::fetch);
    }

    private void load(String file) {
        if (file.equals(requested)) {
            return;
        }
        requested = file;
        Image whole = new Image(file, LONGEST, LONGEST, true, true, true);
        whole.progressProperty().subscribe(part -> {
            if (part.doubleValue() >= 1 && !whole.isError() && file.equals(requested)) {
                setLarge(whole);
            }
        });
    }

    private void fetch() {
        boolean isPossible = !PhotoReference.isReference(line)
                && PhotoFetch.addressError(line).isEmpty()
                && previews.pauseReason().get() == PauseReason.NONE;
        if (isPossible && !line.equals(requested)) {
            requested = line;
            start();
        }
    }

    private void start() {
        stop();
        progress.setProgress(-1);
        running = Optional.of(previews.fetchLarge(line, progress::setProgress, this::onEnded));
        setState(new Fetching());
    }

    private void onEnded(PhotoFetch ended, Preview preview) {
        if (running.filter(ended::equals).isPresent()) {
            running = Optional.empty();
            setState(preview);
        }
    }

    /** Stops the fetch and forgets its result. */
    private void stop() {
        running.ifPresent(previews::stop);
        running = Optional.empty();
        setState(new NotRequested());
    }

    private void setState(Preview newState) {
        if (!newState.equals(state)) {
            state = newState;
            NodeVisibility.set(progress, state instanceof Fetching);
            if (state instanceof Loaded loaded) {
                setLarge(loaded.image());
            }
            stateChanged.run();
        }
    }

    /** Fetches a photo again that could not be fetched. Returns false if there is none. */
    boolean retry() {
        boolean failed = state instanceof Failed;
        if (failed) {
            start();
        }
        return failed;
    }

    private void setLarge(Image picture) {
        large = Optional.of(picture);
        set(picture);
    }

    private void set(Image picture) {
        image.setImage(picture);
        setContent(image);
    }

    private void setContent(Node content) {
        getChildren().setAll(content, progress);
    }
}
