package app.forecourt.ui.window;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.TextAssertions.assertContains;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.testing.ProofTest;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the send button and its question say in Practice, where no photo goes to the web. */
class PhotosNotReadyTest extends MainWindowContentFixture {
    private UUID choosePhoto() {
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), UUID.randomUUID(), clock.instant());
        step(() -> appModel.photos().photos().put(photo.id(), photo));
        return photo.id();
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
        assertContains("one photo not ready yet", label("send"));
        step(() -> selectProfile(STAGING));
        assertContains("one photo not on the web yet", label("send"));
    }

    /** It takes a moment, also without a web space. */
    @Test
    void sendingCanWaitForPhotoThatIsBeingPrepared() {
        webSpace.setPresent(false);
        addLine(choosePhoto());
        pressSend();
        awaitVisible("sendWhenPublic");
        assertContains("One photo is still being prepared: 1.jpg.", shownText());
        press(ESCAPE);
    }

    @ProofTest
    void photoThatCannotBePreparedIsNotOfTheWeb() {
        addLine(UUID.randomUUID());
        pressSend();
        awaitVisible("sendWithoutPhotos");
        assertContains("One photo can't be sent: A photo of another computer.", shownText());
        assertHidden("sendWhenPublic");
        press(ESCAPE);
        assertEquals(0, newPosts());
    }

    @Test
    void questionOffersToSetUpTheWebSpace() {
        webSpace.setPresent(false);
        step(() -> appModel.photos().settingsChanged());
        UUID photo = choosePhoto();
        step(() -> selectProfile(STAGING));
        addLine(photo);
        pressLater(SHORTCUT, ENTER);
        await("the question or the warnings", () -> isVisible("photosHelp") || isVisible("problems"));
        if (!isVisible("photosHelp")) {
            pressLater(SHORTCUT, ENTER);
            awaitVisible("photosHelp");
        }
        assertContains("One photo is not on the web: 1.jpg.", shownText());
        assertLabel("photosHelp", "Set up web space");
        press(ENTER);
        await("the window alone", () -> !isVisible("photosHelp"));
        assertEquals(0, newPosts());
    }
}
