package app.forecourt.ui.photos;

import static org.junit.jupiter.api.Assertions.fail;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.photo.PhotoHost;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.settings.Profile;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TestHome;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.testfx.api.FxToolkit;

/** The thumbnail of a car whose photo lies on this computer only, as after a restart. */
@Execution(ExecutionMode.SAME_THREAD)
@Tag("window")
class LocalThumbnailTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void photoOfThisComputerIsShownWithoutFetching() throws IOException {
        Path file = Files.write(home.resolve("1.jpg"), PhotoHost.picture("png", 400, 300, Color.RED));
        PhotoUpload photo = PhotoUpload.chosen(file, UUID.randomUUID(), Instant.EPOCH)
                .list(true)
                .prepared(Optional.of(new PreparedFacts("hash", 400, 300, 0, Set.of())));
        String line = PhotoPlaceholder.of(photo.id());
        AtomicReference<Optional<Image>> shown = new AtomicReference<>(Optional.empty());
        var taskRunner = new TaskRunner(Runnable::run, Platform::runLater, (_, action) -> Platform.runLater(action));
        Await.onFxThread(() -> {
            var previews = new PhotoPreviews(
                    new SimpleObjectProperty<>(Profile.PRACTICE),
                    new SimpleObjectProperty<>(""),
                    home.preferences(),
                    _ -> fail("fetched"),
                    new LocalPhotos(
                            address -> Optional.of(photo).filter(_ -> address.equals(line)), PhotoUpload::source),
                    taskRunner);
            var thumbnails = new CarThumbnails(previews, (_, found) -> found.accept(Optional.of(line)), taskRunner);
            previews.previews().addListener((MapChangeListener<String, Preview>) _ -> thumbnails.refresh());
            thumbnails.addPlace(shown::set).setCar(Optional.of(UUID.randomUUID()));
        });
        LongWait.until("the photo", () -> shown.get().isPresent());
    }
}
