package app.forecourt.ui.photos;

import app.forecourt.car.PhotoReference;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotos;
import app.forecourt.photo.upload.PhotoUpload;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Drags: files and addresses from other programs to the card of the photos, and photos to another place there. */
final class PhotoDrag {
    private final PhotoList photos;
    private final FormPhotos files;
    private final PhotoGrid grid;
    private final PhotoDropArea area;
    private final BooleanSupplier isLocked;
    private boolean isDragging;

    PhotoDrag(PhotoList photos, FormPhotos files, PhotoGrid grid, PhotoDropArea area, BooleanSupplier isLocked) {
        this.photos = photos;
        this.files = files;
        this.grid = grid;
        this.area = area;
        this.isLocked = isLocked;
    }

    /**
     * Handles the drags.
     *
     * @param card node that takes files and addresses
     * @param move moves the selected photos to another position
     */
    void install(Node card, IntConsumer move) {
        card.addEventHandler(DragEvent.DRAG_OVER, this::onDragOver);
        card.addEventHandler(DragEvent.DRAG_EXITED, _ -> area.setTarget(false));
        card.addEventHandler(DragEvent.DRAG_DROPPED, this::onDrop);
        grid.addEventHandler(MouseEvent.DRAG_DETECTED, this::onDragDetected);
        grid.addEventHandler(DragEvent.DRAG_OVER, drag -> {
            if (isOwn(drag)) {
                drag.acceptTransferModes(TransferMode.MOVE);
                grid.markGap(grid.gapAt(drag.getX(), drag.getY()));
                drag.consume();
            }
        });
        grid.addEventHandler(DragEvent.DRAG_EXITED, _ -> grid.hideGap());
        grid.addEventHandler(DragEvent.DRAG_DROPPED, drag -> {
            if (isOwn(drag)) {
                move.accept(
                        GridCells.afterMove(grid.first(), grid.selectedCount(), grid.gapAt(drag.getX(), drag.getY())));
                drag.setDropCompleted(true);
                drag.consume();
            }
        });
        grid.addEventHandler(DragEvent.DRAG_DONE, _ -> isDragging = false);
    }

    private boolean isOwn(DragEvent drag) {
        return drag.getGestureSource() == grid && isDragging;
    }

    private void onDragDetected(MouseEvent mouse) {
        int at = grid.tileAt(mouse.getX(), mouse.getY());
        if (at >= 0 && !isLocked.getAsBoolean()) {
            isDragging = true;
            ClipboardContent content = new ClipboardContent();
            // Other programs get the name of a file that has no address.
            content.putString(grid.selectedLines().stream()
                    .map(line -> PhotoReference.isReference(line)
                            ? files.state(line).source().map(PhotoUpload::name).orElse("")
                            : line)
                    .collect(Collectors.joining("\n")));
            Dragboard board = grid.startDragAndDrop(TransferMode.COPY_OR_MOVE);
            board.setContent(content);
            board.setDragView(grid.tiles().get(at).dragView());
            mouse.consume();
        }
    }

    private void onDragOver(DragEvent drag) {
        // Accepts drags from other programs only. Files of cars go to the window.
        if (drag.getGestureSource() == null && !isCarFile(drag.getDragboard())) {
            drag.consume();
            if (!isLocked.getAsBoolean()) {
                area.setTarget(true);
                drag.acceptTransferModes(TransferMode.COPY_OR_MOVE);
                drag.acceptTransferModes(TransferMode.ANY);
            }
        }
    }

    private void onDrop(DragEvent drag) {
        if (drag.getGestureSource() == null && !isCarFile(drag.getDragboard())) {
            addFrom(drag.getDragboard());
            drag.setDropCompleted(true);
            drag.consume();
        }
    }

    private static boolean isCarFile(Clipboard clipboard) {
        List<Path> dropped = PhotoClipboard.filesIn(clipboard);
        return !dropped.isEmpty()
                && dropped.stream()
                        .allMatch(
                                file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"));
    }

    /** Adds the files of a clipboard, or else its picture, or else its addresses. */
    void addFrom(Clipboard clipboard) {
        if (!PhotoClipboard.addTo(files, clipboard, chosen -> !chosen.isEmpty()) && !isLocked.getAsBoolean()) {
            photos.add(PhotoEntry.addressesIn(clipboard));
        }
    }
}
