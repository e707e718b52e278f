package app.forecourt.ui.window;

import app.forecourt.car.CarField;
import app.forecourt.model.AppModel;
import app.forecourt.photo.prepare.PictureFormat;
import app.forecourt.ui.photos.ClipboardPhotoReader;
import app.forecourt.ui.transfer.CarImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * Drags from other programs to the window. Pictures become photos of the car in the form, wherever they are dropped.
 * Other files and text are imported as cars.
 */
final class WindowDrop {
    private final AppModel model;
    private final CarImporter importer;
    private final Supplier<MainPanes> layout;
    private final BooleanSupplier isSheetOpen;

    WindowDrop(AppModel model, CarImporter importer, Supplier<MainPanes> layout, BooleanSupplier isSheetOpen) {
        this.model = model;
        this.importer = importer;
        this.layout = layout;
        this.isSheetOpen = isSheetOpen;
    }

    void install(Scene scene) {
        scene.setOnDragOver(this::onDragOver);
        scene.setOnDragDropped(drag -> {
            drop(drag.getDragboard());
            drag.setDropCompleted(true);
        });
    }

    private void onDragOver(DragEvent drag) {
        Dragboard board = drag.getDragboard();
        boolean isTaken =
                isPictures(ClipboardPhotoReader.filesIn(board)) ? !model.form().isReadOnly() : importer.accepts(board);
        if (drag.getGestureSource() == null && !isSheetOpen.getAsBoolean() && isTaken) {
            // COPY, so that the source keeps the dropped file.
            drag.acceptTransferModes(TransferMode.COPY);
        }
    }

    private void drop(Dragboard board) {
        List<Path> files = ClipboardPhotoReader.filesIn(board);
        if (isPictures(files)) {
            addPhotos(files);
        } else {
            importer.importDropped(board);
        }
    }

    /** Adds files to the photos of the car in the form, and scrolls to them. */
    void addPhotos(List<Path> files) {
        model.photoLines().add(files);
        showPhotos();
    }

    /** Moves the focus to the photos of the car in the form, and scrolls to them. */
    void showPhotos() {
        layout.get().addMissingParts();
        layout.get().form().jumpTo(CarField.IMAGES);
    }

    /** Returns whether at least one of the files has the name of a picture. */
    static boolean isPictures(List<Path> files) {
        return files.stream()
                .map(file -> file.toString().toLowerCase(Locale.ROOT))
                .anyMatch(name -> PictureFormat.FILE_TYPES.contains(name.substring(name.lastIndexOf('.') + 1)));
    }
}
