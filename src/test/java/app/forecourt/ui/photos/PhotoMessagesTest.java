package app.forecourt.ui.photos;

import static app.forecourt.testing.TextAssertions.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.form.PhotoList;
import app.forecourt.model.photos.FormPhotoLines;
import app.forecourt.model.photos.PhotoListEntry;
import app.forecourt.model.photos.PhotoStatus;
import app.forecourt.photo.PhotoError;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PhotoUploadFailure.Step;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.prepare.PhotoFileError;
import app.forecourt.photo.prepare.PhotoRemark;
import app.forecourt.photo.store.PublicCheck;
import app.forecourt.photo.store.StoreFault;
import app.forecourt.ui.photos.PhotoPictureState.Failed;
import app.forecourt.ui.photos.PhotoPictureState.Fetching;
import app.forecourt.ui.photos.PhotoPictureState.NotRequested;
import app.forecourt.ui.photos.PhotoPreviews.PauseReason;
import app.forecourt.ui.words.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of the photo list. */
class PhotoMessagesTest {
    private static final String FRONT = "https://photos.example/golf/front%20left.jpg?w=400";

    private static final String LINE = PhotoPlaceholder.of(UUID.randomUUID());
    private static final PhotoUpload HEIC = PhotoUpload.chosen(Path.of("IMG_1.heic"), UUID.randomUUID(), Instant.EPOCH)
            .failed(PhotoUploadFailure.of(Step.PREPARE, PhotoFileError.HEIC), PhotoUploadStage.FAILED);

    private final PhotoMessages telling = new PhotoMessages(new Messages(Locale.UK, Clock.systemUTC()));

    /** Returns the state of a photo without remarks. */
    static PhotoListEntry state(PhotoStatus status, PhotoUpload photo) {
        return new PhotoListEntry(status, Optional.of(photo), Set.of(), OptionalInt.empty());
    }

    @ParameterizedTest
    @EnumSource(PauseReason.class)
    void everyPauseReasonHasMessage(PauseReason why) {
        assertEquals(why == PauseReason.NONE, telling.pauseReason(why).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        FRONT + ",front left.jpg",
        "https://a.nl,https://a.nl",
        "https://a.nl/,https://a.nl/",
        "www.a.nl/1.jpg,www.a.nl/1.jpg",
        "https://a.nl/a b.jpg,https://a.nl/a b.jpg",
        "https://my_host.nl/1.jpg,https://my_host.nl/1.jpg",
        "mailto:a@b.nl,mailto:a@b.nl",
        "x,x"
    })
    void nameIsLastPartOfAddress(String address, String name) {
        assertEquals(name, telling.name(address));
    }

    static Stream<PhotoUploadFailure> failures() {
        return Stream.of(
                        Stream.of(PhotoFileError.values()).map(error -> PhotoUploadFailure.of(Step.PREPARE, error)),
                        Stream.of(StoreFault.values()).map(fault -> PhotoUploadFailure.of(Step.PUT, fault)),
                        Stream.of(PublicCheck.Fault.values()).map(fault -> PhotoUploadFailure.of(Step.FETCH, fault)),
                        Stream.of(PhotoUploadFailure.LEFT_BEHIND),
                        Stream.of("UNREADABLE", "UNWRITABLE").map(reason -> new PhotoUploadFailure(Step.KEEP, reason)),
                        Stream.of(Step.values())
                                .map(step -> new PhotoUploadFailure(step, PhotoUploadFailure.UNEXPECTED)))
                .flatMap(failure -> failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyUploadFailureHasItsOwnMessage(PhotoUploadFailure failure) {
        String sentence = telling.failure(failure);
        assertFalse(sentence.isBlank() || sentence.contains("(") || sentence.contains("{"), sentence);
    }

    @Test
    void unknownFailureNamesItsStep() {
        assertEquals(
                "The web space refused it (STRANGE)", telling.failure(new PhotoUploadFailure(Step.PUT, "STRANGE")));
    }

    @ParameterizedTest
    @EnumSource(value = PhotoStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ADDRESS")
    void everyStatusHasMessage(PhotoStatus status) {
        PhotoListEntry state = state(status, HEIC);
        assertFalse(telling.shortState(LINE, state, new NotRequested()).isBlank());
        assertFalse(telling.fullState(LINE, state, new NotRequested()).isBlank());
    }

    @Test
    void heicSaysHowToTakeJpeg() {
        PhotoListEntry state = state(PhotoStatus.FAILED, HEIC);
        assertEquals("IMG_1.heic", telling.name(LINE, state));
        assertContains("Most Compatible", telling.fullState(LINE, state, new NotRequested()));
    }

    @Test
    void photoLeftBehindSaysWhatToDo() {
        PhotoListEntry state =
                state(PhotoStatus.LEFT_BEHIND, HEIC.failed(PhotoUploadFailure.LEFT_BEHIND, PhotoUploadStage.FAILED));
        assertEquals(
                "The file is not on this computer: remove this photo, and add its file from this computer",
                telling.fullState(LINE, state, new NotRequested()));
        assertEquals("The file is not on this computer", telling.shortState(LINE, state, new NotRequested()));
    }

    @Test
    void remarksAreInWords() {
        PhotoListEntry state = new PhotoListEntry(
                PhotoStatus.KEPT_HERE,
                Optional.empty(),
                Set.of(PhotoRemark.TOO_SMALL, PhotoRemark.DARK),
                OptionalInt.of(2));
        assertEquals("Looks like photo 3, Small, Dark", telling.shortState(LINE, state, new NotRequested()));
        assertEquals(
                "Kept here (Practice)  ·  Looks like photo 3  ·  "
                        + "Small: adverts show it blurred. Take it with a larger size  ·  Dark. Take it in daylight",
                telling.fullState(LINE, state, new NotRequested()));
    }

    @Test
    void detailNamesHost() {
        assertEquals("photos.example", telling.detail(FRONT, new NotRequested()));
        assertEquals("photos.example  ·  fetching…", telling.detail(FRONT, new Fetching()));
        assertEquals(
                "my_host.nl can't be found: is it mistyped, or is there no network? Enter tries again",
                telling.detail("https://my_host.nl/1.jpg", new Failed(PhotoError.NO_HOST, 0)));
        assertEquals(
                "photos.example refused to send it (503)", telling.detail(FRONT, new Failed(PhotoError.REFUSED, 503)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.nl/1.jpg,NOT_HTTPS,'Does not begin with https://'",
        FRONT + ",NOT_HTTPS,'Redirects to an address that doesn''t begin with https://'",
        "mailto:a@b.nl,NOT_AN_ADDRESS,Not a web address",
        FRONT + ",NOT_AN_ADDRESS,Redirects to no web address"
    })
    void redirectIsNamedOnlyAfterFetch(String address, PhotoError error, String sentence) {
        assertEquals(sentence, telling.detail(address, new Failed(error, 0)));
    }

    @Test
    void messagesContainNumbers() {
        assertEquals("", telling.count(0, true));
        assertEquals("One photo  ·  10 are good, 25 are best", telling.count(1, true));
        assertEquals("12 photos  ·  10 are good, 25 are best", telling.count(12, true));
        assertEquals("12 photos", telling.count(12, false));
        assertEquals("One can't be shown", telling.counted("photo.broken", 1));
        assertEquals(
                "270 files left out: a car has at most 30 photos",
                telling.lost(new FormPhotoLines.Lost(FormPhotoLines.Reason.LEFT_OUT, 270)));
        assertEquals("3 added: 2 were already there", telling.added(new PhotoList.Addition(3, 2)));
        assertEquals("No https address and no file found", telling.added(new PhotoList.Addition(0, 0)));
        assertEquals("", telling.added(new PhotoList.Addition(3, 0)));
        assertEquals("Photo 1 of 3, Main photo, a.jpg, a.nl", telling.accessibleText(1, 3, "a.jpg", "a.nl"));
        assertEquals("Photo 2 of 3, a.jpg, a.nl", telling.accessibleText(2, 3, "a.jpg", "a.nl"));
    }
}
