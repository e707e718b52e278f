package app.forecourt.model.photos;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.AppModelFixture;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.PreparedPhotoFacts;
import app.forecourt.photo.prepare.PhotoRemark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of what the form says about a photo. */
class PhotoListEntryTest extends AppModelFixture {
    private static final UUID CAR = UUID.randomUUID();

    private PhotoUpload photo(PhotoUploadStage state, boolean released, boolean failed) {
        return new PhotoUpload(
                UUID.randomUUID(),
                Path.of("1.jpg"),
                List.of(),
                CAR,
                released,
                released,
                state,
                Optional.empty(),
                Optional.empty(),
                failed ? Optional.of(new PhotoUploadFailure(PhotoUploadFailure.Step.PUT, "OFFLINE")) : Optional.empty(),
                clock.instant());
    }

    private PhotoUpload known(String hash, long fingerprint, PhotoRemark... remarks) {
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), CAR, clock.instant())
                .prepared(Optional.of(
                        new PreparedPhotoFacts(hash, 4, 3, fingerprint, Set.copyOf(Arrays.asList(remarks)))));
        put(photo);
        return photo;
    }

    private void put(PhotoUpload photo) {
        appModel.photos().photos().put(photo.id(), photo);
    }

    private static String line(PhotoUpload photo) {
        return PhotoPlaceholder.of(photo.id());
    }

    private PhotoListEntry state(String line, String... lines) {
        return PhotoListEntry.of(line, List.of(lines), appModel.photos(), true);
    }

    @ParameterizedTest
    @CsvSource({
        "CHOSEN,false,false,true,false,PREPARING",
        "CHOSEN,false,true,true,false,RETRYING",
        "PREPARED,false,false,true,true,KEPT_HERE",
        "PREPARED,false,false,true,false,KEPT_HERE",
        "PREPARED,true,false,true,false,KEPT_HERE",
        "PREPARED,true,false,true,true,UPLOADING",
        "PREPARED,true,false,false,false,NO_WEB_SPACE",
        "PREPARED,false,false,false,true,UPLOADING",
        "PREPARED,true,true,false,true,RETRYING",
        "PREPARED,true,true,false,false,NO_WEB_SPACE",
        "STORED,true,false,false,true,CHECKING",
        "STORED,true,true,false,true,RETRYING",
        "PUBLIC,true,false,false,true,CHECKING",
        "FAILED,true,true,false,true,FAILED",
        "STOPPED,true,false,true,false,STOPPED"
    })
    void statusFollowsFromPhotoAndProfile(
            PhotoUploadStage state,
            boolean released,
            boolean failed,
            boolean practice,
            boolean webSpace,
            PhotoStatus status) {
        assertEquals(status, PhotoStatus.of(photo(state, released, failed), practice, webSpace));
    }

    @ParameterizedTest
    @CsvSource({
        "CHECKING,false,true",
        "RETRYING,true,true",
        "FAILED,true,false",
        "STOPPED,true,false",
        "KEPT_HERE,false,false"
    })
    void buttonsFollowFromStatus(PhotoStatus status, boolean canRetry, boolean canStop) {
        assertEquals(canRetry, status.canRetry());
        assertEquals(canStop, status.canStop());
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,WRONG_PASSWORD,FAILED,true",
        "FETCH,NOT_FOUND,FAILED,true",
        "PUT,OFFLINE,PREPARED,false",
        "PUT,UNEXPECTED,FAILED,false",
        "KEEP,UNREADABLE,FAILED,false",
        "PREPARE,HEIC,FAILED,false"
    })
    void settingsAreOfferedForARefusedPhoto(
            PhotoUploadFailure.Step step, String reason, PhotoUploadStage state, boolean needsSettings) {
        startModel();
        PhotoUpload failed = known("a1", 0).list(true).failed(new PhotoUploadFailure(step, reason), state);
        put(failed);
        String line = line(failed);
        assertEquals(needsSettings, state(line, line).needsSettings());
    }

    @Test
    void practiceAddressIsOfTheFileOnThisComputer() {
        PhotoUpload photo = known("a1", 0, PhotoRemark.DARK);
        String address = "https://localhost/photos/" + photo.path().orElseThrow();
        PhotoListEntry state = state(address, address);
        assertEquals(Optional.of(photo), state.source());
        assertEquals(PhotoStatus.ADDRESS, state.status());
        assertEquals(Set.of(PhotoRemark.DARK), state.remarks());
        assertTrue(state.needsLook());
        assertEmpty(state("https://localhost/photos/other.jpg").source());
    }

    @Test
    void photoThatLooksTheSameNamesTheEarlierOne() {
        String first = line(known("a1", 0b1111_0000));
        String second = line(known("b2", 0b1111_0111));
        String third = line(known("c3", 0b1111_1111_1111));
        String[] lines = {"https://photos.example/0.jpg", first, second, third};
        assertEquals(OptionalInt.of(1), state(second, lines).sameAs());
        assertEquals(OptionalInt.empty(), state(first, lines).sameAs());
        assertEquals(OptionalInt.empty(), state(third, lines).sameAs());
        assertFalse(state(first, lines).needsLook());
    }

    @Test
    void weakPhotosAreThoseWithARemark() {
        startModel();
        String dark = line(known("a1", 0b1111_0000, PhotoRemark.DARK));
        String alike = line(known("b2", 0b1111_0001));
        String good = line(known("c3", -1));
        String elsewhere = PhotoPlaceholder.of(UUID.randomUUID());
        form().photos().add(List.of(dark, "https://photos.example/0.jpg", alike, good, elsewhere));
        window.until(
                "the count",
                () -> appModel.photosWithRemarks().positions().get().equals(List.of(0, 2)));
        removePhoto(0);
        window.until(
                "the other count",
                () -> appModel.photosWithRemarks().positions().get().isEmpty());
    }

    @Test
    void photoLeftBehindNeedsALookAndCannotBeCovered() {
        startModel();
        PhotoUpload underWay = PhotoUpload.chosen(Path.of("1.jpg"), CAR, clock.instant())
                .list(true)
                .failed(PhotoUploadFailure.LEFT_BEHIND, PhotoUploadStage.FAILED);
        PhotoUpload published = PhotoUpload.chosen(Path.of("2.jpg"), CAR, clock.instant())
                .list(true)
                .prepared(Optional.of(known("a1", 0).prepared().orElseThrow()))
                .published("https://photos.example/f/a1.jpg");
        for (PhotoUpload photo : List.of(underWay, published)) {
            put(photo);
        }
        String line = line(underWay);
        assertEquals(PhotoStatus.LEFT_BEHIND, state(line, line).status());
        assertTrue(state(line, line).needsLook());
        assertEquals(Optional.of("1.jpg"), appModel.photos().name(line));
        assertEmpty(appModel.photoCovering().photo(line));
        String address = published.address().orElseThrow();
        assertTrue(state(address, address).source().isPresent());
        assertEmpty(appModel.photoCovering().photo(address));
    }

    @Test
    void photoOfAnotherComputerIsNamed() {
        assertEquals(
                PhotoStatus.ELSEWHERE,
                state(PhotoPlaceholder.of(UUID.randomUUID())).status());
    }
}
