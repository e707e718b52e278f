package app.forecourt.ui.photos;

import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.photo.PhotoHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.MapChangeListener;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The thumbnails of the cars in a list, with a local server as photo host. */
class CarThumbnailsTest extends PreviewsFixture {
    private final Map<UUID, String> photos = new HashMap<>();
    private CarThumbnails thumbnails;

    /** Place in the list and what it shows. */
    private final class Cell {
        private Optional<Image> shown = Optional.empty();
        private final CarThumbnails.Place place = thumbnails.addPlace(image -> shown = image);

        void show(UUID car) {
            place.setCar(Optional.of(car));
        }

        void untilShown() {
            window.until("the photo", () -> shown.isPresent());
        }

        /** Waits for the photo that is higher than wide. */
        void untilOther() {
            window.until(
                    "the other photo",
                    () -> shown.filter(image -> image.getHeight() > image.getWidth())
                            .isPresent());
        }
    }

    @BeforeEach
    void open() {
        host.show("/wide", "png", 400, 300);
        host.show("/other", "png", 300, 400);
        for (int number = 0; number < 6; number++) {
            host.answers.put("/silent" + number, PhotoHost.SILENCE);
        }
        thumbnails = new CarThumbnails(
                previews, (car, found) -> found.accept(Optional.ofNullable(photos.get(car))), taskRunner);
        previews.previews().addListener((MapChangeListener<String, PhotoPictureState>) _ -> thumbnails.refresh());
    }

    /** Shows a car and waits for its photo. */
    private Cell shown(UUID car) {
        var cell = new Cell();
        cell.show(car);
        rest();
        cell.untilShown();
        return cell;
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
        cell.untilShown();
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
        setPreviews("off");
        profile.set(STAGING);
        rest();
        previews.allowForCar();
        rest();
        assertEquals(0, fetches, "the permission for the car in the form is not for other cars");

        setPreviews("on");
        rest();
        cell.untilShown();
    }

    @Test
    void brokenPhotoIsRequestedOnce() {
        UUID car = car("/gone");
        var cell = new Cell();
        cell.show(car);
        rest();
        until("/gone", PhotoPictureState.Failed.class);
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
        Cell cell = shown(car);
        photos.put(car, host.url("/other"));
        thumbnails.setPhoto(car, host.url("/other"));
        assertEmpty(cell.shown);
        rest();
        cell.untilOther();
        assertEquals(2, fetches);
    }

    @Test
    void changeByAnotherDeskIsSeenWhenCarComesBack() {
        UUID car = car("/wide");
        Cell cell = shown(car);
        photos.put(car, host.url("/other"));
        cell.show(UUID.randomUUID());
        cell.show(car);
        rest();
        cell.untilOther();
    }

    @Test
    void previewOfFormNeedsNoRequest() {
        profile.set(PRACTICE);
        UUID car = car("/wide");
        var cell = new Cell();
        cell.show(car);
        showPhotos("/wide");
        previews.allowForCar();
        until("/wide", PhotoPictureState.Loaded.class);
        thumbnails.setPhoto(car, host.url("/wide"));
        assertTrue(cell.shown.isPresent());
        assertEquals(1, fetches);
    }
}
