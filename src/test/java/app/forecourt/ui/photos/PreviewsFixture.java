package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.settings.Setting.PHOTO_PREVIEWS;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.FxThreadPump;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.photo.PhotoHost;
import app.forecourt.settings.Profile;
import app.forecourt.testing.TestHome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The base class of tests of previews, with a local server as photo host. */
abstract class PreviewsFixture {
    @RegisterExtension
    final TestHome home = new TestHome();

    @AutoClose
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    @AutoClose
    final PhotoHost host = new PhotoHost();

    final FxThreadPump window = new FxThreadPump();
    final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(STAGING);
    final ObjectProperty<String> car = new SimpleObjectProperty<>("one");
    /** Ends of pauses that the test decides. */
    final List<Runnable> pauses = new ArrayList<>();

    final TaskRunner taskRunner = new TaskRunner(work, window, (_, action) -> pauses.add(action));
    int fetches;
    PhotoPreviews previews;

    @BeforeEach
    final void createPreviews() {
        previews = new PhotoPreviews(
                profile,
                car,
                home.preferences(),
                this::fetch,
                new LocalPhotoReader(_ -> Optional.empty(), _ -> Path.of("")),
                taskRunner);
    }

    /** Counts the fetches at once, because the host sees them later. */
    private PhotoFetch fetch(String address) {
        fetches++;
        return host.fetch(address);
    }

    final PhotoPictureState of(String path) {
        return previews.previewOf(host.url(path));
    }

    final void until(String path, Class<?> kind) {
        window.until(path, () -> kind.isInstance(of(path)));
    }

    final void showPhotos(String... paths) {
        previews.setPhotos(List.of(paths).stream().map(host::url).toList());
        previews.setVisible(true);
    }

    final void setPreviews(String setting) {
        home.preferences().put(PHOTO_PREVIEWS, setting);
        previews.updateFetching();
    }
}
