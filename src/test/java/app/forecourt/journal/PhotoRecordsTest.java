package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.photo.prepare.PhotoRemark;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.photo.upload.UploadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the records of photos in the file, its merges and its salvage. */
class PhotoRecordsTest extends JournalFixture {
    private static final PreparedFacts FACTS = new PreparedFacts("3b9c", 1920, 1440, Long.MIN_VALUE,
            Set.of(PhotoRemark.DARK, PhotoRemark.UPRIGHT));
    private static final UploadFailure FULL = new UploadFailure(UploadFailure.Step.PUT, "NO_SPACE");

    private final UUID car = UUID.randomUUID();

    private PhotoUpload chosen(String name) {
        return PhotoUpload.chosen(Path.of("Voiture d’été", name), car, false, clock.instant());
    }

    @Test
    void photosStayInTheirOrderAndState() {
        PhotoUpload first = chosen("a 1.jpg").prepared(FACTS).failed(FULL, UploadState.PREPARED).release();
        PhotoUpload second = chosen("2.jpg");
        PhotoUpload published = chosen("3.jpg").prepared(FACTS).stored()
                .published("https://photos.example/a8f3/3b9c.jpg");
        try (Journal journal = open()) {
            journal.photos().save(List.of(first, second, published));
        }
        Journal journal = open();
        assertEquals(List.of(first, second), journal.photos().unfinished());
        assertEquals(List.of(first, second, published), journal.photos().ofCar(car));
        PhotoUpload failed = second.failed(FULL, UploadState.FAILED);
        journal.photos().save(List.of(failed));
        assertEquals(List.of(first, failed), journal.photos().unfinished());
        journal.photos().delete(first.id());
        assertEquals(List.of(failed), journal.photos().unfinished());
    }

    @Test
    void mergeNeverPutsPublicPhotoBackOnItsWay() {
        Path copy = home.resolve("copy.db");
        PhotoUpload photo = chosen("1.jpg").prepared(FACTS);
        PhotoUpload deletedHere = chosen("2.jpg");
        Journal journal = open();
        journal.photos().save(List.of(photo, deletedHere));
        journal.copyTo(copy);
        tick();
        PhotoUpload published = photo.stored().published("https://photos.example/a8f3/3b9c.jpg");
        journal.photos().save(List.of(published));
        journal.photos().delete(deletedHere.id());
        journal.merge(copy, true);
        assertEquals(List.of(deletedHere), journal.photos().unfinished());
        assertEquals(List.of(published, deletedHere), journal.photos().ofCar(car));
    }
}
