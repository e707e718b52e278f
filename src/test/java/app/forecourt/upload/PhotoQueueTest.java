package app.forecourt.upload;

import static app.forecourt.photo.upload.UploadState.CHOSEN;
import static app.forecourt.photo.upload.UploadState.FAILED;
import static app.forecourt.photo.upload.UploadState.PREPARED;
import static app.forecourt.photo.upload.UploadState.PUBLIC;
import static app.forecourt.photo.upload.UploadState.STOPPED;
import static app.forecourt.photo.upload.UploadState.STORED;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.PhotoReference;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.PreparedFacts;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests of the queue of photos, on a real journal and a real folder. The web space is a map. The worker runs on the
 * thread of the test, so that the order of the steps is always the same.
 */
class PhotoQueueTest extends JournalFixture {
    private static final long SEED = Long.getLong("forecourt.photos.seed", 20_261_128);
    private static final int KILLS = Integer.getInteger("forecourt.photos.kills", Cases.times(15, 200));
    private static final UploadFailure OFFLINE = new UploadFailure(UploadFailure.Step.PUT, "OFFLINE");

    private static final UUID CAR = UUID.fromString("1cd57a5c-3f0e-4b5e-9a47-6d2f3d9f0c11");

    private final Map<String, byte[]> webSpace = new LinkedHashMap<>();
    private final List<PhotoUpload> progress = new ArrayList<>();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Map<String, StepResult<String>> putResults = new ConcurrentHashMap<>();
    private boolean hasWebSpace = true;
    private boolean stepsClosed;
    private Runnable stopInFetch = () -> {};
    private PhotoQueue running;
    private long now;
    /** Nanoseconds by which each look at the clock advances it. */
    private long step;
    /** Steps until the program is killed; negative for never. */
    private int stepsLeft = -1;

    private boolean isKilled;

    /** The program ends at this moment. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final class Steps implements UploadSteps {
        @Override
        public StepResult<PreparedFile> prepare(PhotoUpload photo) {
            moment();
            byte[] jpeg = ("jpeg of " + photo.name()).getBytes(UTF_8);
            moment();
            return photo.name().startsWith("broken")
                    ? new StepResult.Failed<>(new UploadFailure(UploadFailure.Step.PREPARE, "DAMAGED"), false)
                    : new StepResult.Done<>(
                            new PreparedFile(jpeg, new PreparedFacts("hash-of-" + photo.name(), 4, 3, 0, Set.of())));
        }

        @Override
        public boolean hasWebSpace() {
            return hasWebSpace;
        }

        @Override
        public StepResult<String> put(PhotoUpload photo, byte[] jpeg) {
            moment();
            StepResult<String> result = putResults.getOrDefault(
                    photo.name(), new StepResult.Done<>(photo.path().orElseThrow()));
            // The user has chosen none meanwhile.
            hasWebSpace &= !(result instanceof StepResult.NotTaken<String>);
            if (result instanceof StepResult.Done<String>(String path)) {
                webSpace.put(path, jpeg);
            }
            moment();
            return result;
        }

        @Override
        public StepResult<String> fetch(PhotoUpload photo, byte[] jpeg) {
            moment();
            stopInFetch.run();
            String path = photo.path().orElseThrow();
            assertArrayEquals(jpeg, webSpace.get(path));
            return new StepResult.Done<>(address(path));
        }

        @Override
        public void close() {
            stepsClosed = true;
        }

        private void moment() {
            if (stepsLeft-- == 0) {
                isKilled = true;
                running.close();
                throw new Killed();
            }
        }
    }

    private static String address(String path) {
        return "https://photos.example/" + path;
    }

    private PreparedFiles files() {
        return new PreparedFiles(home.resolve("photos"));
    }

    private PhotoQueue queue(Journal journal) {
        running =
                new PhotoQueue(journal.photos(), files(), new Steps(), workers::add, () -> now += step, progress::add);
        return running;
    }

    private PhotoUpload chosen(String name) {
        return PhotoUpload.chosen(Path.of(name), CAR, true, clock.instant());
    }

    private static void saveLines(Journal journal, List<PhotoUpload> photos) {
        journal.save(
                CAR,
                CarDraft.EMPTY.with(
                        CarField.IMAGES,
                        photos.stream()
                                .map(PhotoUpload::id)
                                .map(PhotoReference::of)
                                .collect(joining("\n"))),
                Set.of());
    }

    /** Runs the workers that the queue has started. Nothing is saved after a kill. */
    private void work() {
        while (!workers.isEmpty()) {
            workers.poll().run();
            if (isKilled) {
                isKilled = false;
                throw new Killed();
            }
        }
    }

    private PhotoUpload last(PhotoUpload photo) {
        return progress.stream()
                .filter(state -> state.id().equals(photo.id()))
                .toList()
                .getLast();
    }

    @Test
    void photoPassesEachStepAndItsFileIsDeleted() {
        Journal journal = open();
        PhotoUpload photo = chosen("1.jpg");
        queue(journal).add(List.of(photo));
        work();
        assertEquals(
                List.of(CHOSEN, PREPARED, STORED, PUBLIC),
                progress.stream().map(PhotoUpload::state).toList());
        assertEquals(
                address(photo.folder() + "/hash-of-1.jpg.jpg"),
                last(photo).address().orElseThrow());
        assertEquals(List.of(last(photo)), journal.photos().ofCar(CAR));
        assertFalse(Files.exists(files().file(photo.id())));
    }

    @Test
    void photoOfPracticeIsPreparedAndStays() throws IOException {
        Journal journal = open();
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), CAR, false, clock.instant());
        PhotoQueue queue = queue(journal);
        queue.add(List.of(photo));
        work();
        assertEquals(PREPARED, last(photo).state());
        assertEquals("jpeg of 1.jpg", new String(files().read(photo.id()), UTF_8));
        queue.release(Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void photoWaitsForWebSpace() {
        hasWebSpace = false;
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(open());
        queue.add(List.of(photo));
        work();
        assertEquals(PREPARED, last(photo).state());
        hasWebSpace = true;
        queue.retryWaiting();
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void brokenPhotoFailsAndTheNextGoesOn() {
        PhotoUpload broken = chosen("broken.jpg");
        PhotoUpload next = chosen("2.jpg");
        queue(open()).add(List.of(broken, next));
        work();
        assertEquals(FAILED, last(broken).state());
        assertEquals("DAMAGED", last(broken).failure().orElseThrow().reason());
        assertEquals(PUBLIC, last(next).state());
    }

    @Test
    void photoFailsByABugAndTheNextGoesOn() {
        Journal journal = open();
        PhotoUpload photo = chosen("1.jpg");
        PhotoUpload next = chosen("2.jpg");
        PhotoQueue queue = queue(journal);
        stopInFetch = () -> {
            stopInFetch = () -> {};
            throw new IllegalStateException("a bug");
        };
        queue.add(List.of(photo, next));
        assertThrows(IllegalStateException.class, this::work);
        work();
        assertEquals(
                new UploadFailure(UploadFailure.Step.FETCH, UploadFailure.UNEXPECTED),
                last(photo).failure().orElseThrow());
        assertEquals(
                List.of(FAILED, PUBLIC),
                journal.photos().ofCar(CAR).stream().map(PhotoUpload::state).toList());
        queue.stop(Set.of(photo.id()));
        assertEquals(STOPPED, journal.photos().ofCar(CAR).getFirst().state());
        queue.retry(Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void photoWaitsIfTheWebSpaceGoesBeforeItsStep() {
        putResults.put("1.jpg", new StepResult.NotTaken<>());
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(open());
        queue.add(List.of(photo));
        work();
        assertEquals(PREPARED, last(photo).state());
        assertEquals(0, last(photo).tries());
        putResults.clear();
        hasWebSpace = true;
        queue.retryWaiting();
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void refusedPhotoIsTriedAgainByTheUserOnly() {
        putResults.put("1.jpg", new StepResult.Failed<>(OFFLINE, false));
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(open());
        queue.add(List.of(photo));
        work();
        assertEquals(FAILED, last(photo).state());
        putResults.clear();
        queue.retryWaiting();
        work();
        assertEquals(FAILED, last(photo).state());
        queue.retry(Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void unreachableWebSpaceIsTriedAgainAfterPause() throws Exception {
        putResults.put("1.jpg", new StepResult.Failed<>(OFFLINE, true));
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(open());
        queue.add(List.of(photo));
        Thread worker = Thread.ofVirtual().start(workers.poll());
        // The worker waits for the pause to end, as long as the clock does not advance.
        while (worker.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(OFFLINE, last(photo).failure().orElseThrow());
        assertEquals(PREPARED, last(photo).state());
        putResults.clear();
        now = Long.MAX_VALUE / 2;
        queue.retry(Set.of());
        worker.join();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void stoppedPhotoStaysUntilTheUserGoesOn() {
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(open());
        queue.add(List.of(photo));
        queue.stop(Set.of(photo.id()));
        work();
        assertEquals(STOPPED, last(photo).state());
        assertEmpty(webSpace);
        queue.retry(Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void silentWebSpaceHoldsUpNoPreparing() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        stopInFetch = () -> {
            stopInFetch = () -> {};
            asked.countDown();
            LongWait.untilOpen(answer);
        };
        queue(open())
                .add(IntStream.rangeClosed(1, 4)
                        .mapToObj(number -> chosen(number + ".jpg"))
                        .toList());
        Thread first = Thread.ofVirtual().start(workers.poll());
        LongWait.untilOpen(asked);
        progress.clear();
        workers.poll().run();
        assertEquals(
                List.of("2.jpg PREPARED", "3.jpg PREPARED", "4.jpg PREPARED", "2.jpg STORED"),
                progress.stream()
                        .limit(4)
                        .map(photo -> photo.name() + " " + photo.state())
                        .toList());
        answer.countDown();
        first.join();
        assertEquals(4, webSpace.size());
    }

    @Test
    void deletedPreparedFileIsPreparedAgain() {
        hasWebSpace = false;
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(open());
        queue.add(List.of(photo));
        work();
        files().delete(photo.id());
        hasWebSpace = true;
        // The pause after the failed read is over at the next look at the clock.
        step = Duration.ofMinutes(1).toNanos();
        queue.retryWaiting();
        work();
        assertEquals(PUBLIC, last(photo).state());
        assertEquals(1, webSpace.size());
    }

    @Test
    void startSweepsFilesOfOtherPhotos() throws IOException {
        UUID left = UUID.randomUUID();
        files().write(left, new byte[] {1});
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), CAR, false, clock.instant());
        queue(open()).add(List.of(photo));
        work();
        queue(open()).start();
        assertFalse(Files.exists(files().file(left)));
        assertTrue(Files.exists(files().file(photo.id())));
    }

    @Test
    void startSweepsFilesOfPhotosThatWereTakenOut() {
        hasWebSpace = false;
        Journal journal = open();
        PhotoUpload listed = chosen("1.jpg");
        PhotoUpload takenOut = chosen("2.jpg");
        PhotoQueue queue = queue(journal);
        queue.add(List.of(listed, takenOut));
        work();
        queue.stop(Set.of(listed.id(), takenOut.id()));
        saveLines(journal, List.of(listed));
        queue(journal).start();
        assertTrue(Files.exists(files().file(listed.id())));
        assertFalse(Files.exists(files().file(takenOut.id())));
    }

    @Test
    void startContinuesOnlyWithPhotosThatTheSavedCarHas() throws IOException {
        hasWebSpace = false;
        Journal journal = open();
        PhotoUpload listed = chosen("1.jpg");
        PhotoUpload other = chosen("2.jpg");
        queue(journal).add(List.of(listed, other));
        work();
        saveLines(journal, List.of(listed));
        hasWebSpace = true;
        PhotoQueue queue = queue(journal);
        queue.start();
        work();
        assertEquals(PUBLIC, last(listed).state());
        assertEquals(PREPARED, last(other).state());
        assertEquals(Set.of(listed.folder() + "/hash-of-1.jpg.jpg"), webSpace.keySet());
        // The car may get the photo back.
        assertEquals("jpeg of 2.jpg", new String(files().read(other.id()), UTF_8));
        queue.resume(CAR, Set.of(other.id()));
        work();
        assertEquals(PUBLIC, last(other).state());
    }

    @Test
    void publicPhotoIsNotResumed() {
        Journal journal = open();
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(journal);
        queue.add(List.of(photo));
        work();
        queue.resume(CAR, Set.of(photo.id()));
        queue.stop(Set.of(photo.id()));
        assertEquals(
                List.of(PUBLIC),
                journal.photos().ofCar(CAR).stream().map(PhotoUpload::state).toList());
    }

    @Test
    void photoStoppedDuringTheLastStepKeepsItsAddress() {
        Journal journal = open();
        PhotoUpload photo = chosen("1.jpg");
        PhotoQueue queue = queue(journal);
        queue.add(List.of(photo));
        stopInFetch = () -> queue.stop(Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
        assertTrue(last(photo).address().isPresent());
        assertEquals(List.of(last(photo)), journal.photos().ofCar(CAR));
    }

    /** The program ends while a worker is in the middle of a step. */
    @Test
    void stepThatOutlivesTheJournalIsRepeatedAtTheNextStart() {
        PhotoUpload photo = chosen("1.jpg");
        Journal journal = open();
        PhotoQueue queue = queue(journal);
        queue.add(List.of(photo));
        stopInFetch = () -> {
            queue.close();
            journal.close();
        };
        work();
        stopInFetch = () -> {};
        Journal next = open();
        PhotoQueue again = queue(next);
        again.resume(CAR, Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
        assertEquals(1, webSpace.size());
    }

    @Test
    void closedQueueClosesItsSteps() {
        queue(open()).close();
        assertTrue(stepsClosed);
    }

    @Test
    void killsLoseNoPhotoAndPutNoneTwice() {
        Random random = new Random(SEED);
        int kills = 0;
        int batch = 0;
        while (kills < KILLS) {
            String name = "batch " + batch++;
            List<PhotoUpload> photos = IntStream.range(0, 50)
                    .mapToObj(number -> chosen(name + "-" + number))
                    .toList();
            webSpace.clear();
            progress.clear();
            boolean added = false;
            boolean ended = false;
            while (!ended) {
                stepsLeft = kills < KILLS ? random.nextInt(40) : -1;
                workers.clear();
                try (Journal journal = open()) {
                    PhotoQueue queue = queue(journal);
                    queue.start();
                    if (!added) {
                        queue.add(photos);
                        saveLines(journal, photos);
                        added = true;
                    }
                    work();
                    ended = true;
                    assertEmpty(journal.photos().unfinished());
                    Set<UUID> ids = photos.stream().map(PhotoUpload::id).collect(toSet());
                    Set<String> addresses = journal.photos().ofCar(CAR).stream()
                            .filter(photo -> ids.contains(photo.id()))
                            .map(photo -> photo.address().orElseThrow())
                            .collect(toSet());
                    assertEquals(50, addresses.size());
                    assertEquals(
                            addresses,
                            webSpace.keySet().stream()
                                    .map(PhotoQueueTest::address)
                                    .collect(toSet()));
                } catch (Killed killed) {
                    kills++;
                }
            }
        }
        System.out.printf("photos: seed %d, %d kills, %d photos%n", SEED, kills, batch * 50);
    }
}
