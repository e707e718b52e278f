package app.forecourt.upload;

import static app.forecourt.photo.upload.UploadState.PREPARED;
import static app.forecourt.photo.upload.UploadState.PUBLIC;
import static app.forecourt.photo.upload.UploadState.REMOVED;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.FailureCause;
import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoReference;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadState;
import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import app.forecourt.stock.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of the cleanup of unused photos, on a real journal and a real folder. Each photo was public in a car that was
 * never sent, and was taken out of it.
 */
class PhotoCleanupTest extends JournalFixture {
    private final FakeWebSpace webSpace = new FakeWebSpace();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final UUID car = UUID.randomUUID();
    private Journal journal;
    private PreparedFiles files;
    private PhotoQueue queue;
    private PhotoCleanup cleanup;

    @BeforeEach
    void start() {
        webSpace.setDeletes(true);
        files = new PreparedFiles(home.resolve("photos"));
        restart();
    }

    private void restart() {
        journal = open();
        workers.clear();
        queue = new PhotoQueue(journal.photos(), files, webSpace, workers::add, System::nanoTime, _ -> {});
        cleanup = new PhotoCleanup(journal.photos(), files, webSpace, queue);
    }

    private void work() {
        while (!workers.isEmpty()) {
            workers.poll().run();
        }
    }

    private void cleanUp() {
        cleanup.run(() -> true, _ -> false);
    }

    private PhotoUpload add(String name) {
        PhotoUpload photo = PhotoUpload.chosen(Path.of(name), car, true, clock.instant());
        queue.add(List.of(photo));
        return photo;
    }

    private Optional<PhotoUpload> find(PhotoUpload photo) {
        return journal.photos().ofCar(photo.car()).stream()
                .filter(known -> known.id().equals(photo.id()))
                .findFirst();
    }

    private void saveLines(UUID ofCar, String... lines) {
        journal.save(ofCar, draft("audi", "XD-99-14").with(CarField.IMAGES, String.join("\n", lines)), Set.of());
    }

    /** Returns a photo that was public in the car, and was taken out. */
    private PhotoUpload takenOut(String name) {
        PhotoUpload photo = add(name);
        work();
        journal.photos().setRemoved(List.of(photo.id()), true);
        saveLines(car);
        PhotoUpload removed = find(photo).orElseThrow();
        assertEquals(REMOVED, removed.state());
        return removed;
    }

    private boolean isOnWebSpace(PhotoUpload photo) {
        return webSpace.files.containsKey(photo.path().orElseThrow());
    }

    private void assertKept(PhotoUpload photo) {
        cleanUp();
        assertTrue(isOnWebSpace(photo));
        assertTrue(find(photo).isPresent());
    }

    private void assertDeleted(PhotoUpload photo) {
        cleanUp();
        assertFalse(isOnWebSpace(photo));
        assertEmpty(find(photo));
    }

    /** Sends the car with a payload. */
    private Submission send(UUID sent, Profile profile, String payload, SendOutcome outcome, UUID... seen) {
        tick();
        return complete(journal, submission(sent, profile, payload), outcome, seen);
    }

    @Test
    void photoTakenOutIsDeletedThereAndForgotten() {
        PhotoUpload photo = takenOut("1.jpg");
        PhotoUpload other = add("2.jpg");
        work();
        saveLines(car, find(other).orElseThrow().address().orElseThrow());
        assertDeleted(photo);
        assertTrue(isOnWebSpace(find(other).orElseThrow()));
    }

    @Test
    void photoOfFormStays() {
        PhotoUpload photo = takenOut("1.jpg");
        cleanup.run(() -> true, candidate -> candidate.id().equals(photo.id()));
        assertTrue(isOnWebSpace(photo));
        assertDeleted(photo);
    }

    @Test
    void carsAreSavedBeforeTheDecision() {
        PhotoUpload photo = takenOut("1.jpg");
        cleanup.run(() -> false, _ -> false);
        assertTrue(isOnWebSpace(photo));
        cleanup.run(
                () -> {
                    saveLines(car, photo.address().orElseThrow());
                    return true;
                },
                _ -> false);
        assertTrue(isOnWebSpace(photo));
    }

    @Test
    void withoutConsentPublicPhotoStays() {
        webSpace.setDeletes(false);
        PhotoUpload photo = takenOut("1.jpg");
        assertKept(photo);
        webSpace.setDeletes(true);
        assertDeleted(photo);
    }

    static Stream<SendOutcome> outcomesThatMayHaveArrived() {
        return Stream.of(ACCEPTED, UNKNOWN);
    }

    @ParameterizedTest
    @MethodSource("outcomesThatMayHaveArrived")
    void photoOfSentCarStays(SendOutcome outcome) {
        PhotoUpload photo = takenOut("1.jpg");
        send(car, PRODUCTION, "{}", outcome);
        assertKept(photo);
    }

    @ParameterizedTest
    @EnumSource(
            value = Profile.class,
            names = {"STAGING", "PRODUCTION"})
    void photoOfCarThatWaitsStays(Profile profile) {
        PhotoUpload photo = takenOut("1.jpg");
        enqueue(journal, submission(car, profile, "{}"));
        assertKept(photo);
    }

    @Test
    void refusedCorrectionOfSentCarKeepsItsPhotos() {
        PhotoUpload photo = takenOut("1.jpg");
        Submission first = send(car, STAGING, "{}", ACCEPTED);
        send(car, STAGING, "{}", new SendOutcome.NotSent(FailureCause.STOPPED), first.id());
        assertKept(photo);
    }

    @Test
    void photoOfRefusedCarIsDeleted() {
        PhotoUpload photo = takenOut("1.jpg");
        send(
                car,
                STAGING,
                "{\"images\":[\"" + photo.address().orElseThrow() + "\"]}",
                new SendOutcome.NotSent(FailureCause.STOPPED));
        assertDeleted(photo);
    }

    /** A correction that is discarded returns to the version that Practice accepted. */
    @Test
    void photoInSubmissionToPracticeStays() {
        PhotoUpload photo = takenOut("1.jpg");
        send(
                car,
                PRACTICE,
                "{\"images\":[\"https://localhost/photos/" + photo.path().orElseThrow() + "\"]}",
                ACCEPTED);
        assertKept(photo);
    }

    @Test
    void photoTakenOutBeforePracticeIsDeleted() {
        PhotoUpload photo = takenOut("1.jpg");
        send(car, PRACTICE, "{}", ACCEPTED);
        assertDeleted(photo);
    }

    @Test
    void photoInDraftOfOtherCarStays() {
        PhotoUpload photo = takenOut("1.jpg");
        UUID other = UUID.randomUUID();
        saveLines(other, photo.address().orElseThrow());
        assertKept(photo);
        saveLines(other, "https://photos.example/0.jpg");
        assertDeleted(photo);
    }

    @Test
    void photoInRefusedSubmissionOfOtherCarStays() {
        PhotoUpload photo = takenOut("1.jpg");
        UUID other = saveCar(journal, draft("opel", "XD-99-15"));
        send(
                other,
                STAGING,
                "{\"images\":[\"" + photo.address().orElseThrow() + "\"]}",
                new SendOutcome.NotSent(FailureCause.STOPPED));
        assertKept(photo);
    }

    @Test
    void photoInTemplateStays() {
        PhotoUpload photo = takenOut("1.jpg");
        Template template = new Template(
                UUID.randomUUID(),
                "vans",
                CarDraft.of(Map.of(CarField.IMAGES, photo.address().orElseThrow()), List.of()));
        journal.saveTemplate(template);
        assertKept(photo);
        journal.deleteTemplate(template.id());
        assertDeleted(photo);
    }

    @Test
    void placeThatAnotherPhotoNeedsStays() {
        PhotoUpload photo = takenOut("1.jpg");
        webSpace.setPresent(false);
        PhotoUpload again = add("1.jpg");
        work();
        saveLines(car, PhotoReference.of(again.id()));
        webSpace.setPresent(true);
        cleanUp();
        assertTrue(isOnWebSpace(photo));
        assertEmpty(find(photo));
        queue.retryWaiting();
        work();
        assertEquals(PUBLIC, find(again).orElseThrow().state());
    }

    @Test
    void samePictureTakenOutTwiceIsDeletedOnce() {
        PhotoUpload photo = takenOut("1.jpg");
        PhotoUpload again = takenOut("1.jpg");
        assertDeleted(photo);
        assertEmpty(find(again));
    }

    @Test
    void nothingIsPutWhereAPhotoIsBeingDeleted() {
        PhotoUpload photo = takenOut("1.jpg");
        webSpace.afterDeletion = () -> {
            PhotoUpload again = add("1.jpg");
            work();
            assertEquals(PREPARED, find(again).orElseThrow().state());
            assertFalse(isOnWebSpace(photo));
        };
        cleanUp();
        work();
        assertTrue(isOnWebSpace(photo));
        assertEquals(
                List.of(PUBLIC),
                journal.photos().ofCar(car).stream().map(PhotoUpload::state).toList());
    }

    @Test
    void photoPutBackDuringTheCleanupStays() {
        takenOut("1.jpg");
        PhotoUpload putBack = takenOut("2.jpg");
        webSpace.afterDeletion = () -> journal.photos().setRemoved(List.of(putBack.id()), false);
        cleanUp();
        assertEquals(
                List.of(putBack.id()),
                journal.photos().ofCar(car).stream().map(PhotoUpload::id).toList());
        assertTrue(isOnWebSpace(putBack));
    }

    @Test
    void unreachableWebSpaceIsTriedAgainAtTheNextStart() {
        PhotoUpload photo = takenOut("1.jpg");
        webSpace.setReachable(false);
        assertKept(photo);
        webSpace.setReachable(true);
        restart();
        assertDeleted(photo);
    }

    @Test
    void killBetweenDeletionAndRecordIsRepeated() {
        PhotoUpload photo = takenOut("1.jpg");
        webSpace.afterDeletion = () -> {
            throw new IllegalStateException("killed");
        };
        assertThrows(IllegalStateException.class, this::cleanUp);
        assertFalse(isOnWebSpace(photo));
        assertTrue(find(photo).isPresent());
        webSpace.afterDeletion = () -> {};
        restart();
        assertDeleted(photo);
    }

    @Test
    void stoppedPhotoLosesFileAndRecordWithoutConsent() {
        webSpace.setDeletes(false);
        webSpace.setPresent(false);
        PhotoUpload photo = add("1.jpg");
        work();
        queue.stop(List.of(photo.id()));
        saveLines(car, PhotoReference.of(photo.id()));
        cleanUp();
        assertTrue(find(photo).isPresent());
        assertTrue(Files.exists(files.file(photo.id())));
        saveLines(car);
        cleanUp();
        assertEmpty(find(photo));
        assertFalse(Files.exists(files.file(photo.id())));
    }

    @Test
    void photoStoppedWhileItWasPutIsDeletedThere() {
        PhotoUpload photo = add("1.jpg");
        webSpace.afterPut = () -> {
            queue.stop(List.of(photo.id()));
            saveLines(car);
            cleanUp();
            // The worker has the photo.
            assertEquals(UploadState.STOPPED, find(photo).orElseThrow().state());
        };
        work();
        assertDeleted(find(photo).orElseThrow());
    }

    @Test
    void deletedCarKeepsItsPhotosUntilItIsPurged() {
        webSpace.setPresent(false);
        PhotoUpload stopped = add("1.jpg");
        PhotoUpload waiting = add("2.jpg");
        work();
        queue.stop(List.of(stopped.id()));
        saveLines(car, PhotoReference.of(stopped.id()), PhotoReference.of(waiting.id()));
        journal.setMark(car, StockMark.DELETED, Optional.of(clock.instant()));
        restart();
        queue.start();
        assertEquals(0, workers.size());
        cleanUp();
        assertTrue(Files.exists(files.file(stopped.id())));
        assertTrue(Files.exists(files.file(waiting.id())));
        clock.advance(Duration.ofDays(31));
        journal.backUp();
        assertEmpty(journal.car(car));
        cleanUp();
        assertEmpty(journal.photos().ofCar(car));
        assertFalse(Files.exists(files.file(waiting.id())));
    }

    @Test
    void publicPhotoOfPurgedCarIsDeletedThere() {
        PhotoUpload photo = add("1.jpg");
        work();
        PhotoUpload published = find(photo).orElseThrow();
        saveLines(car, published.address().orElseThrow());
        journal.setMark(car, StockMark.DELETED, Optional.of(clock.instant()));
        assertKept(published);
        clock.advance(Duration.ofDays(31));
        journal.backUp();
        assertDeleted(published);
    }

    /** A car may be lost with a damaged file, and come back with a backup. */
    @Test
    void publicPhotoThatNobodyTookOutStays() {
        PhotoUpload photo = add("1.jpg");
        work();
        assertKept(find(photo).orElseThrow());
    }
}
