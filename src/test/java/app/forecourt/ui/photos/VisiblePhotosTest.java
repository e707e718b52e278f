package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.Await;
import app.forecourt.photo.PhotoHost;
import app.forecourt.ui.form.FormPane;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** The photos in the form, fetched from a local server when they become visible. */
class VisiblePhotosTest extends PhotoFixture {
    @AutoClose
    private PhotoHost host;

    private FormPane pane;

    @BeforeEach
    void open() throws Exception {
        host = new PhotoHost();
        showScene(() -> {
            createModel(STAGING);
            pane = createFormPane(form);
            Scene scene = new Scene(pane, 850, 620);
            createPreviews(host::fetch);
            PhotosPane photos = createPane(pane.photosControl(), pane.photosCard());
            pane.addBelowPhotos(photos);
            pane.trackVisibility(photos.grid(), previews::setVisible);
            return scene;
        });
    }

    private boolean detailShown(String detail) {
        return onFxThread(() -> pane.lookupAll(".photo-detail").stream()
                .anyMatch(node -> ((Label) node).getText().startsWith(detail)));
    }

    @Test
    void photosInViewAreFetchedWithReasonsOfErrors() throws Exception {
        host.show("/front.jpg", "jpeg", 1600, 1200);
        host.answers.put("/slow.jpg", PhotoHost.SILENCE);
        Await.onFxThread(() -> form.photos()
                .add(List.of(
                        host.url("/front.jpg"),
                        host.url("/gone.jpg"),
                        host.url("/slow.jpg"),
                        "http://photos.example/5.jpg")));
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, host.server.getRequestCount(), "nobody sees them yet");

        Await.onFxThread(() -> pane.setVvalue(1));
        Await.until(
                "the photos",
                () -> detailShown("1600 × 1200")
                        && detailShown("photos.example  ·  fetching…")
                        && detailShown("There is nothing at this address (404)")
                        && detailShown("Does not begin with https://"));
        assertLabel("photoCount", "4 photos  ·  10 are good, 25 are best");
        assertLabel("photoWarnings", "2 can't be shown");
        assertEquals(3, host.server.getRequestCount());
    }
}
