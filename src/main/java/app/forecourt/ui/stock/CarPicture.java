package app.forecourt.ui.stock;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** The picture of a car in the stock list: its photo, cropped to the picture's shape, else the front of a car. */
final class CarPicture extends Region {
    /** The front of a car. Its windows run the other way round, so that they are holes. */
    private static final String FRONT = """
            M12.4 9L15 3.5Q15.8 2 17.4 2H30.6Q32.2 2 33 3.5L35.6 9Q38.5 10 38.5 13V19.6\
            Q38.5 20.8 37.3 20.8H35.2Q34 20.8 34 19.6V18.2H14V19.6Q14 20.8 12.8 20.8H10.7\
            Q9.5 20.8 9.5 19.6V13Q9.5 10 12.4 9Z
            M15.2 8.6H32.8L30.9 4.6Q30.7 4 30 4H18Q17.3 4 17.1 4.6Z
            M15.4 13A1.7 1.7 0 1 0 12 13A1.7 1.7 0 1 0 15.4 13Z M36 13A1.7 1.7 0 1 0 32.6 13\
            A1.7 1.7 0 1 0 36 13Z""";
    /** Width of the picture in units of the outline. */
    private static final double WIDTH = 56;
    /** Diameter of the corners in these units. */
    private static final double CORNER = 12;

    private final SVGPath outline = new SVGPath();
    private final Rectangle photo = new Rectangle();
    private Optional<Image> image = Optional.empty();

    CarPicture() {
        getStyleClass().add("car-picture");
        outline.setContent(FRONT);
        outline.getStyleClass().add("car-outline");
        // The outline is laid out by its units, which are scaled to the picture.
        outline.setManaged(false);
        photo.setManaged(false);
        photo.setVisible(false);
        getChildren().addAll(outline, photo);
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
        double scale = getWidth() / WIDTH;
        // A node is scaled about the middle of its bounds.
        outline.setScaleX(scale);
        outline.setScaleY(scale);
        var bounds = outline.getLayoutBounds();
        outline.setLayoutX(getWidth() / 2 - bounds.getCenterX());
        outline.setLayoutY(getHeight() / 2 - bounds.getCenterY());
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
