package app.forecourt.ui.photos;

import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LiveRegion;
import app.forecourt.ui.photos.PhotoPreviews.Loaded;
import app.forecourt.ui.words.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A photo as large as the room allows. The arrow keys go through the photos of the car. */
public final class EnlargedPhoto extends BorderPane {
    /** The longest side in pixels that is loaded. */
    private static final double LONGEST = 1920;

    private final List<String> photos;
    private final PhotoPreviews previews;
    private final Function<String, String> caption;
    private final ImageView image = new ImageView();
    private final StackPane frame = new StackPane();
    private final Label text = new Label();
    private final Button previous;
    private final Button next;
    private int at;

    /**
     * Creates the view.
     *
     * @param photos lines of the photos, in order
     * @param at position of the first shown one
     * @param caption returns the words for a line
     */
    EnlargedPhoto(List<String> photos, int at, PhotoPreviews previews, Messages messages,
            Function<String, String> caption) {
        this.photos = List.copyOf(photos);
        this.at = at;
        this.previews = previews;
        this.caption = caption;
        getStyleClass().add("enlarged-photo");
        setId("enlargedPhoto");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setPreserveRatio(true);
        image.setManaged(false);
        frame.setMinSize(0, 0);
        frame.layoutBoundsProperty().subscribe(_ -> fit());
        previous = button(Feather.CHEVRON_LEFT, messages.get("photo.previous"), -1);
        next = button(Feather.CHEVRON_RIGHT, messages.get("photo.next"), 1);
        text.setId("enlargedPhotoText");
        LiveRegion.announceChanges(text);
        setCenter(frame);
        setLeft(previous);
        setRight(next);
        setBottom(text);
        List.of(previous, next, text).forEach(node -> setAlignment(node, Pos.CENTER));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        show();
    }

    private Button button(Feather icon, String label, int step) {
        Button button = Icons.button(icon, label, () -> go(at + step));
        button.getStyleClass().add("small-button");
        // The arrow keys do the same.
        button.setFocusTraversable(false);
        return button;
    }

    private void onKey(KeyEvent key) {
        if (key.isShortcutDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT, UP, PAGE_UP -> go(at - 1);
            case RIGHT, DOWN, PAGE_DOWN, SPACE -> go(at + 1);
            case HOME -> go(0);
            case END -> go(photos.size() - 1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void go(int target) {
        at = Math.clamp(target, 0, photos.size() - 1);
        show();
    }

    private void show() {
        String line = photos.get(at);
        text.setText(caption.apply(line));
        setAccessibleText(text.getText());
        previous.setDisable(at == 0);
        next.setDisable(at == photos.size() - 1);
        frame.getChildren().clear();
        if (previews.previewOf(line) instanceof Loaded(var small, _, _)) {
            set(small);
        } else {
            frame.getChildren().add(Icons.of(Feather.IMAGE));
        }
        previews.file(line).ifPresent(file -> {
            Image large = new Image(file, LONGEST, LONGEST, true, true, true);
            large.progressProperty().subscribe(progress -> {
                if (progress.doubleValue() >= 1 && !large.isError() && line.equals(photos.get(at))) {
                    set(large);
                }
            });
        });
    }

    private void set(Image shown) {
        image.setImage(shown);
        frame.getChildren().setAll(image);
        fit();
    }

    private void fit() {
        image.setFitWidth(frame.getWidth());
        image.setFitHeight(frame.getHeight());
        image.relocate((frame.getWidth() - image.getLayoutBounds().getWidth()) / 2,
                (frame.getHeight() - image.getLayoutBounds().getHeight()) / 2);
    }
}
