package app.forecourt.journal;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.photo.PhotoUploadStage.FAILED;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PreparedPhotoFacts;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoRemark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the records of photos in the file and in its merges. */
class PhotoRecordsTest extends JournalFixture {
    private static final PreparedPhotoFacts FACTS =
            new PreparedPhotoFacts("3b9c", 1920, 1440, Long.MIN_VALUE, Set.of(PhotoRemark.DARK, PhotoRemark.UPRIGHT));
    private static final String ADDRESS = "https://photos.example/a8f3/3b9c.jpg";
    private static final PhotoUploadFailure FULL = new PhotoUploadFailure(PhotoUploadFailure.Step.PUT, "NO_SPACE");

    private final UUID car = UUID.randomUUID();

    private PhotoUpload chosen(String name) {
        return PhotoUpload.chosen(Path.of("Voiture d’été", name), car, now());
    }

    @Test
    void photosStayInTheirOrderAndStateWithoutFailures() {
        PhotoUpload first = chosen("a 1.jpg").prepared(Optional.of(FACTS)).list(true);
        PhotoUpload second = chosen("2.jpg").list(false);
        PhotoUpload published = chosen("3.jpg").prepared(Optional.of(FACTS)).published(ADDRESS);
        save(first.failed(FULL, FAILED), second, published);
        save(
                car,
                CarDraft.EMPTY.with(IMAGES, PhotoPlaceholder.of(first.id()) + "\n" + PhotoPlaceholder.of(second.id())));
        journal = open();
        assertUnfinished(first, second);
        assertPhotos(first, second, published);
        save(second.stopped());
        assertUnfinished(first, second.stopped());
        assertEquals(Optional.of(second.stopped()), journal.photos().find(second.id()));
        assertEquals(List.of(ADDRESS), journal.photos().addresses("3b9c"));
        assertEmpty(journal.photos().addresses("b9c"));
    }

    private void assertUnfinished(PhotoUpload... expected) {
        assertEquals(List.of(expected), journal.photos().unfinished());
    }

    private void assertPhotos(PhotoUpload... expected) {
        assertEquals(List.of(expected), photos());
    }

    private List<PhotoUpload> photos() {
        return journal.photos().ofCar(car);
    }

    private void save(PhotoUpload... photos) {
        for (PhotoUpload photo : photos) {
            journal.photos().save(photo);
        }
    }

    /** The photo would be put uncovered otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0.1 0.2 0.3",
                "0.1 0.2 0.3 0.4;",
                "0.1 0.2 0.3 x",
                "0.1 0.2 0.3 -1",
                "0 0 1 NaN",
                "0.1 0.2 0.3 0.4 0.5",
                "[]"
            })
    void photoWithDamagedAreasIsLeftOut(String damaged) throws Exception {
        PhotoUpload photo = chosen("1.jpg")
                .cover(List.of(new CoveredArea(0, 0, 1, 1)), now())
                .list(true);
        save(photo);
        update("UPDATE photo SET covered = ?", damaged);
        assertEmpty(photos());
    }

    @Test
    void onlyPhotosThatTheSavedCarHasAreUnfinished() {
        PhotoUpload photo = chosen("1.jpg").prepared(Optional.of(FACTS));
        journal.photos().add(List.of(photo));
        assertUnfinished();
        save(car, CarDraft.EMPTY.with(IMAGES, PhotoPlaceholder.of(photo.id())));
        assertUnfinished(photo);
        journal.setMark(car, DELETED, Optional.empty());
        assertUnfinished();
        assertEquals(Set.of(photo.id()), journal.photos().withPreparedFiles());
        journal.setMark(car, NONE, Optional.empty());
        assertUnfinished(photo);
        save(photo.published(ADDRESS));
        assertUnfinished();
        assertEmpty(journal.photos().withPreparedFiles());
    }

    /** Earlier versions marked public photos that were taken out of their cars. */
    @Test
    void photoMarkedAsRemovedIsPublic() throws Exception {
        PhotoUpload published = chosen("1.jpg").prepared(Optional.of(FACTS)).published(ADDRESS);
        save(published);
        update("UPDATE photo SET state = 'removed'");
        assertPhotos(published);
        assertUnfinished();
        assertEmpty(journal.photos().withPreparedFiles());
    }

    @Test
    void carOfChosenPhotosIsFoundAfterAKill() {
        journal.photos().add(List.of(chosen("1.jpg")));
        assertEquals(List.of(car), ids(open()));
        CarDraft typed = draft("opel", "XD-99-13");
        save(car, typed);
        journal.photos().add(List.of(chosen("2.jpg")));
        assertEquals(typed, draft(journal, car));
    }

    @Test
    void restoredCarWithoutThePhotoDoesNotContinueWithIt() {
        PhotoUpload photo = chosen("1.jpg").prepared(Optional.of(FACTS)).list(false);
        save(car, draft("opel", "XD-99-13"));
        Path copy = copyOf(journal);
        tick();
        journal.photos().add(List.of(photo));
        save(car, CarDraft.EMPTY.with(IMAGES, PhotoPlaceholder.of(photo.id())));
        journal.restore(copy);
        assertUnfinished();
        assertPhotos(photo);
    }

    @Test
    void mergeNeverPutsPublicPhotoBackOnItsWay() {
        PhotoUpload photo = chosen("1.jpg").prepared(Optional.of(FACTS));
        save(photo);
        Path copy = copyOf(journal);
        tick();
        PhotoUpload published = photo.published(ADDRESS);
        save(published);
        journal.restore(copy);
        assertPhotos(published);
    }
}
