package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.PRACTICE;
import static org.junit.jupiter.api.Assertions.fail;

import app.forecourt.photo.PhotoHost;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The thumbnail of a car whose photo lies on this computer only, as after a restart. */
class LocalThumbnailTest extends PhotoFixture {
    @Test
    void photoOfThisComputerIsShownWithoutFetching() throws IOException {
        Path file = Files.write(home.resolve("1.jpg"), PhotoHost.picture("png", 400, 300, Color.RED));
        onFxThread(() -> {
            createModel(PRACTICE);
            model.photoLines().add(List.of(file));
        });
        until(
                "the prepared photo",
                () -> onFxThread(() -> model.photos().photos().values().stream()
                        .anyMatch(photo -> photo.prepared().isPresent())));
        onFxThread(() -> {
            createPreviews(_ -> fail("fetched"));
            previews.setListed(form.photos().addresses());
        });
        until(
                "the photo",
                () -> previews.previewOf(form.photos().addresses().getFirst()) instanceof PhotoPictureState.Loaded);
    }
}
