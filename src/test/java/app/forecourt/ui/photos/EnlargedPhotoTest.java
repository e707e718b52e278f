package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static app.forecourt.ui.InputEvents.keyPressed;
import static java.util.stream.Collectors.joining;
import static javafx.scene.input.KeyCode.C;
import static javafx.scene.input.KeyCode.DELETE;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.LEFT;
import static javafx.scene.input.KeyCode.RIGHT;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.prepare.SamplePictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the enlarged photo: covering of areas by mouse and by keys. */
class EnlargedPhotoTest extends PhotoFixture {
    private EnlargedPhoto view;
    private Path file;

    /** Opens the enlarged photo of a file that is stored upside down. The right half of the photo is red. */
    @BeforeEach
    void open() throws IOException {
        file = Files.write(home.resolve("plate.jpg"), SamplePictures.redBlue(400, 300, 3));
        onFxThread(() -> {
            createModel(PRACTICE);
            model.photoLines().add(List.of(file));
        });
        until("the line", () -> form.photos().addresses().size() == 1);
        show(900, 600, () -> {
            createPreviews(model.profileModel()::photoFetch);
            view = new EnlargedPhoto(
                    form.photos().addresses(), 0, previews, model.photoCovering(), messages, (_, _) -> "the caption");
            return view;
        });
        focus("enlargedPhoto");
    }

    private void startCovering(KeyCode key) {
        press(key);
        untilCovering();
    }

    private void untilCovering() {
        untilFocused("cover");
        // An image from a stream has no address.
        until("the file", () -> picture() != null && picture().getImage().getUrl() == null);
        layOut();
    }

    private PhotoUpload photo() {
        return onFxThread(() -> model.photoCovering()
                .photo(form.photos().addresses().getFirst())
                .orElseThrow());
    }

    private String text() {
        return label("enlargedPhotoText");
    }

    /** Accepts the rectangles and returns the areas of the new photo: place, width and height. */
    private String accept() {
        PhotoUpload before = photo();
        press(ENTER);
        until("the new photo", () -> !photo().id().equals(before.id()));
        untilFocused("enlargedPhoto");
        return photo().covered().stream()
                .map(area -> String.format(
                        Locale.ROOT, "%.3f %.3f %.3f %.3f", area.x(), area.y(), area.width(), area.height()))
                .collect(joining(", "));
    }

    private ImageView picture() {
        return (ImageView) onFxThread(() -> frontScene().getRoot().lookup(".large-picture > .image-view"));
    }

    /** Fires a mouse event at a point in fractions of the picture. */
    private void mouse(EventType<MouseEvent> type, double x, double y) {
        Bounds bounds = place();
        fireMouse(
                node("cover"),
                new Point2D(bounds.getMinX() + x * bounds.getWidth(), bounds.getMinY() + y * bounds.getHeight()),
                1,
                type);
    }

    private void drag(double x, double y, double toX, double toY) {
        mouse(MouseEvent.MOUSE_PRESSED, x, y);
        mouse(MouseEvent.MOUSE_DRAGGED, (x + toX) / 2, (y + toY) / 2);
        mouse(MouseEvent.MOUSE_DRAGGED, toX, toY);
        mouse(MouseEvent.MOUSE_RELEASED, toX, toY);
    }

    @Test
    void keysCoverAnArea() {
        startCovering(C);
        assertStartsWith("Drag over a plate", text());
        press(C);
        assertEquals("Rectangle 1:  33% from the left, 33% from the top, 33% wide, 33% high", text());
        assertEquals(text(), onFxThread(() -> node("cover").getAccessibleText()));
        press(RIGHT);
        press(DOWN);
        press(SHIFT, LEFT);
        press(SHIFT, UP);
        press(SHIFT, UP);
        press(C);
        press(C);
        assertStartsWith("Rectangle 2:  33%", text());
        press(DELETE);
        assertEquals("0.343 0.343 0.323 0.313", accept());
        assertEquals("the caption", text());
    }

    private Bounds place() {
        layOut();
        return onFxThread(() -> picture().localToScene(picture().getLayoutBounds()));
    }

    /** The user who knows the key has the mouse on the plate already, and draws at once. */
    @Test
    void firstDragIsTakenWhereThePhotoWas() {
        until("the picture", () -> {
            view.refresh();
            return picture() != null;
        });
        Bounds before = place();
        onFxThread(() -> {
            Event.fireEvent(view, keyPressed(C));
            assertFocused("cover");
        });
        drag(0.5, 0.5, 0.25, 0.25);
        assertStartsWith("Rectangle 1:  25%", text());
        untilCovering();
        Bounds now = place();
        assertEquals(before.getMinX(), now.getMinX(), 1);
        assertEquals(before.getMinY(), now.getMinY(), 1);
        assertEquals(before.getWidth(), now.getWidth(), 1);
    }

    @Test
    void earlierAreasAreShownAndCanBeTakenAway() {
        startCovering(C);
        press(C);
        press(RIGHT);
        accept();
        startCovering(C);
        assertStartsWith("Rectangle 1:  34%", text());
        press(DELETE);
        assertEquals("", accept());
    }

    @Test
    void escapeLeavesThePhotoAsItIs() {
        PhotoUpload before = photo();
        startCovering(C);
        press(RIGHT);
        assertTrue(onFxThread(view::leaveCovering));
        assertEquals("Nothing was changed", text());
        assertFalse(onFxThread(view::leaveCovering));
        startCovering(C);
        press(DELETE);
        press(ENTER);
        untilFocused("enlargedPhoto");
        assertEquals(before.id(), photo().id());
    }

    @Test
    void mouseDrawsAndKeysResize() {
        fireMouse("coverPhoto", MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED);
        untilCovering();
        assertEquals("Drag over a plate or a face. Or press an arrow key for a rectangle, and move it there.", text());
        drag(0.5, 0.5, 0.25, 0.25);
        drag(0.9, 0.9, 0.7, 0.8);
        mouse(MouseEvent.MOUSE_PRESSED, 0.1, 0.1);
        mouse(MouseEvent.MOUSE_RELEASED, 0.1, 0.1);
        press(SHIFT, LEFT);
        assertEquals("0.250 0.250 0.250 0.250, 0.700 0.800 0.190 0.100", accept());
    }

    @ParameterizedTest
    @CsvSource({
        "0.97,0.95,RIGHT,false,0.980 0.950 0.020 0.030",
        "0.01,0.01,LEFT,false,0.000 0.010 0.020 0.030",
        "0.01,0.01,UP,false,0.010 0.000 0.020 0.030",
        "0.95,0.96,DOWN,false,0.950 0.970 0.020 0.030",
        "0.97,0.95,RIGHT,true,0.970 0.950 0.030 0.030",
        "0.95,0.96,DOWN,true,0.950 0.960 0.020 0.040",
        "0.1,0.1,LEFT,true,0.100 0.100 0.010 0.030",
        "0.1,0.1,UP,true,0.100 0.100 0.020 0.010"
    })
    void rectangleStaysInThePhoto(double x, double y, KeyCode key, boolean resizes, String area) {
        startCovering(C);
        drag(x + 0.02, y, x, y + 0.03);
        for (int time = 0; time < 3; time++) {
            press(resizes ? new KeyCode[] {SHIFT, key} : new KeyCode[] {key});
        }
        assertEquals(area, accept());
    }

    /** The key for removing may be pressed while the mouse draws. */
    @Test
    void drawingGoesOnAfterAnEarlierOneIsRemoved() {
        startCovering(C);
        drag(0.1, 0.1, 0.2, 0.2);
        mouse(MouseEvent.MOUSE_PRESSED, 0.5, 0.5);
        press(DELETE);
        mouse(MouseEvent.MOUSE_DRAGGED, 0.75, 0.75);
        assertEquals("0.500 0.500 0.250 0.250", accept());
    }

    @Test
    void photoIsCoveredUpright() {
        startCovering(C);
        Image shown = onFxThread(picture()::getImage);
        assertTrue(shown.getPixelReader().getColor(300, 150).getRed() > 0.5);
    }

    @Test
    void missingFileIsNamed() throws IOException {
        Files.delete(file);
        press(C);
        until(
                "the reason",
                () -> text().equals(
                                "The file is no longer there. Is the card still in?  ·  The photo stays as it was"));
    }

    @Test
    void addressHasNoFileToCover() {
        onFxThread(() -> form.photos().exchange(form.photos().addresses().getFirst(), "https://a.nl/0.jpg"));
        onFxThread(view::refresh);
        press(C);
        assertEquals("Only a photo from a file of this computer can be covered", text());
    }

    @Test
    void photoOfSentCarIsNotCovered() {
        startCovering(C);
        onFxThread(() -> form.setReadOnly(true));
        onFxThread(view::refresh);
        assertEquals("The car was sent meanwhile. The photo stays as it was", text());
        assertHidden("coverPhoto");
        press(C);
        assertEquals("The car was sent meanwhile. The photo stays as it was", text());
    }
}
