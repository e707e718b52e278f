package app.forecourt.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.testing.ProofTest;
import app.forecourt.ui.photos.ClipboardPhotoReader;
import com.sun.javafx.tk.TKClipboard;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files dropped on the window, as a file manager does. */
class WindowDropTest extends MainWindowContentFixture {
    private List<Path> files(String... names) {
        return List.of(names).stream().map(home::resolve).toList();
    }

    private int photos() {
        return onFxThread(() -> form().photos().addresses().size());
    }

    @Test
    void pictureAmongFilesMakesThemPhotos() {
        assertTrue(WindowDrop.isPictures(files("a.JPG")));
        assertTrue(WindowDrop.isPictures(files("list.txt", "photo.heic")));
        assertFalse(WindowDrop.isPictures(files("cars.json")));
        assertFalse(WindowDrop.isPictures(files("jpg", "photo.jpg.txt")));
        assertFalse(WindowDrop.isPictures(List.of()));
    }

    /** Sends an event of a drag from another program to a node, and returns the accepted mode. */
    private @Nullable TransferMode drag(EventType<DragEvent> type, String target, List<Path> files) {
        return onFxThread(() -> {
            var event = new DragEvent(type, dragboard(files), 0, 0, 0, 0, TransferMode.COPY, null, null, null);
            Event.fireEvent(node(target), event);
            return event.getAcceptedTransferMode();
        });
    }

    /** JavaFX creates dragboards only for drags of the system, which no test can begin. */
    private Dragboard dragboard(List<Path> files) throws ReflectiveOperationException {
        TKClipboard local = Toolkit.getToolkit().createLocalClipboard();
        // A local clipboard is for the drags of the program itself, and has no modes.
        var clipboard = (TKClipboard) Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(), new Class<?>[] {TKClipboard.class}, (_, method, values) -> {
                    duringReads.add(appModel.photos().adding().get());
                    return method.getName().equals("getTransferModes")
                            ? EnumSet.allOf(TransferMode.class)
                            : method.invoke(local, values);
                });
        Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
        constructor.setAccessible(true);
        Dragboard board = constructor.newInstance(clipboard);
        var content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        board.setContent(content);
        return board;
    }

    /** Photos that were being added whenever the other program was asked something. */
    private final List<Integer> duringReads = new ArrayList<>();

    /** A car is not sent while photos are being added, and keys are handled while the other program is asked. */
    @Test
    void contentIsReadAsPartOfTheAddition() {
        Dragboard board = onFxThread(() -> dragboard(pictures(1)));
        duringReads.clear();
        assertTrue(onFxThread(() -> ClipboardPhotoReader.addTo(appModel.photoLines(), board, _ -> true)));
        assertFalse(duringReads.isEmpty());
        assertTrue(duringReads.stream().allMatch(adding -> adding == 1), duringReads::toString);
        await("the photo", () -> photos() == 1);
    }

    private List<Path> pictures(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> home.resolve(number + ".jpg"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brand", "images"})
    void tenDroppedFilesBecomeTenPhotos(String target) {
        assertEquals(TransferMode.COPY, drag(DragEvent.DRAG_OVER, target, pictures(10)));
        assertEquals(0, photos());
        drag(DragEvent.DRAG_DROPPED, target, pictures(10));
        await(
                "the photos",
                () -> photoNames()
                        .equals(pictures(10).stream()
                                .map(file -> file.getFileName().toString())
                                .toList()));
    }

    @ProofTest
    void sentCarTakesNoDroppedFiles() {
        step(() -> {
            typeCar();
            form().photos().add(List.of("https://photos.example/1.jpg"));
        });
        sendByKeys();
        assertEquals(null, drag(DragEvent.DRAG_OVER, "brand", pictures(1)));
    }
}
