package app.forecourt.ui.window;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F1;
import static javafx.scene.input.KeyCode.O;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.ProofTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were copied in a file manager and are pasted into the window. */
class PicturePasteTest extends MainWindowContentFixture {
    /** Copies files, and their paths as text as most file managers do. */
    private void copy(String... names) {
        List<Path> files = Stream.of(names).map(home::resolve).toList();
        onFxThread(() -> {
            var content = new ClipboardContent();
            content.putFiles(files.stream().map(Path::toFile).toList());
            content.putString(files.getFirst().toString());
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void pressPaste() {
        press(SHORTCUT, V);
    }

    private void awaitNames(String... names) {
        await("the photos", () -> photoNames().equals(List.of(names)));
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(strings = {"salesPrice", "send"})
    void picturesPastedInATextFieldOrOnAButtonBecomePhotos(String id) {
        focus(id);
        copy("1.jpg", "2.JPG");
        pressPaste();
        awaitNames("1.jpg", "2.JPG");
        assertText("salesPrice", "");
        assertFocused("images");
    }

    @ProofTest
    void picturesPastedInTheGridAreAddedOnceAndLeaveTheFocus() {
        focus("images");
        copy("1.jpg");
        pressPaste();
        awaitNames("1.jpg");
        focus("photos");
        copy("2.jpg");
        pressPaste();
        awaitNames("1.jpg", "2.jpg");
        assertFocused("photos");
    }

    /** A snipping tool copies pixels only. A spreadsheet copies a picture of its cells beside their text. */
    @Test
    void copiedPictureBecomesAPhotoUnlessItIsText() {
        focus("model");
        copyPicture("17");
        pressPaste();
        assertText("model", "17");
        copyPicture("");
        pressPaste();
        await("the photo", () -> photoNames().size() == 1);
        assertFocused("images");
    }

    private void copyPicture(String text) {
        onFxThread(() -> {
            var content = new ClipboardContent();
            content.putImage(new WritableImage(40, 30));
            if (!text.isEmpty()) {
                content.putString(text);
            }
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @Test
    void otherFilesAndTextsArePastedAsText() {
        focus("model");
        copy("list.txt");
        pressPaste();
        assertEquals(home.resolve("list.txt").toString(), text("model"));
        focus("brand");
        paste("opel");
        assertText("brand", "opel");
        assertEmpty(photoNames());
    }

    @ProofTest
    void sheetKeepsThePicturesFromTheCarBehindIt() {
        copy("1.jpg");
        pressLater(F1);
        awaitVisible("keySheet");
        pressPaste();
        press(ESCAPE);
        untilWindowAlone();
        copy("2.jpg");
        pressPaste();
        // After all that came before.
        awaitNames("2.jpg");
    }

    @Test
    void choiceOfFilesSaysThatASentCarIsLocked() {
        step(this::typeCar);
        sendByKeys();
        press(SHORTCUT, O);
        assertEquals("Locked: already sent", onFxThread(() -> node("toast").getAccessibleText()));
    }
}
