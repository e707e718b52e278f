package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.model.FxThreadPump;
import app.forecourt.photo.PhotoFetch;
import app.forecourt.photo.PhotoHost;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Profile;
import app.forecourt.settings.Setting;
import app.forecourt.testing.TestHome;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.image.Image;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The thumbnails of the cars in a list, with a local server as photo host. */
class CarThumbnailsTest {
    @RegisterExtension
    final TestHome home = new TestHome();

    @AutoClose
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();

    @AutoClose
    private PhotoHost host;

    private final FxThreadPump window = new FxThreadPump();
    private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(STAGING);
    private final ObjectProperty<String> inForm = new SimpleObjectProperty<>("one");
    private final Map<UUID, String> photos = new HashMap<>();
    /** Ends of pauses that the test decides. */
    private final List<Runnable> pauses = new ArrayList<>();

    private int fetches;
    private Preferences preferences;
    private PhotoPreviews previews;
    private CarThumbnails thumbnails;

    /** Place in the list and what it shows. */
    private final class Cell {
        private Optional<Image> shown = Optional.empty();
        private final CarThumbnails.Place place = thumbnails.addPlace(image -> shown = image);

        void show(UUID car) {
            place.setCar(Optional.of(car));
        }
    }

    @BeforeEach
    void open() throws IOException {
        host = new PhotoHost();
        host.answers.put("/wide", PhotoHost.file(PhotoHost.picture("png", 400, 300, Color.RED)));
        host.answers.put("/other", PhotoHost.file(PhotoHost.picture("png", 300, 400, Color.RED)));
        for (int number = 0; number < 6; number++) {
            host.answers.put(
                    "/silent" + number,
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());
        }
        preferences = home.preferences();
        var taskRunner = new TaskRunner(work, window, (_, action) -> pauses.add(action));
        previews = new PhotoPreviews(
                profile,
                inForm,
                preferences,
                this::fetch,
                new LocalPhotos(_ -> Optional.empty(), _ -> Path.of("")),
                taskRunner);
        thumbnails = new CarThumbnails(
                previews, (car, found) -> found.accept(Optional.ofNullable(photos.get(car))), taskRunner);
        previews.previews().addListener((MapChangeListener<String, Preview>) _ -> thumbnails.refresh());
    }

    /** Counts the fetches at once, because the host sees them later. */
    private PhotoFetch fetch(String address) {
        fetches++;
        return host.fetch(address);
    }

    private UUID car(String path) {
        UUID car = UUID.randomUUID();
        photos.put(car, host.url(path));
        return car;
    }

    /** Lets the time pass that the list has to rest. */
    private void rest() {
        while (!pauses.isEmpty()) {
            endPause();
        }
    }

    private void endPause() {
        List<Runnable> due = List.copyOf(pauses);
        pauses.clear();
        due.forEach(Runnable::run);
        window.runQueued();
    }

    @Test
    void restingListFetchesVisibleCarsOnce() {
        UUID car = car("/wide");
        var cell = new Cell();
        cell.show(car("/other"));
        Runnable earlier = pauses.removeFirst();
        cell.show(car);
        earlier.run();
        window.runQueued();
        assertEquals(0, fetches, "not while the list moves");
        rest();
        window.until("the photo", () -> cell.shown.isPresent());
        assertEquals(1, fetches, "not the car that is out of sight");
        assertTrue(cell.shown.orElseThrow().getWidth() <= 288);

        cell.show(UUID.randomUUID());
        assertEmpty(cell.shown);
        cell.show(car);
        assertTrue(cell.shown.isPresent(), "kept in memory");
        rest();
        assertEquals(1, fetches);
    }

    @Test
    void nothingIsFetchedInPracticeOrWithSettingOff() {
        profile.set(PRACTICE);
        var cell = new Cell();
        cell.show(car("/wide"));
        rest();
        preferences.put(Setting.PHOTO_PREVIEWS, "off");
        profile.set(STAGING);
        previews.updateFetching();
        rest();
        previews.allowForCar();
        rest();
        assertEquals(0, fetches, "the permission for the car in the form is not for other cars");

        preferences.put(Setting.PHOTO_PREVIEWS, "on");
        previews.updateFetching();
        rest();
        window.until("the photo", () -> cell.shown.isPresent());
    }

    @Test
    void brokenPhotoIsRequestedOnce() {
        UUID car = car("/gone");
        var cell = new Cell();
        cell.show(car);
        rest();
        window.until("the outcome", () -> previews.previewOf(host.url("/gone")) instanceof Preview.Failed);
        cell.show(UUID.randomUUID());
        cell.show(car);
        rest();
        assertEquals(1, fetches);
        assertEmpty(cell.shown);
    }

    @Test
    void requestsAtTheSameTimeAreLimited() {
        List<Cell> cells = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            var cell = new Cell();
            cell.show(car("/silent" + number));
            cells.add(cell);
        }
        rest();
        assertEquals(PhotoPreviews.MOST_AT_ONCE, fetches);
        cells.forEach(cell -> cell.place.setCar(Optional.empty()));
        cells.getFirst().show(car("/wide"));
        rest();
        window.until("a visible car goes before", () -> cells.getFirst().shown.isPresent());
        assertEquals(PhotoPreviews.MOST_AT_ONCE + 1, fetches);
    }

    @Test
    void changedPhotoOfFormIsShown() {
        UUID car = car("/wide");
        var cell = new Cell();
        cell.show(car);
        rest();
        window.until("the photo", () -> cell.shown.isPresent());
        photos.put(car, host.url("/other"));
        thumbnails.setPhoto(car, host.url("/other"));
        assertEmpty(cell.shown);
        rest();
        window.until(
                "the other photo",
                () -> cell.shown
                        .filter(image -> image.getHeight() > image.getWidth())
                        .isPresent());
        assertEquals(2, fetches);
    }

    @Test
    void changeByAnotherDeskIsSeenWhenCarComesBack() {
        UUID car = car("/wide");
        var cell = new Cell();
        cell.show(car);
        rest();
        window.until("the photo", () -> cell.shown.isPresent());
        photos.put(car, host.url("/other"));
        cell.show(UUID.randomUUID());
        cell.show(car);
        rest();
        window.until(
                "the other photo",
                () -> cell.shown
                        .filter(image -> image.getHeight() > image.getWidth())
                        .isPresent());
    }

    @Test
    void previewOfFormNeedsNoRequest() {
        profile.set(PRACTICE);
        UUID car = car("/wide");
        var cell = new Cell();
        cell.show(car);
        previews.setPhotos(List.of(host.url("/wide")));
        previews.setVisible(true);
        previews.allowForCar();
        window.until("the preview", () -> previews.previewOf(host.url("/wide")) instanceof Preview.Loaded);
        thumbnails.setPhoto(car, host.url("/wide"));
        assertTrue(cell.shown.isPresent());
        assertEquals(1, fetches);
    }
}
