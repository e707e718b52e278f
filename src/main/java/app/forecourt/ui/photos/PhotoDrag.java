package app.forecourt.ui.photos;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;

/** Drags: files and addresses from other programs to the card of the photos, and photos to another place there. */
final class PhotoDrag {
    private final PhotosPane pane;
    private final PhotoGrid grid;
    private final PhotoDropHint area;
    private final PhotoActions actions;

    PhotoDrag(PhotosPane pane, PhotoGrid grid, PhotoDropHint area, PhotoActions actions) {
        this.pane = pane;
        this.grid = grid;
        this.area = area;
        this.actions = actions;
    }

    /**
     * Handles the drags.
     *
     * @param card node that takes files and addresses
     */
    void install(Node card) {
        card.setOnDragOver(drag -> {
            // Files of cars go to the window.
            if (drag.getGestureSource() == null && !isCarFile(drag.getDragboard())) {
                drag.consume();
                if (!pane.isLocked()) {
                    area.setTarget(true);
                    drag.acceptTransferModes(TransferMode.ANY);
                }
            }
        });
        card.setOnDragExited(_ -> area.setTarget(false));
        card.setOnDragDropped(drag -> {
            if (drag.getGestureSource() == null && !isCarFile(drag.getDragboard())) {
                actions.add(drag.getDragboard());
                drag.setDropCompleted(true);
                drag.consume();
            }
        });
        grid.setOnDragDetected(this::onDragDetected);
        grid.setOnDragOver(drag -> {
            if (drag.getGestureSource() == grid) {
                drag.acceptTransferModes(TransferMode.MOVE);
                grid.markGap(grid.gapAt(drag.getX(), drag.getY()));
                drag.consume();
            }
        });
        grid.setOnDragExited(_ -> grid.hideGap());
        grid.setOnDragDropped(drag -> {
            if (drag.getGestureSource() == grid) {
                actions.move(PhotoGridGeometry.afterMove(
                        grid.first(), grid.selectedCount(), grid.gapAt(drag.getX(), drag.getY())));
                drag.setDropCompleted(true);
                drag.consume();
            }
        });
    }

    private void onDragDetected(MouseEvent mouse) {
        int at = grid.tileAt(mouse.getX(), mouse.getY());
        if (at >= 0 && !pane.isLocked()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join("\n", grid.selectedLines()));
            Dragboard board = grid.startDragAndDrop(TransferMode.COPY_OR_MOVE);
            board.setContent(content);
            board.setDragView(grid.tiles().get(at).dragView());
            mouse.consume();
        }
    }

    private static boolean isCarFile(Clipboard clipboard) {
        List<Path> dropped = ClipboardPhotoReader.filesIn(clipboard);
        return !dropped.isEmpty()
                && dropped.stream()
                        .allMatch(
                                file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"));
    }
}
