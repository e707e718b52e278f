package app.forecourt.ui.stock;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** The picture of a car in the stock list: its photo, cropped to the picture's shape, else the outline of its body. */
final class CarPicture extends Region {
    /** Units of {@link BodyOutline} beside the outline. */
    private static final double MARGIN = 4;
    /** Diameter of the corners in these units. */
    private static final double CORNER = 12;

    private final SVGPath outline = new SVGPath();
    private final Rectangle photo = new Rectangle();
    private Optional<Image> image = Optional.empty();

    CarPicture() {
        getStyleClass().add("car-picture");
        outline.getStyleClass().add("car-outline");
        // The outline is laid out by its units, which are scaled to the picture.
        outline.setManaged(false);
        photo.setManaged(false);
        photo.setVisible(false);
        getChildren().addAll(outline, photo);
    }

    void setOutline(BodyOutline body) {
        if (!body.path().equals(outline.getContent())) {
            outline.setContent(body.path());
        }
    }

    void setPhoto(Optional<Image> newPhoto) {
        if (!newPhoto.equals(image)) {
            image = newPhoto;
            photo.setVisible(image.isPresent());
            outline.setVisible(image.isEmpty());
            fill();
        }
    }

    @Override
    protected void layoutChildren() {
        double scale = getWidth() / (BodyOutline.WIDTH + 2 * MARGIN);
        // A node is scaled about the middle of its bounds. The outlines stand on one line.
        outline.setScaleX(scale);
        outline.setScaleY(scale);
        var bounds = outline.getLayoutBounds();
        double bottom = getHeight() / 2 + BodyOutline.HEIGHT / 2.0 * scale;
        outline.setLayoutX(getWidth() / 2 - bounds.getCenterX());
        outline.setLayoutY(bottom - bounds.getHeight() * scale / 2 - bounds.getCenterY());
        double corner = scale * CORNER;
        photo.setWidth(getWidth());
        photo.setHeight(getHeight());
        photo.setArcWidth(corner);
        photo.setArcHeight(corner);
        fill();
    }

    /** Fills the picture with the middle of the photo. */
    private void fill() {
        if (image.isEmpty() || getWidth() == 0) {
            photo.setFill(null);
            return;
        }
        Image shown = image.get();
        double wider = shown.getWidth() / shown.getHeight() / (getWidth() / getHeight());
        double width = Math.max(1, wider);
        double height = Math.max(1, 1 / wider);
        photo.setFill(new ImagePattern(shown, (1 - width) / 2, (1 - height) / 2, width, height, true));
    }
}
