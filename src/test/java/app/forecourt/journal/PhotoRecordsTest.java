package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journal.database.Database;
import app.forecourt.photo.prepare.CoveredArea;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void coveredAreasStayAndTravel() {
        PhotoUpload photo = chosen("1.jpg").cover(List.of(new CoveredArea(1.0 / 3, 0.25, 0.1, 1e-3),
                new CoveredArea(0, 0, 1, 1)), true, clock.instant());
        Path copy = home.resolve("copy.db");
        try (Journal journal = open()) {
            journal.photos().save(List.of(photo));
            journal.photos().save(List.of(photo.prepared(FACTS)));
        }
        Journal journal = open();
        assertEquals(List.of(photo.prepared(FACTS)), journal.photos().ofCar(car));
        journal.copyTo(copy);
        Journal other = open(home.resolve("other").resolve("journal.db"));
        other.merge(copy, false);
        assertEquals(List.of(photo.prepared(FACTS)), other.photos().ofCar(car));
    }

    /** The photo would be put uncovered otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0.1 0.2 0.3", "0.1 0.2 0.3 0.4;", "0.1 0.2 0.3 x", "0.1 0.2 0.3 -1",
        "0 0 1 NaN",
        "0.1 0.2 0.3 0.4 0.5", "[]"})
    void photoWithDamagedAreasIsLeftOut(String damaged) throws Exception {
        PhotoUpload photo = chosen("1.jpg").cover(List.of(new CoveredArea(0, 0, 1, 1)), true,
                clock.instant());
        try (Journal journal = open()) {
            journal.photos().save(List.of(photo));
        }
        try (Database database = Database.open(file())) {
            database.update("UPDATE photo SET covered = ?", damaged);
        }
        assertEquals(List.of(), open().photos().ofCar(car));
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
