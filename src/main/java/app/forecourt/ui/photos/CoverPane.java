package app.forecourt.ui.photos;

import app.forecourt.photo.prepare.CoveredArea;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
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
import org.jspecify.annotations.Nullable;

/** A photo with the rectangles that cover it. The mouse and the keys draw, move, resize and remove them. */
final class CoverPane extends Pane {
    /** Distance in fractions of the photo that an arrow key moves. */
    private static final double STEP = 0.02;
    /** The same with Ctrl. */
    private static final double SMALL_STEP = 0.005;
    /** Side of the squares in the corners in pixels. */
    private static final double HANDLE = 14;

    private static final int CORNERS = 4;
    /** Draws the current rectangle over the others. */
    private static final double CURRENT_ORDER = -1;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private CoverRectangles rectangles = new CoverRectangles(List.of());
    private final Runnable changed;
    private final ImageView picture = new ImageView();
    private final List<Region> boxes = new ArrayList<>();
    private final List<Region> handles = new ArrayList<>();
    private @Nullable Drag drag;

    /** What the mouse does while it is pressed, with a point in fractions of the photo. */
    private interface Drag {
        void to(double x, double y);
    }

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
        for (int corner = 0; corner < CORNERS; corner++) {
            Region handle = region("cover-handle");
            handle.setViewOrder(CURRENT_ORDER);
            handles.add(handle);
        }
        getChildren().addAll(handles);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::onPressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::onDragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drag = null);
    }

    /** Shows a photo with its rectangles. */
    void show(Image image, CoverRectangles shown) {
        rectangles = shown;
        drag = null;
        setImage(image);
        update();
    }

    /** Shows another image of the same photo. */
    void setImage(Image image) {
        picture.setImage(image);
        requestLayout();
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        region.setMouseTransparent(true);
        return region;
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
            default -> {
                if (key.isShortcutDown() || !onPlainKey(key)) {
                    return;
                }
            }
        }
        key.consume();
    }

    private boolean onPlainKey(KeyEvent key) {
        switch (key.getCode()) {
            case C -> change(CoverRectangles::addInMiddle);
            case SPACE -> change(CoverRectangles::selectNext);
            case DELETE, BACK_SPACE -> change(CoverRectangles::remove);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void arrow(KeyEvent key, double right, double down) {
        change(shown -> {
            if (shown.areas().isEmpty()) {
                shown.addInMiddle();
            } else if (shown.current() < 0) {
                shown.selectNext();
            } else if (key.isShiftDown()) {
                shown.resize(right, down);
            } else {
                shown.move(right, down);
            }
        });
    }

    private void onPressed(MouseEvent mouse) {
        requestFocus();
        if (mouse.getButton() == MouseButton.PRIMARY) {
            change(_ -> drag = dragFrom(mouse.getX(), mouse.getY()));
        }
        mouse.consume();
    }

    private Drag dragFrom(double mouseX, double mouseY) {
        double x = fractionX(mouseX);
        double y = fractionY(mouseY);
        for (int corner = 0; corner < CORNERS; corner++) {
            Node handle = handles.get(corner);
            if (handle.isVisible() && handle.getBoundsInParent().contains(mouseX, mouseY)) {
                CoveredArea area = rectangles.currentArea().orElseThrow();
                double fixedX = area.x() + (isRight(corner) ? 0 : area.width());
                double fixedY = area.y() + (isBottom(corner) ? 0 : area.height());
                return (toX, toY) -> rectangles.span(fixedX, fixedY, toX, toY);
            }
        }
        rectangles.select(rectangles.at(x, y));
        return rectangles
                .currentArea()
                .<Drag>map(area -> (toX, toY) -> rectangles.moveTo(area.x() + toX - x, area.y() + toY - y))
                .orElse((toX, toY) -> rectangles.span(x, y, toX, toY));
    }

    private void onDragged(MouseEvent mouse) {
        Drag begun = drag;
        if (begun != null) {
            change(_ -> begun.to(fractionX(mouse.getX()), fractionY(mouse.getY())));
        }
        mouse.consume();
    }

    private static boolean isRight(int corner) {
        return corner % 2 == 1;
    }

    private static boolean isBottom(int corner) {
        return corner >= 2;
    }

    /** Returns the place of the picture in the pane, which is that of the large photo before it is covered. */
    private Rectangle2D place() {
        Image image = picture.getImage();
        double scale = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        return new Rectangle2D((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }

    private double fractionX(double x) {
        return Math.clamp((x - place().getMinX()) / place().getWidth(), 0, 1);
    }

    private double fractionY(double y) {
        return Math.clamp((y - place().getMinY()) / place().getHeight(), 0, 1);
    }

    private void update() {
        int count = rectangles.areas().size();
        // The picture stays in its place, because drawing it again is slow.
        while (boxes.size() < count) {
            boxes.add(region("cover-box"));
            getChildren().add(boxes.size(), boxes.getLast());
        }
        while (boxes.size() > count) {
            getChildren().remove(boxes.removeLast());
        }
        for (int index = 0; index < boxes.size(); index++) {
            boolean isCurrent = index == rectangles.current();
            boxes.get(index).pseudoClassStateChanged(CURRENT, isCurrent);
            boxes.get(index).setViewOrder(isCurrent ? CURRENT_ORDER : 0);
        }
        handles.forEach(handle -> handle.setVisible(rectangles.current() >= 0));
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
        for (int index = 0; index < boxes.size(); index++) {
            CoveredArea area = areas.get(index);
            boxes.get(index)
                    .resizeRelocate(
                            place.getMinX() + area.x() * place.getWidth(),
                            place.getMinY() + area.y() * place.getHeight(),
                            area.width() * place.getWidth(),
                            area.height() * place.getHeight());
        }
        rectangles.currentArea().ifPresent(area -> {
            for (int corner = 0; corner < CORNERS; corner++) {
                double x = area.x() + (isRight(corner) ? area.width() : 0);
                double y = area.y() + (isBottom(corner) ? area.height() : 0);
                handles.get(corner)
                        .resizeRelocate(
                                place.getMinX() + x * place.getWidth() - HANDLE / 2,
                                place.getMinY() + y * place.getHeight() - HANDLE / 2,
                                HANDLE,
                                HANDLE);
            }
        });
    }
}
