package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.END;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.photo.PhotoHost;
import app.forecourt.settings.Profile;
import app.forecourt.testing.ProofTest;
import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import javafx.scene.control.ProgressBar;
import javafx.scene.image.ImageView;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of the enlarged photo of an address, which is fetched as a whole. A local server is the photo's host. */
class FullSizePictureTest extends PhotoFixture {
    private static final int WIDTH = 3_000;
    private static final int HEIGHT = 2_000;

    @AutoClose
    private PhotoHost host;

    /** Opens the first of the photos at paths of the host. */
    private void open(Profile profile, String... paths) throws IOException {
        host = new PhotoHost();
        byte[] picture = PhotoHost.picture("jpeg", WIDTH, HEIGHT, Color.RED);
        host.answers.put("/whole.jpg", PhotoHost.file(picture));
        host.answers.put(
                "/slow.jpg",
                new MockResponse.Builder()
                        .body(new Buffer().write(picture).write(new byte[400_000]))
                        .onResponseBody(SocketEffect.Stall.INSTANCE)
                        .build());
        show(900, 600, () -> {
            createModel(profile);
            form.photos().add(Arrays.stream(paths).map(host::url).toList());
            createPreviews(host::fetch);
            PhotoMessages words = new PhotoMessages(messages);
            return new EnlargedPhoto(
                    form.photos().addresses(), 0, previews, model.photoCovering(), messages, words::detail);
        });
        focus("enlargedPhoto");
    }

    private void awaitLarge() {
        until(
                "the whole photo",
                () -> frontScene().getRoot().lookup(".large-picture .image-view") instanceof ImageView view
                        && view.getImage().getWidth() >= 1_280);
    }

    @ProofTest
    void wholePhotoIsFetchedAndStays() throws IOException {
        open(STAGING, "/whole.jpg");
        awaitLarge();
        assertStartsWith("3000 × 2000", label("enlargedPhotoText"));
        assertHidden("largePhotoProgress");
        press(END);
        awaitLarge();
        assertEquals(1, host.server.getRequestCount());
    }

    @Test
    void progressIsShownAndAnotherPhotoStopsIt() throws IOException {
        open(STAGING, "/slow.jpg", "/whole.jpg");
        until(
                "the progress",
                () -> node("largePhotoProgress", ProgressBar.class).getProgress() > 0.2);
        assertVisible("largePhotoProgress");
        assertEndsWith("fetching…", label("enlargedPhotoText"));
        press(RIGHT);
        awaitLarge();
        assertHidden("largePhotoProgress");
    }

    @Test
    void errorIsNamedAndEnterTriesAgain() throws IOException {
        open(STAGING, "/gone.jpg");
        untilLabel("enlargedPhotoText", "There is nothing at this address (404)");
        host.answers.put("/gone.jpg", PhotoHost.file(PhotoHost.picture("png", WIDTH, HEIGHT, Color.BLUE)));
        press(ENTER);
        awaitLarge();
    }

    @Test
    void nothingIsFetchedInPractice() throws IOException {
        open(PRACTICE, "/whole.jpg");
        press(END);
        press(ENTER);
        assertEquals(0, host.server.getRequestCount());
        assertLabel("enlargedPhotoText", "photos.example");
    }
}
