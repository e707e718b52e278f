package app.forecourt.model.photos;

import static app.forecourt.photo.PhotoUploadStage.FAILED;
import static app.forecourt.photo.PhotoUploadStage.PREPARED;
import static app.forecourt.photo.PhotoUploadStage.STOPPED;
import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.store.Autosave;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.testing.ProofTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests of photos while another program holds the journal. That is no bug of the program, and the photo says so. */
class LockedPhotosTest extends PhotosFixture {
    /** Adds a file in Practice, where it stays, and waits until all is saved. */
    private PhotoUpload prepare() {
        startPrepared();
        awaitSaved();
        return shown();
    }

    private PhotoUpload shown() {
        return appModel.photos().photo(lines().getFirst()).orElseThrow();
    }

    private PhotoUpload saved() {
        return photos(carId()).getFirst();
    }

    private void retry(PhotoUpload photo) {
        appModel.photos().retry(List.of(photo.id()));
    }

    @Test
    void unwrittenReleaseIsTriedAgain() throws Exception {
        PhotoUpload photo = prepare();
        try (AutoCloseable _ = lockJournal()) {
            selectProfile(STAGING);
            untilAutosave(Autosave.State.Failing.class);
            retry(photo);
            assertTrue(webSpace.files.isEmpty());
        }
        cars().autosave().onJournalOpened(journal.check());
        awaitAddresses();
        assertTrue(saved().released());
    }

    @ProofTest
    void unwrittenStopHolds() throws Exception {
        PhotoUpload photo = prepare();
        webSpace.setPresent(false);
        selectProfile(STAGING);
        window.until("the release", () -> saved().released());
        try (AutoCloseable _ = lockJournal()) {
            appModel.photos().stop(List.of(photo.id()));
            window.until("the stop", () -> shown().state() == STOPPED);
            assertEquals(PREPARED, saved().state());
        }
        setUpWebSpace();
        assertTrue(webSpace.files.isEmpty());
        retry(photo);
        awaitAddresses();
    }

    @Test
    void unwrittenAddressIsTriedAgain() throws Exception {
        webSpace.refuse("1.jpg");
        PhotoUpload photo = prepare();
        selectProfile(STAGING);
        window.until("the refusal", () -> shown().state() == FAILED);
        webSpace.failures.clear();
        try (AutoCloseable _ = lockJournal()) {
            retry(photo);
            window.until("the reason", () -> shown().failure().equals(Optional.of(PhotoUploadFailure.UNWRITABLE)));
            assertEquals(
                    PhotoStatus.RETRYING,
                    appModel.photoLines().state(lines().getFirst()).status());
        }
        retry(photo);
        awaitAddresses();
        assertEquals(1, webSpace.files.size());
    }
}
