package app.forecourt.ui.photos;

import app.forecourt.photo.prepare.CoveredArea;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A photo with the rectangles that cover it. The mouse draws one. The keys move, resize and remove the last one. */
final class CoverPane extends Pane {
    /** Distance in fractions of the photo that an arrow key moves. */
    private static final double STEP = 0.02;
    /** The same with Ctrl. */
    private static final double SMALL_STEP = 0.005;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Runnable changed;
    private final ImageView picture = new ImageView();
    private CoverRectangles rectangles = new CoverRectangles(List.of());
    /** Where the mouse was pressed, in fractions of the photo, and the number of rectangles then. */
    private Point2D pressed = Point2D.ZERO;

    private int earlier;

    /** @param changed called after each change of the rectangles */
    CoverPane(Runnable changed) {
        this.changed = changed;
        picture.setPreserveRatio(true);
        picture.setManaged(false);
        setId("cover");
        getStyleClass().add("cover-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        getChildren().add(picture);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
    }

    /** Shows a photo with its rectangles. */
    void show(Image image, CoverRectangles shown) {
        rectangles = shown;
        setImage(image);
        update();
    }

    /** Shows another image of the same photo. */
    void setImage(Image image) {
        picture.setImage(image);
        requestLayout();
    }

    /** Changes the rectangles and shows the result. */
    void change(Consumer<CoverRectangles> change) {
        change.accept(rectangles);
        update();
        changed.run();
    }

    private void onKey(KeyEvent key) {
        if (key.isAltDown()) {
            return;
        }
        double step = key.isShortcutDown() ? SMALL_STEP : STEP;
        switch (key.getCode()) {
            case LEFT -> arrow(key, -step, 0);
            case RIGHT -> arrow(key, step, 0);
            case UP -> arrow(key, 0, -step);
            case DOWN -> arrow(key, 0, step);
            case C -> plain(key, CoverRectangles::addInMiddle);
            case DELETE, BACK_SPACE -> plain(key, CoverRectangles::removeLast);
            default -> {}
        }
    }

    private void plain(KeyEvent key, Consumer<CoverRectangles> change) {
        if (!key.isShortcutDown()) {
            change(change);
            key.consume();
        }
    }

    private void arrow(KeyEvent key, double right, double down) {
        change(shown -> {
            if (shown.last().isEmpty()) {
                shown.addInMiddle();
            } else if (key.isShiftDown()) {
                shown.resize(right, down);
            } else {
                shown.move(right, down);
            }
        });
        key.consume();
    }

    private void onPressed(MouseEvent mouse) {
        requestFocus();
        pressed = point(mouse);
        earlier = rectangles.areas().size();
        mouse.consume();
    }

    private void onDragged(MouseEvent mouse) {
        if (mouse.getButton() == MouseButton.PRIMARY) {
            Point2D to = point(mouse);
            change(shown -> shown.draw(earlier, pressed.getX(), pressed.getY(), to.getX(), to.getY()));
        }
        mouse.consume();
    }

    /** Returns the place of the mouse in fractions of the photo. */
    private Point2D point(MouseEvent mouse) {
        Rectangle2D place = place();
        return new Point2D(
                Math.clamp((mouse.getX() - place.getMinX()) / place.getWidth(), 0, 1),
                Math.clamp((mouse.getY() - place.getMinY()) / place.getHeight(), 0, 1));
    }

    /** Returns the place of the picture in the pane, which is that of the large photo before it is covered. */
    private Rectangle2D place() {
        Image image = picture.getImage();
        double scale = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        return new Rectangle2D((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }

    /** Returns the boxes of the rectangles. The picture before them stays, because drawing it again is slow. */
    private List<Node> boxes() {
        return getChildren().subList(1, getChildren().size());
    }

    private void update() {
        int count = rectangles.areas().size();
        while (boxes().size() < count) {
            Region box = new Region();
            box.getStyleClass().add("cover-box");
            box.setManaged(false);
            box.setMouseTransparent(true);
            getChildren().add(box);
        }
        getChildren().remove(count + 1, getChildren().size());
        boxes().forEach(box ->
                box.pseudoClassStateChanged(CURRENT, box == getChildren().getLast()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (picture.getImage() == null) {
            return;
        }
        Rectangle2D place = place();
        picture.setFitWidth(place.getWidth());
        picture.setFitHeight(place.getHeight());
        picture.relocate(place.getMinX(), place.getMinY());
        List<CoveredArea> areas = rectangles.areas();
        for (int index = 0; index < areas.size(); index++) {
            CoveredArea area = areas.get(index);
            boxes().get(index)
                    .resizeRelocate(
                            place.getMinX() + area.x() * place.getWidth(),
                            place.getMinY() + area.y() * place.getHeight(),
                            area.width() * place.getWidth(),
                            area.height() * place.getHeight());
        }
    }
}
