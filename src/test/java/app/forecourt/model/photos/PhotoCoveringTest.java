package app.forecourt.model.photos;

import static app.forecourt.photo.PhotoUploadStage.PREPARED;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.model.photos.PhotoCovering.Result;
import app.forecourt.model.send.SendWorkflow;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.prepare.PhotoFileError;
import app.forecourt.settings.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of covered photos of the car in the form, with a real journal and a web space in memory. */
class PhotoCoveringTest extends PhotosFixture {
    private static final List<CoveredArea> PLATE = List.of(new CoveredArea(0.25, 0.5, 0.5, 0.25));

    /** Starts with a car that has photos of two real files. */
    private void start(Profile profile) throws IOException {
        startTyping(profile);
        add(
                Files.writeString(home.resolve("1.jpg"), "first").toString(),
                Files.writeString(home.resolve("2.jpg"), "second").toString());
    }

    /** Starts on Staging without a web space, with prepared photos of two real files. */
    private void startWaiting() throws IOException {
        webSpace.setPresent(false);
        start(STAGING);
        awaitState(PREPARED);
    }

    private PhotoUpload photo(String line) {
        return appModel.photoCovering().photo(line).orElseThrow();
    }

    private PhotoUpload firstPhoto() {
        return photo(lines().getFirst());
    }

    private void awaitState(String line, PhotoUploadStage state) {
        window.until(state.name(), () -> photo(line).state() == state);
    }

    /** Covers the plate of a photo and asserts the result. */
    private void assertCover(Result expected, PhotoUpload photo) {
        List<Result> results = new ArrayList<>();
        appModel.photoCovering().cover(photo, PLATE, results::add);
        window.until("the result", () -> !results.isEmpty());
        assertEquals(List.of(expected), results);
    }

    @Test
    void coveredPhotoIsNewAndUndoBringsTheOldOneBack() throws IOException {
        startWaiting();
        List<String> before = lines();
        window.until("the release", () -> photo(before.getFirst()).released());
        PhotoUpload old = photo(before.getFirst());
        assertCover(Result.COVERED, old);
        String line = lines().getFirst();
        assertEquals(List.of(line, before.getLast()), lines());
        awaitState(line, PREPARED);
        window.until("the release", () -> photo(line).released());
        PhotoUpload covered = photo(line);
        assertEquals(PLATE, covered.covered());
        assertEquals(
                List.of(old.source(), old.car(), old.released()),
                List.of(covered.source(), covered.car(), covered.released()));
        assertEmpty(photo(before.getFirst()).covered());
        form().photos().undo();
        assertEquals(before, lines());
        assertEquals(PREPARED, photo(before.getFirst()).state());
    }

    @Test
    void photoThatBecamePublicMeanwhileIsReplaced() throws IOException {
        startWaiting();
        PhotoUpload seen = firstPhoto();
        setUpWebSpace();
        awaitAddresses();
        assertCover(Result.COVERED, seen);
        assertEquals(2, lines().size());
        assertEquals(PLATE, firstPhoto().covered());
    }

    @Test
    void coverThatCannotBeRecordedChangesNothing() throws Exception {
        startWaiting();
        awaitSaved();
        window.until(
                "the release",
                () -> lines().stream().allMatch(line -> photo(line).released()));
        List<String> before = lines();
        try (AutoCloseable _ = lockJournal()) {
            assertCover(Result.NOT_KEPT, photo(before.getFirst()));
        }
        assertEquals(before, lines());
    }

    @Test
    void photoWithoutItsFileStaysAsItWas() throws IOException {
        startWaiting();
        List<String> before = lines();
        PhotoUpload photo = photo(before.getFirst());
        Files.delete(photo.source());
        List<PhotoFileError> errors = new ArrayList<>();
        appModel.photoCovering().read(photo, jpeg -> jpeg, _ -> {}, errors::add);
        window.until("the error", () -> !errors.isEmpty());
        assertEquals(List.of(PhotoFileError.GONE), errors);
        assertCover(Result.FILE_GONE, photo);
        assertEquals(before, lines());
        assertEquals(2, photos(photo.car()).size());
        assertEquals(PREPARED, photo(before.getFirst()).state());
    }

    @Test
    void photoOfSentCarIsCoveredInCorrectionOnly() throws IOException {
        start(STAGING);
        awaitAddresses();
        assertTrue(appModel.photoCovering().isOffered());
        assertSend(SendWorkflow.Step.SENDING);
        assertFalse(appModel.photoCovering().isOffered());
        PhotoUpload photo = firstPhoto();
        assertCover(Result.LOCKED, photo);
        assertEquals(2, photos(photo.car()).size());
        correct();
        assertTrue(appModel.photoCovering().isOffered());
        assertCover(Result.COVERED, photo);
    }

    @Test
    void coveredInPracticeStaysHere() throws IOException {
        start(STAGING);
        awaitAddresses();
        int files = webSpace.files.size();
        selectProfile(PRACTICE);
        assertCover(Result.COVERED, firstPhoto());
        awaitState(lines().getFirst(), PREPARED);
        assertFalse(firstPhoto().released());
        assertEquals(files, webSpace.files.size());
        selectProfile(STAGING);
        awaitAddresses();
        assertTrue(lines().getFirst().endsWith("-covered.jpg"), lines()::toString);
    }

    @Test
    void otherCarInTheFormIsNotChanged() throws IOException {
        startWaiting();
        PhotoUpload photo = firstPhoto();
        List<Result> results = new ArrayList<>();
        appModel.photoCovering().cover(photo, PLATE, results::add);
        newCar();
        window.until("the result", () -> !results.isEmpty());
        assertEquals(List.of(Result.LOCKED), results);
        assertEmpty(lines());
    }

    @Test
    void restartKeepsTheCoveredPhotoOnly() throws IOException {
        startWaiting();
        PhotoUpload old = firstPhoto();
        assertCover(Result.COVERED, old);
        awaitSaved();
        window.until("the note", () -> photo(PhotoPlaceholder.of(old.id())).listed());
        webSpace.setPresent(true);
        restart(old.car());
        awaitLines(2);
        awaitAddresses();
        assertEquals(
                List.of("1.jpg-covered.jpg", "2.jpg.jpg"),
                lines().stream()
                        .map(line -> line.substring(line.indexOf("hash-of-") + 8))
                        .toList());
        assertEquals(2, webSpace.files.size());
    }
}
