package app.forecourt.ui.photos;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
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

import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoPreparer;
import app.forecourt.photo.prepare.SamplePictures;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.settings.Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the enlarged photo: covering of areas by mouse and by keys. */
class EnlargedPhotoTest extends PhotoFixture {
    private static final double THIRD = 1.0 / 3;
    private EnlargedPhoto view;
    private Path file;

    private void open() throws IOException {
        open(400, 300, 1);
    }

    /** Opens the enlarged photo of a file. */
    private void open(int width, int height, int orientation) throws IOException {
        file = Files.write(home.resolve("plate.jpg"), SamplePictures.redBlue(width, height, orientation));
        onFxThread(() -> {
            createModel(Profile.PRACTICE);
            model.formPhotos().add(List.of(file));
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

    /** Accepts the rectangles and returns the areas of the new photo. */
    private List<CoveredArea> accept() {
        PhotoUpload before = photo();
        press(ENTER);
        until("the new photo", () -> !photo().id().equals(before.id()));
        untilFocused("enlargedPhoto");
        return photo().covered();
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

    private static void assertArea(double x, double y, double width, double height, CoveredArea area) {
        assertEquals(x, area.x(), 1e-6);
        assertEquals(y, area.y(), 1e-6);
        assertEquals(width, area.width(), 1e-6);
        assertEquals(height, area.height(), 1e-6);
    }

    @Test
    void keysCoverAnArea() throws IOException {
        open();
        startCovering(C);
        assertTrue(label("enlargedPhotoText").startsWith("Drag over a plate"), () -> label("enlargedPhotoText"));
        press(C);
        assertEquals(
                "Rectangle 1:  33% from the left, 33% from the top, 33% wide, 33% high", label("enlargedPhotoText"));
        assertEquals(label("enlargedPhotoText"), onFxThread(() -> node("cover").getAccessibleText()));
        press(RIGHT);
        press(DOWN);
        press(SHIFT, LEFT);
        press(SHIFT, UP);
        press(SHIFT, UP);
        press(C);
        press(C);
        assertTrue(label("enlargedPhotoText").startsWith("Rectangle 2:  33%"), () -> label("enlargedPhotoText"));
        press(DELETE);
        List<CoveredArea> areas = accept();
        assertEquals(1, areas.size());
        assertArea(THIRD + 0.01, THIRD + 0.01, THIRD - 0.01, THIRD - 0.02, areas.getFirst());
        assertEquals("the caption", label("enlargedPhotoText"));
    }

    private Bounds place() {
        layOut();
        return onFxThread(() -> picture().localToScene(picture().getLayoutBounds()));
    }

    /** The user who knows the key has the mouse on the plate already, and draws at once. */
    @Test
    void firstDragIsTakenWhereThePhotoWas() throws IOException {
        open();
        until("the picture", () -> {
            view.refresh();
            return picture() != null;
        });
        Bounds before = place();
        onFxThread(() -> {
            Event.fireEvent(view, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", C, false, false, false, false));
            assertEquals("cover", focusedId());
        });
        drag(0.5, 0.5, 0.25, 0.25);
        assertTrue(label("enlargedPhotoText").startsWith("Rectangle 1:  25%"), () -> label("enlargedPhotoText"));
        untilCovering();
        Bounds now = place();
        assertEquals(before.getMinX(), now.getMinX(), 1);
        assertEquals(before.getMinY(), now.getMinY(), 1);
        assertEquals(before.getWidth(), now.getWidth(), 1);
    }

    @Test
    void earlierAreasAreShownAndCanBeTakenAway() throws IOException {
        open();
        startCovering(C);
        press(C);
        press(RIGHT);
        accept();
        startCovering(C);
        assertTrue(label("enlargedPhotoText").startsWith("Rectangle 1:  34%"), () -> label("enlargedPhotoText"));
        press(DELETE);
        assertEmpty(accept());
    }

    @Test
    void escapeLeavesThePhotoAsItIs() throws IOException {
        open();
        PhotoUpload before = photo();
        startCovering(C);
        press(RIGHT);
        assertTrue(onFxThread(view::leaveCovering));
        assertEquals("Nothing was changed", label("enlargedPhotoText"));
        assertFalse(onFxThread(view::leaveCovering));
        startCovering(C);
        press(DELETE);
        press(ENTER);
        untilFocused("enlargedPhoto");
        assertEquals(before.id(), photo().id());
    }

    @Test
    void mouseDrawsAndKeysResize() throws IOException {
        open();
        fireMouse("coverPhoto", MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED);
        untilCovering();
        assertEquals(
                "Drag over a plate or a face. Or press an arrow key for a rectangle, and move it there.",
                label("enlargedPhotoText"));
        drag(0.5, 0.5, 0.25, 0.25);
        drag(0.9, 0.9, 0.7, 0.8);
        mouse(MouseEvent.MOUSE_PRESSED, 0.1, 0.1);
        mouse(MouseEvent.MOUSE_RELEASED, 0.1, 0.1);
        press(SHIFT, LEFT);
        List<CoveredArea> areas = accept();
        assertEquals(2, areas.size());
        assertArea(0.25, 0.25, 0.25, 0.25, areas.getFirst());
        assertArea(0.7, 0.8, 0.19, 0.1, areas.getLast());
    }

    @ParameterizedTest
    @CsvSource({
        "0.97,0.95,RIGHT,false,0.98,0.95,0.02,0.03",
        "0.01,0.01,LEFT,false,0,0.01,0.02,0.03",
        "0.01,0.01,UP,false,0.01,0,0.02,0.03",
        "0.95,0.96,DOWN,false,0.95,0.97,0.02,0.03",
        "0.97,0.95,RIGHT,true,0.97,0.95,0.03,0.03",
        "0.95,0.96,DOWN,true,0.95,0.96,0.02,0.04",
        "0.1,0.1,LEFT,true,0.1,0.1,0.01,0.03",
        "0.1,0.1,UP,true,0.1,0.1,0.02,0.01"
    })
    void rectangleStaysInThePhoto(
            double x, double y, KeyCode key, boolean resizes, double newX, double newY, double width, double height)
            throws IOException {
        open();
        startCovering(C);
        drag(x + 0.02, y, x, y + 0.03);
        for (int time = 0; time < 3; time++) {
            press(resizes ? new KeyCode[] {SHIFT, key} : new KeyCode[] {key});
        }
        assertArea(newX, newY, width, height, accept().getFirst());
    }

    /** The key for removing may be pressed while the mouse draws. */
    @Test
    void drawingGoesOnAfterAnEarlierOneIsRemoved() throws IOException {
        open();
        startCovering(C);
        drag(0.1, 0.1, 0.2, 0.2);
        mouse(MouseEvent.MOUSE_PRESSED, 0.5, 0.5);
        press(DELETE);
        mouse(MouseEvent.MOUSE_DRAGGED, 0.75, 0.75);
        List<CoveredArea> areas = accept();
        assertEquals(1, areas.size());
        assertArea(0.5, 0.5, 0.25, 0.25, areas.getFirst());
    }

    /** A photo of any orientation is shown upright, and what the user covers is gone from the prepared photo. */
    @ParameterizedTest
    @CsvSource({
        "400,300,1,0,0,0.52,1",
        "300,400,1,0,0,0.52,1",
        "400,300,6,0,0,1,0.52",
        "400,300,3,0.48,0,1,1",
        "400,300,8,0,0.48,1,1"
    })
    void redHalfUnderTheRectangleIsGone(
            int width, int height, int orientation, double x, double y, double toX, double toY) throws IOException {
        open(width, height, orientation);
        startCovering(C);
        Image shown = onFxThread(picture()::getImage);
        assertEquals(height > width || orientation > 4, shown.getHeight() > shown.getWidth());
        var middle = shown.getPixelReader()
                .getColor((int) ((x + toX) / 2 * shown.getWidth()), (int) ((y + toY) / 2 * shown.getHeight()));
        assertTrue(middle.getRed() > 0.5, middle::toString);
        drag(x, y, toX, toY);
        assertTrue(mostRed(List.of()) > 200);
        assertTrue(mostRed(accept()) < 100);
    }

    /** Returns the largest excess of red over blue in the prepared photo. */
    private int mostRed(List<CoveredArea> areas) throws IOException {
        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(PhotoPreparer.prepare(file, areas).jpeg()));
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .map(pixel -> (pixel >> 16 & 0xff) - (pixel & 0xff))
                .max()
                .orElseThrow();
    }

    @Test
    void missingFileIsNamed() throws IOException {
        open();
        Files.delete(file);
        press(C);
        until(
                "the reason",
                () -> label("enlargedPhotoText")
                        .equals("The file is no longer there. Is the card still in?  ·  The photo stays as it was"));
    }

    @Test
    void fileThatGoesWhileCoveringIsNamed() throws IOException {
        open();
        startCovering(C);
        press(C);
        Files.delete(file);
        press(ENTER);
        until("the reason", () -> label("enlargedPhotoText").startsWith("The file is no longer there."));
    }

    @Test
    void addressHasNoFileToCover() throws IOException {
        open();
        onFxThread(() -> form.photos().exchange(form.photos().addresses().getFirst(), "https://a.nl/0.jpg"));
        onFxThread(view::refresh);
        press(C);
        assertEquals("Only a photo from a file of this computer can be covered", label("enlargedPhotoText"));
    }

    @Test
    void photoOfSentCarIsNotCovered() throws IOException {
        open();
        startCovering(C);
        onFxThread(() -> form.setReadOnly(true));
        onFxThread(view::refresh);
        assertEquals("The car was sent meanwhile. The photo stays as it was", label("enlargedPhotoText"));
        assertFalse(isVisible("coverPhoto"));
        press(C);
        assertEquals("The car was sent meanwhile. The photo stays as it was", label("enlargedPhotoText"));
    }
}
