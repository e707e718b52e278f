package app.forecourt.ui.photos;

import app.forecourt.car.PhotoReference;
import app.forecourt.model.form.PhotoList;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.photos.GridCells.Direction;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The keys and clicks of the photo grid. */
final class PhotoKeys {
    private final PhotosPane pane;
    private final PhotoGrid grid;
    private final Node entry;
    private final PhotoList photos;
    private final PhotoDrag drag;
    private final IntConsumer enlarge;
    private final Consumer<Node> reveal;

    PhotoKeys(PhotosPane pane, PhotoGrid grid, Node entry, PhotoList photos, PhotoDrag drag,
            IntConsumer enlarge,
            Consumer<Node> reveal) {
        this.pane = pane;
        this.grid = grid;
        this.entry = entry;
        this.photos = photos;
        this.drag = drag;
        this.enlarge = enlarge;
        this.reveal = reveal;
    }

    /** Goes from the field to the grid. */
    void onEntryKey(KeyEvent key) {
        if (key.getCode() == KeyCode.DOWN && !photos.addresses().isEmpty()) {
            grid.requestFocus();
            key.consume();
        }
    }

    void onFocus(boolean focused) {
        if (focused) {
            select(Math.max(0, grid.selected().get()));
        }
    }

    void onMousePressed(MouseEvent mouse) {
        int at = grid.tileAt(mouse.getX(), mouse.getY());
        if (at >= 0) {
            grid.select(at);
            grid.requestFocus();
            mouse.consume();
        }
    }

    void onGridKey(KeyEvent key) {
        boolean handled = direction(key.getCode()).map(direction -> onDirection(key, direction))
                .orElseGet(() -> onOtherKey(key));
        if (handled) {
            key.consume();
        }
    }

    private static Optional<Direction> direction(KeyCode code) {
        return Optional.ofNullable(switch (code) {
            case LEFT -> Direction.LEFT;
            case RIGHT -> Direction.RIGHT;
            case UP -> Direction.UP;
            case DOWN -> Direction.DOWN;
            case HOME -> Direction.FIRST;
            case END -> Direction.LAST;
            default -> null;
        });
    }

    private boolean onDirection(KeyEvent key, Direction direction) {
        if (key.isShortcutDown() || key.isShiftDown()) {
            return false;
        }
        int at = grid.selected().get();
        int target = grid.cells().next(at, direction);
        if (key.isAltDown()) {
            move(at, target);
        } else if (direction == Direction.UP && target == at) {
            entry.requestFocus();
        } else {
            select(target);
        }
        return true;
    }

    private boolean onOtherKey(KeyEvent key) {
        int at = grid.selected().get();
        return switch (key.getCode()) {
            case DELETE, BACK_SPACE -> remove(at);
            case ENTER -> !key.isShortcutDown() && open();
            case ESCAPE -> pane.stopFetching() || focusEntry();
            case Z -> isWithShortcutKey(key) && undo();
            case V -> isWithShortcutKey(key) && paste();
            case C -> isWithShortcutKey(key) && copy(at);
            default -> false;
        };
    }

    /** Returns whether a key is pressed together with Ctrl or Cmd, and with nothing else. */
    private static boolean isWithShortcutKey(KeyEvent key) {
        return key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown();
    }

    /** Moves a photo to another position and keeps it selected. */
    void move(int from, int to) {
        if (!pane.isLocked() && photos.move(from, to)) {
            select(to);
        }
    }

    /** Removes a photo and selects the one that takes its position. */
    private boolean remove(int at) {
        if (!pane.isLocked() && at >= 0) {
            photos.remove(at);
            select(Math.min(at, photos.addresses().size() - 1));
        }
        return true;
    }

    private boolean undo() {
        if (!pane.isLocked()) {
            photos.undo().ifPresent(at -> select(Math.min(at, photos.addresses().size() - 1)));
        }
        return true;
    }

    /** Selects a photo, moves the focus to it and scrolls to it. */
    void select(int at) {
        if (at < 0) {
            entry.requestFocus();
            return;
        }
        grid.select(at);
        grid.requestFocus();
        if (at < grid.tiles().size()) {
            reveal.accept(grid.tiles().get(at));
        }
    }

    private boolean focusEntry() {
        entry.requestFocus();
        return true;
    }

    /** Tries the selected photo again if it failed; otherwise shows it large. */
    boolean open() {
        int at = grid.selected().get();
        if (at >= 0 && at < photos.addresses().size() && !pane.retry(at)) {
            enlarge.accept(at);
        }
        return true;
    }

    private boolean paste() {
        if (!pane.isLocked()) {
            drag.addFrom(Clipboard.getSystemClipboard());
        }
        return true;
    }

    private boolean copy(int at) {
        if (at >= 0 && !PhotoReference.isReference(photos.addresses().get(at))) {
            ClipboardText.text(photos.addresses().get(at));
        }
        return true;
    }
}
