package app.forecourt.ui.photos;

import app.forecourt.car.PhotoReference;
import app.forecourt.model.form.PhotoList;
import app.forecourt.ui.fx.ClipboardText;
import app.forecourt.ui.photos.GridCells.Direction;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
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

    PhotoKeys(
            PhotosPane pane,
            PhotoGrid grid,
            Node entry,
            PhotoList photos,
            PhotoDrag drag,
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
            int at = grid.selected().get();
            if (at < 0) {
                select(0);
            } else {
                reveal(at);
            }
        }
    }

    void onMousePressed(MouseEvent mouse) {
        int at = grid.tileAt(mouse.getX(), mouse.getY());
        if (at >= 0) {
            if (mouse.isShiftDown()) {
                grid.extendTo(at);
            } else if (!grid.isSelected(at)) {
                grid.select(at, at);
            }
            grid.requestFocus();
            mouse.consume();
        }
    }

    void onMouseClicked(MouseEvent mouse) {
        int at = grid.tileAt(mouse.getX(), mouse.getY());
        if (mouse.getButton() != MouseButton.PRIMARY || mouse.isShiftDown()) {
            return;
        }
        if (mouse.getClickCount() == 2) {
            open();
        } else if (at >= 0 && mouse.isStillSincePress()) {
            // Only now, because a press may begin to drag all selected photos.
            grid.select(at, at);
        }
    }

    void onGridKey(KeyEvent key) {
        boolean handled = direction(key.getCode())
                .map(direction -> onDirection(key, direction))
                .orElseGet(() -> onOtherKey(key));
        if (handled) {
            key.consume();
        }
    }

    private static Optional<Direction> direction(KeyCode code) {
        return Optional.ofNullable(
                switch (code) {
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
        if (key.isShortcutDown() || (key.isShiftDown() && key.isAltDown())) {
            return false;
        }
        int at = grid.selected().get();
        int target = at < 0 ? 0 : grid.cells().next(at, direction);
        if (key.isAltDown()) {
            move(direction);
        } else if (key.isShiftDown()) {
            grid.extendTo(target);
            reveal(target);
        } else if (direction == Direction.UP && target == at) {
            entry.requestFocus();
        } else {
            select(target);
        }
        return true;
    }

    private boolean onOtherKey(KeyEvent key) {
        return switch (key.getCode()) {
            case DELETE, BACK_SPACE -> remove();
            case ENTER -> !key.isShortcutDown() && open();
            case ESCAPE -> pane.stopFetching() || focusEntry();
            case Z -> isWithShortcutKey(key) && undo();
            case V -> isWithShortcutKey(key) && paste();
            case C -> isWithShortcutKey(key) && copy();
            case A -> isWithShortcutKey(key) && selectAll();
            default -> false;
        };
    }

    /** Returns whether a key is pressed together with Ctrl or Cmd, and with nothing else. */
    private static boolean isWithShortcutKey(KeyEvent key) {
        return key.isShortcutDown() && !key.isShiftDown() && !key.isAltDown();
    }

    /** Moves the selected photos in a direction. */
    void move(Direction direction) {
        int first = grid.first();
        int last = first + grid.selectedCount() - 1;
        boolean isForward = direction == Direction.RIGHT || direction == Direction.DOWN || direction == Direction.LAST;
        move(
                isForward
                        ? grid.cells().next(last, direction) - (last - first)
                        : grid.cells().next(first, direction));
    }

    /** Moves the selected photos to another position. They stay selected. */
    boolean move(int to) {
        int count = grid.selectedCount();
        boolean moves = !pane.isLocked() && photos.move(grid.first(), count, to);
        if (moves) {
            grid.select(to, to + count - 1);
            reveal(to);
        }
        return moves;
    }

    /** Removes the selected photos and selects the one that takes their position. */
    boolean remove() {
        int first = grid.first();
        if (!pane.isLocked() && first >= 0) {
            photos.remove(first, grid.selectedCount());
            select(Math.min(first, photos.addresses().size() - 1));
        }
        return true;
    }

    boolean selectAll() {
        grid.select(0, photos.addresses().size() - 1);
        return true;
    }

    boolean undo() {
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
        grid.select(at, at);
        grid.requestFocus();
        reveal(at);
    }

    private void reveal(int at) {
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

    boolean paste() {
        if (!pane.isLocked()) {
            drag.addFrom(Clipboard.getSystemClipboard());
        }
        return true;
    }

    /** Copies the addresses of the selected photos. A photo that is not public yet has none. */
    boolean copy() {
        String copied = grid.selectedLines().stream()
                .filter(line -> !PhotoReference.isReference(line))
                .collect(Collectors.joining("\n"));
        if (!copied.isEmpty()) {
            ClipboardText.text(copied);
        }
        return true;
    }
}
