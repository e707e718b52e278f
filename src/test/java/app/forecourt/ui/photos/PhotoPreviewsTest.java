package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoHost;
import app.forecourt.ui.photos.PhotoPictureState.Failed;
import app.forecourt.ui.photos.PhotoPictureState.Fetching;
import app.forecourt.ui.photos.PhotoPictureState.Loaded;
import app.forecourt.ui.photos.PhotoPictureState.NotRequested;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.MapChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fetching of photo previews, with a local server as photo host. */
class PhotoPreviewsTest extends PreviewsFixture {
    @BeforeEach
    void open() {
        for (String path : List.of("/1", "/2")) {
            host.show(path, "png", 400, 300);
        }
        host.answers.put("/silent", PhotoHost.SILENCE);
    }

    @Test
    void visiblePhotosAreFetched() {
        previews.setPhotos(List.of(host.url("/1")));
        assertEquals(new NotRequested(), of("/1"));
        assertEquals(0, host.server.getRequestCount());
        previews.setVisible(true);
        until("/1", Loaded.class);
        Loaded seen = (Loaded) of("/1");
        assertEquals(List.of(400, 300), List.of(seen.width(), seen.height()));
        assertTrue(seen.image().getWidth() <= 288 && seen.image().getHeight() <= 216);
    }

    @Test
    void reorderFetchesNothingRemovalForgetsFailure() {
        showPhotos("/1", "/2", "/gone");
        until("/gone", Failed.class);
        until("/1", Loaded.class);
        until("/2", Loaded.class);
        showPhotos("/gone", "/2", "/1");
        assertInstanceOf(Loaded.class, of("/1"));
        assertEquals(3, host.server.getRequestCount());
        assertEquals(new Failed(PhotoError.GONE, 404), of("/gone"));
        showPhotos("/1");
        assertEquals(new NotRequested(), of("/gone"), "tried again when it comes back");
    }

    /** The list of cars shows its thumbnails again at each change of a picture. */
    @Test
    void failuresAreForgottenWhileOtherPicturesAreRead() {
        showPhotos("/gone", "/lost", "/1");
        until("/1", Loaded.class);
        until("/gone", Failed.class);
        until("/lost", Failed.class);
        previews.previews().addListener((MapChangeListener<String, PhotoPictureState>) _ -> of("/1"));
        showPhotos("/1");
        assertEquals(1, previews.previews().size());
    }

    @Test
    void requestsAndKeptPhotosAreLimited() {
        showPhotos(IntStream.range(0, 60).mapToObj(number -> "/gone" + number).toArray(String[]::new));
        assertEquals(PhotoPreviews.MOST_AT_ONCE, previews.previews().size());
        window.until(
                "all of them",
                () -> previews.previews().values().stream()
                                .filter(Failed.class::isInstance)
                                .count()
                        == PhotoPreviews.MOST_SHOWN);
        assertEquals(new NotRequested(), of("/gone55"));
        assertEquals(PhotoPreviews.MOST_SHOWN, host.server.getRequestCount());
    }

    @Test
    void otherCarStopsRequestsAndKeepsPictures() {
        showPhotos("/1", "/silent");
        until("/1", Loaded.class);
        assertEquals(new Fetching(), of("/silent"));
        previews.setPhotos(List.of(host.url("/2")));
        car.set("another");
        until("/2", Loaded.class);
        assertInstanceOf(Loaded.class, of("/1"));
        assertEquals(new NotRequested(), of("/silent"));
        assertEquals(2, previews.previews().size());
    }

    @Test
    void picturesThatWereNotSeenForLongAreForgotten() {
        List<String> photos = IntStream.range(0, PhotoPreviews.MOST_KEPT + 10)
                .mapToObj(number -> "/kept" + number)
                .toList();
        photos.forEach(path -> host.answers.put(path, host.answers.get("/1")));
        for (int first = 0; first < photos.size(); first += 40) {
            List<String> shown = photos.subList(first, first + 40);
            showPhotos(shown.toArray(String[]::new));
            window.until(
                    "the photos from " + first,
                    () -> shown.stream().map(this::of).allMatch(Loaded.class::isInstance));
        }
        assertEquals(PhotoPreviews.MOST_KEPT, previews.previews().size());
        assertEquals(new NotRequested(), of("/kept0"));
        assertInstanceOf(Loaded.class, of("/kept159"));
    }

    @Test
    void stoppedPhotosAreFetchedOnRetry() {
        host.answers.put("/quiet", host.answers.get("/silent"));
        showPhotos("/silent", "/quiet", "/1", "/2");
        until("/1", Loaded.class);
        until("/2", Loaded.class);
        window.until("the silent ones", () -> host.server.getRequestCount() == 4);
        assertTrue(previews.stop());
        assertFalse(previews.stop());
        assertEquals(new Failed(PhotoError.STOPPED, 0), of("/silent"));
        host.answers.put("/silent", host.answers.get("/1"));
        previews.retry(host.url("/silent"));
        until("/silent", Loaded.class);
        previews.retry(host.url("/1"));
        assertEquals(new Failed(PhotoError.STOPPED, 0), of("/quiet"));
        assertEquals(5, host.server.getRequestCount(), "one that is seen is not fetched again");
    }

    @Test
    void practiceFetchesOnlyWithPermission() {
        profile.set(PRACTICE);
        showPhotos("/1");
        assertEquals(PauseReason.PRACTICE, previews.pauseReason().get());
        assertEquals(new NotRequested(), of("/1"));
        assertEquals(0, host.server.getRequestCount());
        previews.allowForCar();
        until("/1", Loaded.class);
        // The photos are set before the car, as when a car is loaded.
        previews.setPhotos(List.of(host.url("/2")));
        car.set("another");
        assertEquals(PauseReason.PRACTICE, previews.pauseReason().get(), "she said it of that car");
        window.until("all that is to be done", window::isIdle);
        assertEquals(new NotRequested(), of("/2"));
        assertEquals(1, host.server.getRequestCount());
        profile.set(PRODUCTION);
        until("/2", Loaded.class);
    }

    @Test
    void settingTurnsPreviewsOff() {
        setPreviews("off");
        showPhotos("/1");
        assertEquals(PauseReason.SETTING, previews.pauseReason().get());
        assertEquals(0, host.server.getRequestCount());
        setPreviews("on");
        until("/1", Loaded.class);
    }

    @Test
    void invalidAddressFailsWithoutRequest() {
        previews.setPhotos(List.of("http://photos.example/1", "nonsense"));
        previews.setVisible(true);
        assertEquals(new Failed(PhotoError.NOT_HTTPS, 0), previews.previewOf("http://photos.example/1"));
        assertEquals(new Failed(PhotoError.NOT_AN_ADDRESS, 0), previews.previewOf("nonsense"));
        assertEquals(0, previews.previews().size());
    }
}
