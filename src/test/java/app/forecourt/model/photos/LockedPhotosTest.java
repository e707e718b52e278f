package app.forecourt.model.photos;

import static app.forecourt.photo.upload.UploadState.FAILED;
import static app.forecourt.photo.upload.UploadState.PREPARED;
import static app.forecourt.photo.upload.UploadState.STOPPED;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.AppModelFixture;
import app.forecourt.model.store.Autosave;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of photos while another program holds the journal. That is no bug of the program, and the photo says so. */
class LockedPhotosTest extends AppModelFixture {
    /** Adds a file in Practice, where it stays, and waits until all is saved. */
    private PhotoUpload prepare() {
        startModel();
        selectProfile(PRACTICE);
        typeCar();
        appModel.formPhotos().add(List.of(Path.of("1.jpg")));
        window.until("the photo", () -> photos().stream().anyMatch(photo -> photo.state() == PREPARED));
        awaitSaved();
        return photos().getFirst();
    }

    /** Returns the photos of the model. */
    private List<PhotoUpload> photos() {
        return List.copyOf(appModel.photos().photos().values());
    }

    private PhotoUpload saved() {
        return journal.photos().ofCar(carId()).getFirst();
    }

    private void retry(PhotoUpload photo) {
        appModel.photos().retry(List.of(photo.id()));
    }

    private void awaitAddress() {
        window.until("the address", () -> form().photos().addresses().getFirst().startsWith("https://"));
    }

    @Test
    void unwrittenReleaseIsTriedAgain() throws Exception {
        PhotoUpload photo = prepare();
        try (AutoCloseable _ = lockJournal()) {
            selectProfile(STAGING);
            window.until("the failing save", () -> cars().autosave().state().get() instanceof Autosave.State.Failing);
            retry(photo);
            assertTrue(webSpace.files.isEmpty());
        }
        cars().autosave().onJournalOpened(journal.check());
        awaitAddress();
        assertTrue(saved().released());
    }

    @Tag("proof")
    @Test
    void unwrittenStopHolds() throws Exception {
        PhotoUpload photo = prepare();
        webSpace.setPresent(false);
        selectProfile(STAGING);
        window.until("the release", () -> saved().released());
        try (AutoCloseable _ = lockJournal()) {
            appModel.photos().stop(List.of(photo.id()));
            window.until("the stop", () -> photos().getFirst().state() == STOPPED);
            assertEquals(PREPARED, saved().state());
        }
        webSpace.setPresent(true);
        appModel.settingsChanged();
        assertTrue(webSpace.files.isEmpty());
        retry(photo);
        awaitAddress();
    }

    @Test
    void unwrittenAddressIsTriedAgain() throws Exception {
        webSpace.refused.add("1.jpg");
        PhotoUpload photo = prepare();
        selectProfile(STAGING);
        window.until("the refusal", () -> photos().getFirst().state() == FAILED);
        webSpace.refused.clear();
        try (AutoCloseable _ = lockJournal()) {
            retry(photo);
            window.until(
                    "the reason", () -> photos().getFirst().failure().equals(Optional.of(UploadFailure.UNWRITABLE)));
            String line = form().photos().addresses().getFirst();
            assertEquals(PhotoStatus.RETRYING, appModel.formPhotos().state(line).status());
        }
        retry(photo);
        awaitAddress();
        assertEquals(1, webSpace.files.size());
    }
}
