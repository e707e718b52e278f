package app.forecourt.ui.photos;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.ui.photos.PhotoPreviews.Failed;
import app.forecourt.ui.photos.PhotoPreviews.Fetching;
import app.forecourt.ui.photos.PhotoPreviews.NotRequested;
import app.forecourt.ui.photos.PhotoPreviews.Preview;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The fetch of a photo from its address in a large size, one at a time. */
final class LargePhotoFetch {
    private final Function<String, PhotoFetch> fetching;
    private final TaskRunner taskRunner;
    private final ReadOnlyObjectWrapper<Preview> state = new ReadOnlyObjectWrapper<>(new NotRequested());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private @Nullable PhotoFetch running;

    /** @param fetching creates the request for an address */
    LargePhotoFetch(Function<String, PhotoFetch> fetching, TaskRunner taskRunner) {
        this.fetching = fetching;
        this.taskRunner = taskRunner;
    }

    /** Returns the state of the photo that was requested last. */
    ReadOnlyObjectProperty<Preview> state() {
        return state.getReadOnlyProperty();
    }

    /** Returns how much of the photo is here, from 0 to 1; -1 if its size is unknown. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Fetches a photo in the background. Stops the earlier one. */
    void start(String address) {
        stop();
        PhotoFetch fetch = fetching.apply(address);
        running = fetch;
        progress.set(-1);
        state.set(new Fetching());
        taskRunner.run(
                () -> PhotoPreviews.preview(
                        fetch.runLarge(part -> taskRunner.fxThread().execute(() -> onProgress(fetch, part)))),
                preview -> onEnded(fetch, preview),
                _ -> onEnded(fetch, new Failed(PhotoError.DAMAGED, 0)));
    }

    private void onProgress(PhotoFetch fetch, double part) {
        if (running == fetch) {
            progress.set(part);
        }
    }

    private void onEnded(PhotoFetch fetch, Preview preview) {
        if (running == fetch) {
            running = null;
            state.set(preview);
        }
    }

    /** Stops the fetch and forgets its result. */
    void stop() {
        PhotoFetch fetch = running;
        running = null;
        state.set(new NotRequested());
        if (fetch != null) {
            // In the background, because closing a connection may block.
            taskRunner.run(fetch::stop);
        }
    }
}
