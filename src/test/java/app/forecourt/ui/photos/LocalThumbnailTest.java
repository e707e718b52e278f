package app.forecourt.ui.photos;

import static org.junit.jupiter.api.Assertions.fail;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.photo.PhotoHost;
import app.forecourt.settings.Profile;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

/** The thumbnail of a car whose photo lies on this computer only, as after a restart. */
class LocalThumbnailTest extends PhotoFixture {
    @Test
    void photoOfThisComputerIsShownWithoutFetching() throws IOException {
        Path file = Files.write(home.resolve("1.jpg"), PhotoHost.picture("png", 400, 300, Color.RED));
        onFxThread(() -> {
            createModel(Profile.PRACTICE);
            model.formPhotos().add(List.of(file));
        });
        until(
                "the prepared photo",
                () -> onFxThread(() -> model.photos().photos().values().stream()
                        .anyMatch(photo -> photo.prepared().isPresent())));
        AtomicReference<Optional<Image>> shown = new AtomicReference<>(Optional.empty());
        var taskRunner = new TaskRunner(Runnable::run, Platform::runLater, (_, action) -> Platform.runLater(action));
        onFxThread(() -> {
            createPreviews(_ -> fail("fetched"));
            var thumbnails = new CarThumbnails(
                    previews,
                    (_, found) ->
                            found.accept(Optional.of(form.photos().addresses().getFirst())),
                    taskRunner);
            previews.previews().addListener((MapChangeListener<String, Preview>) _ -> thumbnails.refresh());
            thumbnails.addPlace(shown::set).setCar(Optional.of(UUID.randomUUID()));
        });
        until("the photo", () -> shown.get().isPresent());
    }
}
