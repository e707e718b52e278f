package app.forecourt.ui.photos;

import app.forecourt.model.photos.PhotoListEntry;
import app.forecourt.ui.fx.Icons;
import app.forecourt.ui.fx.LazyTooltip;
import app.forecourt.ui.fx.NodeVisibility;
import app.forecourt.ui.fx.SafeTextWrap;
import app.forecourt.ui.fx.SeverityStyle;
import app.forecourt.ui.photos.PhotoPictureState.Failed;
import app.forecourt.ui.photos.PhotoPictureState.Fetching;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A tile of the photo grid: the picture of a photo with its number, its name and its state. */
final class PhotoTile extends VBox {
    /** Diameter in pixels of the picture's round corners. */
    private static final double ARC = 8;

    private final int index;
    private final PhotoMessages messages;
    private final Picture picture = new Picture();
    private final FittedImage image = new FittedImage(picture);
    private final FontIcon icon = Icons.of(Feather.IMAGE);
    private final StackPane content = new StackPane(icon, image);
    private final Label number = new Label();
    private final Label main = new Label();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button remove;
    /** All that is known about the state. The line below the name may be shorter. */
    private String words = "";

    /** The picture, four to three. */
    private static final class Picture extends WidthFirstPane {
        private static final double RATIO = 0.75;

        @Override
        double heightFor(double width) {
            return Math.max(0, width) * RATIO;
        }
    }

    /**
     * A photo as a tile shows it.
     *
     * @param line line of the photo in the list
     * @param total number of photos
     * @param locked whether the car is read-only
     */
    record Content(String line, PhotoListEntry state, PhotoPictureState preview, int total, boolean locked) {
        boolean isBroken() {
            return preview instanceof Failed(var error, int status) && !error.isTransient();
        }
    }

    /**
     * Creates the tile of a position.
     *
     * @param removed removes the photo
     */
    PhotoTile(int index, PhotoMessages messages, Runnable removed) {
        this.index = index;
        this.messages = messages;
        getStyleClass().add("photo-tile");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        picture.getStyleClass().add("photo-picture");
        Rectangle clip = new Rectangle();
        clip.setArcWidth(ARC);
        clip.setArcHeight(ARC);
        clip.widthProperty().bind(content.widthProperty());
        clip.heightProperty().bind(content.heightProperty());
        content.setClip(clip);
        number.getStyleClass().add("photo-number");
        number.setText(String.valueOf(index + 1));
        main.getStyleClass().add("photo-main");
        main.setText(messages.get("photo.main"));
        NodeVisibility.set(main, index == 0);
        progress.setMaxWidth(Double.MAX_VALUE);
        remove = Icons.button(Feather.X, messages.get("photo.remove"), removed);
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, "photo-remove", "small-button");
        remove.setFocusTraversable(false);
        picture.getChildren().addAll(content, number, main, progress, remove);
        StackPane.setAlignment(number, Pos.TOP_LEFT);
        // At the bottom it would cover the plate of the car.
        StackPane.setAlignment(main, Pos.TOP_CENTER);
        StackPane.setAlignment(progress, Pos.BOTTOM_CENTER);
        StackPane.setAlignment(remove, Pos.TOP_RIGHT);
        name.getStyleClass().add("photo-name");
        detail.getStyleClass().add("photo-detail");
        name.setMinWidth(0);
        detail.setMinWidth(0);
        getChildren().addAll(picture, name, detail);
        LazyTooltip.install(name, name::getText);
        LazyTooltip.install(detail, () -> words);
    }

    void show(Content photo) {
        PhotoListEntry state = photo.state();
        boolean look = photo.isBroken() || state.needsLook();
        showPicture(photo, look);
        name.setText(messages.name(photo.line(), state));
        words = messages.fullState(photo.line(), state, photo.preview());
        SafeTextWrap.show(
                detail,
                messages.shortState(photo.line(), state, photo.preview()),
                look || photo.preview() instanceof Failed);
        detail.pseudoClassStateChanged(SeverityStyle.WARNING, look);
        pseudoClassStateChanged(SeverityStyle.WARNING, look);
        progress.setProgress(state.status().progress());
        progress.setVisible(state.status().isOnItsWay());
        // A car that was sent keeps its photos.
        NodeVisibility.set(remove, !photo.locked());
        setAccessibleText(messages.accessibleText(index + 1, photo.total(), name.getText(), words));
    }

    /** Returns the picture that follows the mouse. Its corners are not white, as JavaFX would make them. */
    WritableImage dragView() {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return picture.snapshot(parameters, null);
    }

    /** Returns whether the line below the name may need more lines than one. */
    boolean isWrapped() {
        return detail.isWrapText();
    }

    private void showPicture(Content photo, boolean look) {
        boolean isComing = photo.state().status().isOnItsWay() || photo.preview() instanceof Fetching;
        // The same icon each time, because a new one gets its style again.
        icon.setIconCode(look ? Feather.ALERT_TRIANGLE : isComing ? Feather.LOADER : Feather.IMAGE);
        image.setImage(photo.preview() instanceof Loaded loaded ? loaded.image() : null);
        icon.setVisible(image.getImage() == null);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.INDEX
                ? Integer.valueOf(index)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
