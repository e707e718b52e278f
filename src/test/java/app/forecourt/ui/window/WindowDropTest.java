package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files dropped on the window beside the card of the photos. */
class WindowDropTest extends MainWindowFixture {
    private List<Path> files(String... names) {
        return List.of(names).stream().map(home::resolve).toList();
    }

    private int photos() {
        return onFxThread(() -> appModel.form().photos().addresses().size());
    }

    @Test
    void pictureAmongFilesMakesThemPhotos() {
        assertTrue(WindowDrop.isPictures(files("a.JPG")));
        assertTrue(WindowDrop.isPictures(files("list.txt", "photo.heic")));
        assertFalse(WindowDrop.isPictures(files("cars.json")));
        assertFalse(WindowDrop.isPictures(files("jpg", "photo.jpg.txt")));
        assertFalse(WindowDrop.isPictures(List.of()));
    }

    @Test
    void picturesBecomePhotosOfTheCarInSight() {
        step(() -> mainWindow.drop().addPhotos(files("1.jpg", "2.jpg")));
        await("the photos", () -> photos() == 2);
        assertEquals("images", focusedId());
    }
}
