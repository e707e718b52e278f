package app.forecourt.ui.window;

import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.settings.Profile;
import app.forecourt.testing.ProofTest;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/** What the send button and its question say in Practice, where no photo goes to the web. */
class PhotosNotReadyTest extends MainWindowContentFixture {
    private String sendText() {
        return onFxThread(() -> node("send", Button.class).getText());
    }

    private String shownTexts() {
        return onFxThread(() -> frontScene().getRoot().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining("\n")));
    }

    private void addLine(UUID photo) {
        step(() -> {
            typeCar();
            form().photos().add(List.of(PhotoPlaceholder.of(photo)));
        });
    }

    /** Presses the keys that send, twice because of the car's warnings. */
    private void pressSend() {
        press(SHORTCUT, ENTER);
        press(SHORTCUT, ENTER);
    }

    @ProofTest
    void missingPhotoIsNotReadyInPracticeAndNotOnTheWebElsewhere() {
        addLine(UUID.randomUUID());
        assertTrue(sendText().contains("one photo not ready yet"), this::sendText);
        step(() -> selectProfile(Profile.STAGING));
        assertTrue(sendText().contains("one photo not on the web yet"), this::sendText);
    }

    /** It takes a moment, also without a web space. */
    @Test
    void sendingCanWaitForPhotoThatIsBeingPrepared() {
        webSpace.setPresent(false);
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), UUID.randomUUID(), clock.instant());
        step(() -> appModel.photos().photos().put(photo.id(), photo));
        addLine(photo.id());
        pressSend();
        await("the question", () -> isVisible("sendWhenPublic"));
        assertTrue(shownTexts().contains("One photo is still being prepared: 1.jpg."), this::shownTexts);
        press(ESCAPE);
    }

    @ProofTest
    void photoThatCannotBePreparedIsNotOfTheWeb() {
        addLine(UUID.randomUUID());
        pressSend();
        await("the question", () -> isVisible("sendWithoutPhotos"));
        assertTrue(shownTexts().contains("One photo can't be sent: A photo of another computer."), this::shownTexts);
        assertFalse(isVisible("sendWhenPublic"));
        press(ESCAPE);
        assertEquals(0, newPosts());
    }

    @Test
    void questionOffersToSetUpTheWebSpace() {
        webSpace.setPresent(false);
        step(() -> appModel.photos().settingsChanged());
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), UUID.randomUUID(), clock.instant());
        step(() -> appModel.photos().photos().put(photo.id(), photo));
        step(() -> selectProfile(Profile.STAGING));
        addLine(photo.id());
        pressLater(SHORTCUT, ENTER);
        await("the question or the warnings", () -> isVisible("photosHelp") || isVisible("problems"));
        if (!isVisible("photosHelp")) {
            pressLater(SHORTCUT, ENTER);
            await("the question", () -> isVisible("photosHelp"));
        }
        assertTrue(shownTexts().contains("One photo is not on the web: 1.jpg."), this::shownTexts);
        assertEquals(
                "Set up web space",
                onFxThread(() -> node("photosHelp", Button.class).getText()));
        press(ENTER);
        await("the window alone", () -> !isVisible("photosHelp"));
        assertEquals(0, newPosts());
    }
}
