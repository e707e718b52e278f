package app.forecourt.ui.photos;

import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.ui.words.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The rectangles that cover parts of a photo, over its picture. The mouse draws one. The keys move, resize and remove
 * the last one. No rectangle leaves the photo.
 */
final class CoverPane extends Pane {
    private static final CoveredArea MIDDLE = new CoveredArea(1.0 / 3, 1.0 / 3, 1.0 / 3, 1.0 / 3);
    /** Distance in fractions of the photo that an arrow key moves, and the least width and height. */
    private static final double STEP = 0.01;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final ImageView picture;
    private final Runnable changed;
    private final List<CoveredArea> areas = new ArrayList<>();
    /** Where the mouse was pressed, in fractions of the photo, and the number of rectangles then. */
    private Point2D pressed = Point2D.ZERO;

    private int earlier;

    /**
     * @param picture picture of the photo, in a pane with the same place as this one
     * @param changed called after each change of the rectangles
     */
    CoverPane(ImageView picture, Runnable changed) {
        this.picture = picture;
        this.changed = changed;
        setId("cover");
        getStyleClass().add("cover-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnKeyPressed(this::onKey);
        setOnMousePressed(this::onPressed);
        setOnMouseDragged(this::onDragged);
        picture.boundsInParentProperty().subscribe(this::requestLayout);
    }

    /** Shows the areas that are covered already. */
    void setAreas(List<CoveredArea> covered) {
        areas.clear();
        areas.addAll(covered);
        update();
    }

    /** Returns the areas in the order in which they were added. */
    List<CoveredArea> areas() {
        return List.copyOf(areas);
    }

    /** Returns the place of the last rectangle in words, or how to begin. */
    String place(Messages messages) {
        if (areas.isEmpty()) {
            return messages.get("photo.cover.hint");
        }
        CoveredArea last = areas.getLast();
        return messages.get("photo.cover.place", areas.size(), last.x(), last.y(), last.width(), last.height());
    }

    /** Removes the last rectangle. */
    void removeLast() {
        if (!areas.isEmpty()) {
            areas.removeLast();
            update();
        }
    }

    private void onKey(KeyEvent key) {
        if (key.isAltDown() || key.isShortcutDown()) {
            return;
        }
        switch (key.getCode()) {
            case LEFT -> adjustLast(key.isShiftDown(), -STEP, 0);
            case RIGHT -> adjustLast(key.isShiftDown(), STEP, 0);
            case UP -> adjustLast(key.isShiftDown(), 0, -STEP);
            case DOWN -> adjustLast(key.isShiftDown(), 0, STEP);
            case C -> addInMiddle();
            case DELETE, BACK_SPACE -> removeLast();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void addInMiddle() {
        if (!areas.contains(MIDDLE)) {
            areas.add(MIDDLE);
            update();
        }
    }

    /** Moves or resizes the last rectangle. Adds one if there is none. */
    private void adjustLast(boolean resizes, double right, double down) {
        if (areas.isEmpty()) {
            addInMiddle();
            return;
        }
        CoveredArea last = areas.removeLast();
        areas.add(
                resizes
                        ? new CoveredArea(
                                last.x(),
                                last.y(),
                                Math.max(STEP, Math.min(last.width() + right, 1 - last.x())),
                                Math.max(STEP, Math.min(last.height() + down, 1 - last.y())))
                        : new CoveredArea(
                                Math.clamp(last.x() + right, 0, 1 - last.width()),
                                Math.clamp(last.y() + down, 0, 1 - last.height()),
                                last.width(),
                                last.height()));
        update();
    }

    private void onPressed(MouseEvent mouse) {
        requestFocus();
        pressed = point(mouse);
        earlier = areas.size();
        mouse.consume();
    }

    /** Draws the rectangle between the point of the press and the mouse, unless it is too small. */
    private void onDragged(MouseEvent mouse) {
        Point2D to = point(mouse);
        double width = Math.abs(to.getX() - pressed.getX());
        double height = Math.abs(to.getY() - pressed.getY());
        mouse.consume();
        if (mouse.getButton() == MouseButton.PRIMARY && picture.getImage() != null) {
            // The key for removing may be pressed while the mouse draws.
            areas.subList(Math.min(earlier, areas.size()), areas.size()).clear();
            if (width >= STEP && height >= STEP) {
                areas.add(new CoveredArea(
                        Math.min(to.getX(), pressed.getX()), Math.min(to.getY(), pressed.getY()), width, height));
            }
            update();
        }
    }

    /** Returns the place of the mouse in fractions of the photo. */
    private Point2D point(MouseEvent mouse) {
        Bounds photo = picture.getBoundsInParent();
        return new Point2D(
                Math.clamp((mouse.getX() - photo.getMinX()) / photo.getWidth(), 0, 1),
                Math.clamp((mouse.getY() - photo.getMinY()) / photo.getHeight(), 0, 1));
    }

    private void update() {
        getChildren().setAll(areas.stream().map(_ -> newBox()).toList());
        if (!areas.isEmpty()) {
            getChildren().getLast().pseudoClassStateChanged(CURRENT, true);
        }
        changed.run();
    }

    private static Region newBox() {
        Region box = new Region();
        box.getStyleClass().add("cover-box");
        box.setMouseTransparent(true);
        return box;
    }

    @Override
    protected void layoutChildren() {
        Bounds photo = picture.getBoundsInParent();
        for (int at = 0; at < areas.size(); at++) {
            CoveredArea area = areas.get(at);
            getChildren()
                    .get(at)
                    .resizeRelocate(
                            photo.getMinX() + area.x() * photo.getWidth(),
                            photo.getMinY() + area.y() * photo.getHeight(),
                            area.width() * photo.getWidth(),
                            area.height() * photo.getHeight());
        }
    }
}
