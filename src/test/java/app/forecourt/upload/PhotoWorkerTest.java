package app.forecourt.upload;

import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.photo.PhotoUploadStage.CHOSEN;
import static app.forecourt.photo.PhotoUploadStage.FAILED;
import static app.forecourt.photo.PhotoUploadStage.PREPARED;
import static app.forecourt.photo.PhotoUploadStage.PUBLIC;
import static app.forecourt.photo.PhotoUploadStage.STOPPED;
import static app.forecourt.photo.PhotoUploadStage.STORED;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.photo.PhotoUpload;
import app.forecourt.photo.PhotoUploadFailure;
import app.forecourt.photo.PhotoUploadStage;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TypedCars;
import app.forecourt.upload.FakeWebSpace.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests of the worker on photos, on a real journal and a real folder. The web space is a map. The worker runs on the
 * thread of the test, so that the order of the steps is always the same.
 */
class PhotoWorkerTest extends JournalFixture {
    private static final PhotoUploadFailure OFFLINE = new PhotoUploadFailure(PhotoUploadFailure.Step.PUT, "OFFLINE");

    private static final UUID CAR = UUID.fromString("1cd57a5c-3f0e-4b5e-9a47-6d2f3d9f0c11");

    private final FakeWebSpace webSpace = new FakeWebSpace();
    private final List<PhotoUpload> progress = new ArrayList<>();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Map<Duration, Runnable> waiting = new LinkedHashMap<>();
    private Journal journal;
    private PreparedPhotoFiles files;
    private PhotoWorker worker;

    /** Begins as at the start of the program. */
    @BeforeEach
    void begin() {
        journal = open();
        files = new PreparedPhotoFiles(home.resolve("photos"));
        worker = new PhotoWorker(journal.photos(), files, webSpace, workers::add, waiting::put, progress::add);
    }

    private PhotoUpload chosen(String name) {
        return chosen(name, CAR);
    }

    private PhotoUpload chosen(String name, UUID car) {
        return PhotoUpload.chosen(Path.of(name), car, clock.instant()).list(true);
    }

    /** Adds photos to a car, saves it, and begins with them. */
    private void add(PhotoUpload... photos) {
        worker.add(List.of(photos));
        saveLines(photos);
        worker.work();
    }

    private void saveLines(PhotoUpload... photos) {
        TypedCars.save(
                journal,
                photos[0].car(),
                CarDraft.EMPTY.with(
                        IMAGES,
                        Stream.of(photos)
                                .map(PhotoUpload::id)
                                .map(PhotoPlaceholder::of)
                                .collect(joining("\n"))),
                Set.of());
    }

    /** Runs the threads that the worker has started. */
    private void work() {
        while (!workers.isEmpty()) {
            workers.poll().run();
        }
    }

    /** Adds a photo and works on it. */
    private PhotoUpload put(PhotoUpload photo) {
        add(photo);
        work();
        return photo;
    }

    private PhotoUpload put(String name) {
        return put(chosen(name));
    }

    /** Tries all failed photos again. */
    private void retryFailed() {
        worker.retryFailed();
        work();
    }

    private void retry(PhotoUpload photo) {
        worker.retry(Set.of(photo.id()));
        work();
    }

    private PhotoUpload last(PhotoUpload photo) {
        return progress.stream()
                .filter(state -> state.id().equals(photo.id()))
                .toList()
                .getLast();
    }

    private PhotoUploadStage state(PhotoUpload photo) {
        return last(photo).state();
    }

    private void assertState(PhotoUploadStage expected, PhotoUpload photo) {
        assertEquals(expected, state(photo));
    }

    private Optional<String> address(PhotoUpload photo) {
        return Optional.of(webSpace.root + photo.folder() + "/hash-of-" + photo.name() + ".jpg");
    }

    /** Runs an action once, when a file is fetched. */
    private void onFetch(Runnable action) {
        webSpace.hooks.put(Moment.FETCH, () -> {
            webSpace.hooks.clear();
            action.run();
        });
    }

    @Test
    void photoPassesEachStepAndItsFileIsDeleted() {
        PhotoUpload photo = put("1.jpg");
        assertEquals(
                List.of(CHOSEN, PREPARED, STORED, PUBLIC),
                progress.stream().map(PhotoUpload::state).toList());
        assertEquals(address(photo), last(photo).address());
        assertEquals(List.of(last(photo)), journal.photos().ofCar(CAR));
        assertFalse(Files.exists(files.file(photo.id())));
    }

    @Test
    void brokenPhotoFailsAndTheNextGoesOn() {
        var damaged = new PhotoUploadFailure(PhotoUploadFailure.Step.PREPARE, "DAMAGED");
        webSpace.failures.put("broken.jpg", new PhotoUploadException(damaged, PhotoUploadException.ONCE));
        PhotoUpload broken = chosen("broken.jpg");
        PhotoUpload next = chosen("2.jpg");
        add(broken, next);
        work();
        assertState(FAILED, broken);
        assertEquals(Optional.of(damaged), last(broken).failure());
        assertState(PUBLIC, next);
        webSpace.failures.clear();
        retryFailed();
        assertState(PUBLIC, broken);
    }

    @Test
    void photoFailsByABugAndTheNextGoesOn() {
        onFetch(() -> {
            throw new IllegalStateException("a bug");
        });
        PhotoUpload photo = chosen("1.jpg");
        add(photo, chosen("2.jpg"));
        assertThrows(IllegalStateException.class, this::work);
        work();
        assertEquals(
                Optional.of(new PhotoUploadFailure(PhotoUploadFailure.Step.PUT, PhotoUploadFailure.UNEXPECTED)),
                last(photo).failure());
        assertEquals(
                List.of(PREPARED, PUBLIC),
                journal.photos().ofCar(CAR).stream().map(PhotoUpload::state).toList());
        worker.stop(Set.of(photo.id()));
        assertEquals(STOPPED, journal.photos().ofCar(CAR).getFirst().state());
        retry(photo);
        assertState(PUBLIC, photo);
    }

    @Test
    void photoWaitsIfTheWebSpaceGoesBeforeItsStep() {
        webSpace.hooks.put(Moment.PUT, () -> webSpace.setPresent(false));
        PhotoUpload photo = put("1.jpg");
        assertState(PREPARED, photo);
        assertEmpty(last(photo).failure());
        webSpace.hooks.clear();
        webSpace.setPresent(true);
        retryFailed();
        assertState(PUBLIC, photo);
    }

    @Test
    void refusedPhotoIsTriedAgainByTheUserOnly() {
        webSpace.refuse("1.jpg");
        PhotoUpload photo = put("1.jpg");
        assertState(FAILED, photo);
        webSpace.failures.clear();
        worker.work();
        work();
        assertState(FAILED, photo);
        retry(photo);
        assertState(PUBLIC, photo);
    }

    @Test
    void unreachableWebSpaceIsTriedAgainAfterPause() {
        webSpace.failures.put("1.jpg", new PhotoUploadException(OFFLINE, PhotoUploadException.ALWAYS));
        PhotoUpload photo = put("1.jpg");
        assertEquals(Optional.of(OFFLINE), last(photo).failure());
        assertState(PREPARED, photo);
        worker.work();
        work();
        for (int tries = 2; tries <= 8; tries++) {
            endPauses();
        }
        assertEquals(
                List.of(5, 10, 20, 40, 80, 160, 320),
                waiting.keySet().stream().map(pause -> (int) pause.toSeconds()).toList());
        webSpace.failures.clear();
        endPauses();
        assertState(PUBLIC, photo);
    }

    @Test
    void waitingPhotoIsTriedAgainAtOnceOnRequest() {
        webSpace.failures.put("1.jpg", new PhotoUploadException(OFFLINE, PhotoUploadException.ALWAYS));
        PhotoUpload photo = put("1.jpg");
        webSpace.failures.clear();
        retryFailed();
        assertState(PUBLIC, photo);
    }

    /** Ends the pauses of all photos. */
    private void endPauses() {
        List.copyOf(waiting.values()).forEach(Runnable::run);
        work();
    }

    @Test
    void stoppedPhotoStaysUntilTheUserGoesOn() {
        PhotoUpload photo = chosen("1.jpg");
        add(photo);
        worker.stop(Set.of(photo.id()));
        work();
        assertState(STOPPED, photo);
        assertEmpty(webSpace.files);
        retry(photo);
        assertState(PUBLIC, photo);
    }

    @Test
    void silentWebSpaceHoldsUpNoPreparing() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        onFetch(() -> {
            asked.countDown();
            LongWait.untilOpen(answer);
        });
        PhotoUpload silent = chosen("1.jpg");
        add(silent);
        Runnable prepare = workers.poll();
        Thread first = Thread.ofVirtual().unstarted(workers.poll());
        prepare.run();
        workers.clear();
        first.start();
        LongWait.untilOpen(asked);
        PhotoUpload second = chosen("2.jpg");
        PhotoUpload third = chosen("3.jpg");
        worker.add(List.of(second, third));
        saveLines(silent, second, third);
        worker.work();
        workers.poll().run();
        assertEquals(List.of(PREPARED, PREPARED), List.of(state(second), state(third)));
        answer.countDown();
        first.join();
        assertEquals(3, webSpace.files.size());
    }

    @Test
    void deletedPreparedFileIsPreparedAgain() {
        webSpace.setPresent(false);
        PhotoUpload photo = put("1.jpg");
        assertState(PREPARED, photo);
        files.delete(photo.id());
        webSpace.setPresent(true);
        retryFailed();
        endPauses();
        assertState(PUBLIC, photo);
        assertEquals(1, webSpace.files.size());
    }

    @Test
    void startSweepsFilesWithoutUse() throws IOException {
        UUID left = UUID.randomUUID();
        files.write(left, new byte[] {1});
        webSpace.setPresent(false);
        PhotoUpload ofPractice = PhotoUpload.chosen(Path.of("1.jpg"), CAR, clock.instant());
        PhotoUpload listed = chosen("2.jpg");
        PhotoUpload takenOut = chosen("3.jpg");
        add(ofPractice, listed, takenOut);
        work();
        worker.stop(Set.of(listed.id()));
        saveLines(ofPractice, listed);
        begin();
        worker.start();
        assertEquals(
                List.of(true, true, false, false),
                Stream.of(ofPractice.id(), listed.id(), takenOut.id(), left)
                        .map(id -> Files.exists(files.file(id)))
                        .toList());
    }

    @Test
    void startContinuesOnlyWithPhotosThatTheSavedCarHas() {
        webSpace.setPresent(false);
        PhotoUpload listed = chosen("1.jpg");
        PhotoUpload other = chosen("2.jpg");
        add(listed, other);
        work();
        saveLines(listed);
        webSpace.setPresent(true);
        begin();
        worker.start();
        work();
        assertState(PUBLIC, listed);
        assertState(PREPARED, other);
        assertEquals(1, webSpace.files.size());
        saveLines(other);
        worker.work();
        work();
        endPauses();
        assertState(PUBLIC, other);
    }

    @Test
    void pictureIsPutOnceForTwoCarsAndAgainAtAnotherWebSpace() {
        PhotoUpload first = put("1.jpg");
        PhotoUpload second = put(chosen("1.jpg", UUID.randomUUID()));
        assertEquals(last(first).address(), last(second).address());
        assertEquals(1, webSpace.puts.get());
        webSpace.files.clear();
        put(chosen("1.jpg", UUID.randomUUID()));
        assertEquals(2, webSpace.puts.get(), "the dealer has deleted the file");
        webSpace.root = "https://photos.example/other/";
        PhotoUpload third = put(chosen("1.jpg", UUID.randomUUID()));
        assertEquals(address(third), last(third).address());
        assertEquals(3, webSpace.puts.get());
    }

    @Test
    void photosOfTheCarInTheFormComeFirst() {
        PhotoUpload earlier = chosen("1.jpg");
        PhotoUpload needed = chosen("2.jpg", UUID.randomUUID());
        for (PhotoUpload photo : List.of(earlier, needed)) {
            worker.add(List.of(photo));
            saveLines(photo);
        }
        worker.prefer(needed.car());
        worker.work();
        work();
        assertEquals(
                List.of("2.jpg", "1.jpg"),
                progress.stream()
                        .filter(photo -> photo.state() == PUBLIC)
                        .map(PhotoUpload::name)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void photoStoppedDuringOrAfterTheLastStepKeepsItsAddress(boolean isDuring) {
        PhotoUpload photo = chosen("1.jpg");
        Runnable stop = () -> worker.stop(Set.of(photo.id()));
        if (isDuring) {
            onFetch(stop);
        }
        put(photo);
        assertState(PUBLIC, photo);
        stop.run();
        PhotoUpload saved = journal.photos().ofCar(CAR).getFirst();
        assertEquals(PUBLIC, saved.state());
        assertTrue(saved.address().isPresent());
    }

    /** The program ends while a worker is in the middle of a step. */
    @Test
    void stepThatOutlivesTheJournalIsRepeatedAtTheNextStart() {
        onFetch(() -> {
            worker.close();
            journal.close();
        });
        PhotoUpload photo = put("1.jpg");
        begin();
        worker.start();
        work();
        assertState(PUBLIC, photo);
        assertEquals(1, webSpace.files.size());
    }
}
