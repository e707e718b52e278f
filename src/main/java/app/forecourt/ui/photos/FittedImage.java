package app.forecourt.ui.photos;

import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;

/** Image that fits as a whole into the middle of a frame, because an upright photo must be recognized as one. */
final class FittedImage extends ImageView {
    private final Region frame;

    /**
     * @param frame the frame, which gives the image no place in its layout, because its size depends on nothing inside
     */
    FittedImage(Region frame) {
        this.frame = frame;
        setPreserveRatio(true);
        setSmooth(true);
        setManaged(false);
        frame.layoutBoundsProperty().subscribe(_ -> fit());
        imageProperty().subscribe(_ -> fit());
    }

    private void fit() {
        setFitWidth(frame.getWidth());
        setFitHeight(frame.getHeight());
        relocate(
                (frame.getWidth() - getLayoutBounds().getWidth()) / 2,
                (frame.getHeight() - getLayoutBounds().getHeight()) / 2);
    }
}
