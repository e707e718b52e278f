package app.forecourt.model.photos;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.form.PhotoList;
import app.forecourt.photo.PhotoUpload;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;

/** The photos of the car in the form that could be better. Used on the FX thread only. */
public final class PhotosWithRemarks {
    private final PhotoList list;
    private final FormPhotoLines photos;
    private final TaskRunner taskRunner;
    private final ReadOnlyObjectWrapper<List<Integer>> positions = new ReadOnlyObjectWrapper<>(List.of());
    private boolean willCount;

    /** Watches the photos of the form. */
    public PhotosWithRemarks(PhotoList list, FormPhotoLines photos, PhotoUploadsModel uploads, TaskRunner taskRunner) {
        this.list = list;
        this.photos = photos;
        this.taskRunner = taskRunner;
        list.addresses().addListener((ListChangeListener<String>) _ -> countLater());
        uploads.photos().addListener((MapChangeListener<UUID, PhotoUpload>) _ -> countLater());
    }

    /** Returns the positions of these photos in the car, from 0, observable. */
    public ReadOnlyObjectProperty<List<Integer>> positions() {
        return positions.getReadOnlyProperty();
    }

    /** Counts once after several changes, because each photo is compared with all before it. */
    private void countLater() {
        if (!willCount) {
            willCount = true;
            taskRunner.fxThread().execute(() -> {
                willCount = false;
                List<String> lines = list.addresses();
                positions.set(IntStream.range(0, lines.size())
                        .filter(at -> photos.state(lines.get(at)).isWeak())
                        .boxed()
                        .toList());
            });
        }
    }
}
