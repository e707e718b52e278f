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
import app.forecourt.car.PhotoPlaceholder;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.photo.prepare.PreparedPhoto;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.photo.upload.UploadFailure;
import app.forecourt.testing.Cases;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.TypedCars;
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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests of the worker on photos, on a real journal and a real folder. The web space is a map. The worker runs on the
 * thread of the test, so that the order of the steps is always the same.
 */
class PhotoWorkerTest extends JournalFixture {
    private static final long SEED = Long.getLong("forecourt.photos.seed", 20_261_128);
    private static final int KILLS = Integer.getInteger("forecourt.photos.kills", Cases.times(15, 200));
    private static final UploadFailure OFFLINE = new UploadFailure(UploadFailure.Step.PUT, "OFFLINE");

    private static final UUID CAR = UUID.fromString("1cd57a5c-3f0e-4b5e-9a47-6d2f3d9f0c11");

    private final Map<String, byte[]> webSpace = new LinkedHashMap<>();
    private final List<PhotoUpload> progress = new ArrayList<>();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Map<String, UploadException> putFailures = new ConcurrentHashMap<>();
    private String root = "https://photos.example/";
    /** Whether the settings of the web space change while the next photo is put. */
    private boolean leaving;

    private int puts;
    private boolean hasWebSpace = true;
    private Runnable stopInFetch = () -> {};
    private PhotoWorker running;
    private final Map<Duration, Runnable> waiting = new LinkedHashMap<>();
    /** Steps until the program is killed; negative for never. */
    private int stepsLeft = -1;

    private boolean isKilled;

    /** The program ends at this moment. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final class Steps implements UploadSteps {
        @Override
        public PreparedPhoto prepare(PhotoUpload photo) throws UploadException {
            moment();
            byte[] jpeg = ("jpeg of " + photo.name()).getBytes(UTF_8);
            moment();
            if (photo.name().startsWith("broken")) {
                throw new UploadException(
                        new UploadFailure(UploadFailure.Step.PREPARE, "DAMAGED"), UploadException.ONCE);
            }
            return new PreparedPhoto(jpeg, "hash-of-" + photo.name(), 4, 3, 0, Set.of());
        }

        @Override
        public boolean hasWebSpace() {
            return hasWebSpace;
        }

        @Override
        public Optional<String> address(String path) {
            return Optional.of(root + path).filter(_ -> hasWebSpace);
        }

        @Override
        public boolean isPublic(String address, byte[] jpeg) {
            return webSpace.containsKey(address.substring(root.length()));
        }

        @Override
        public Optional<String> publish(PhotoUpload photo, byte[] jpeg, Runnable onStored) throws UploadException {
            moment();
            // The user has chosen no web space meanwhile.
            hasWebSpace &= !leaving;
            if (leaving) {
                return Optional.empty();
            }
            UploadException failure = putFailures.get(photo.name());
            if (failure != null) {
                throw failure;
            }
            String path = photo.path().orElseThrow();
            webSpace.put(path, jpeg);
            puts++;
            moment();
            onStored.run();
            moment();
            stopInFetch.run();
            assertArrayEquals(jpeg, webSpace.get(path));
            return address(path);
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

    private PhotoWorker worker(Journal journal) {
        running = new PhotoWorker(
                journal.photos(),
                files(),
                new Steps(),
                workers::add,
                (pause, action) -> waiting.put(pause, action),
                progress::add);
        return running;
    }

    private PhotoUpload chosen(String name) {
        return chosen(name, CAR);
    }

    private PhotoUpload chosen(String name, UUID car) {
        return PhotoUpload.chosen(Path.of(name), car, clock.instant()).list(true);
    }

    /** Adds photos to a car, saves it, and begins with them. */
    private PhotoWorker add(Journal journal, PhotoUpload... photos) {
        PhotoWorker worker = worker(journal);
        worker.add(List.of(photos));
        saveLines(journal, List.of(photos));
        worker.work();
        return worker;
    }

    private static void saveLines(Journal journal, List<PhotoUpload> photos) {
        TypedCars.save(
                journal,
                photos.getFirst().car(),
                CarDraft.EMPTY.with(
                        CarField.IMAGES,
                        photos.stream()
                                .map(PhotoUpload::id)
                                .map(PhotoPlaceholder::of)
                                .collect(joining("\n"))),
                Set.of());
    }

    /** Runs the threads that the worker has started. Nothing is saved after a kill. */
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
        add(journal, photo);
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
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), CAR, clock.instant());
        PhotoWorker worker = add(journal, photo);
        work();
        assertEquals(PREPARED, last(photo).state());
        assertEquals("jpeg of 1.jpg", new String(files().read(photo.id()), UTF_8));
        worker.list(Set.of(photo.id()), true);
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void photoWaitsForWebSpace() {
        hasWebSpace = false;
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(open(), photo);
        work();
        assertEquals(PREPARED, last(photo).state());
        hasWebSpace = true;
        worker.retryFailed();
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void brokenPhotoFailsAndTheNextGoesOn() {
        PhotoUpload broken = chosen("broken.jpg");
        PhotoUpload next = chosen("2.jpg");
        add(open(), broken, next);
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
        stopInFetch = () -> {
            stopInFetch = () -> {};
            throw new IllegalStateException("a bug");
        };
        PhotoWorker worker = add(journal, photo, next);
        assertThrows(IllegalStateException.class, this::work);
        work();
        assertEquals(
                new UploadFailure(UploadFailure.Step.PUT, UploadFailure.UNEXPECTED),
                last(photo).failure().orElseThrow());
        assertEquals(
                List.of(PREPARED, PUBLIC),
                journal.photos().ofCar(CAR).stream().map(PhotoUpload::state).toList());
        worker.stop(Set.of(photo.id()));
        assertEquals(STOPPED, journal.photos().ofCar(CAR).getFirst().state());
        worker.retry(Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void photoWaitsIfTheWebSpaceGoesBeforeItsStep() {
        leaving = true;
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(open(), photo);
        work();
        assertEquals(PREPARED, last(photo).state());
        assertEquals(Optional.empty(), last(photo).failure());
        leaving = false;
        hasWebSpace = true;
        worker.retryFailed();
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void refusedPhotoIsTriedAgainByTheUserOnly() {
        putFailures.put("1.jpg", new UploadException(OFFLINE, UploadException.ONCE));
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(open(), photo);
        work();
        assertEquals(FAILED, last(photo).state());
        putFailures.clear();
        worker.work();
        work();
        assertEquals(FAILED, last(photo).state());
        worker.retry(Set.of(photo.id()));
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void unreachableWebSpaceIsTriedAgainAfterPause() {
        putFailures.put("1.jpg", new UploadException(OFFLINE, UploadException.ALWAYS));
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(open(), photo);
        work();
        assertEquals(OFFLINE, last(photo).failure().orElseThrow());
        assertEquals(PREPARED, last(photo).state());
        worker.work();
        work();
        for (int tries = 2; tries <= 8; tries++) {
            endPauses();
        }
        assertEquals(
                List.of(5, 10, 20, 40, 80, 160, 320),
                waiting.keySet().stream().map(pause -> (int) pause.toSeconds()).toList());
        putFailures.clear();
        endPauses();
        assertEquals(PUBLIC, last(photo).state());
    }

    @Test
    void waitingPhotoIsTriedAgainAtOnceOnRequest() {
        putFailures.put("1.jpg", new UploadException(OFFLINE, UploadException.ALWAYS));
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(open(), photo);
        work();
        putFailures.clear();
        worker.retryFailed();
        work();
        assertEquals(PUBLIC, last(photo).state());
    }

    /** Ends the pauses of all photos. */
    private void endPauses() {
        List.copyOf(waiting.values()).forEach(Runnable::run);
        work();
    }

    @Test
    void stoppedPhotoStaysUntilTheUserGoesOn() {
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(open(), photo);
        worker.stop(Set.of(photo.id()));
        work();
        assertEquals(STOPPED, last(photo).state());
        assertEmpty(webSpace);
        worker.retry(Set.of(photo.id()));
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
        PhotoUpload silent = chosen("1.jpg");
        List<PhotoUpload> all = Stream.concat(
                        Stream.of(silent), IntStream.rangeClosed(2, 4).mapToObj(number -> chosen(number + ".jpg")))
                .toList();
        Journal journal = open();
        PhotoWorker worker = add(journal, silent);
        Runnable prepare = workers.poll();
        Runnable publish = workers.poll();
        prepare.run();
        workers.clear();
        Thread first = Thread.ofVirtual().start(publish);
        LongWait.untilOpen(asked);
        progress.clear();
        worker.add(all.subList(1, 4));
        saveLines(journal, all);
        worker.work();
        workers.poll().run();
        assertEquals(
                List.of("2.jpg PREPARED", "3.jpg PREPARED", "4.jpg PREPARED"),
                progress.stream()
                        .filter(photo -> photo.state() == PREPARED)
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
        PhotoWorker worker = add(open(), photo);
        work();
        files().delete(photo.id());
        hasWebSpace = true;
        worker.retryFailed();
        work();
        endPauses();
        assertEquals(PUBLIC, last(photo).state());
        assertEquals(1, webSpace.size());
    }

    @Test
    void startSweepsFilesOfOtherPhotos() throws IOException {
        UUID left = UUID.randomUUID();
        files().write(left, new byte[] {1});
        PhotoUpload photo = PhotoUpload.chosen(Path.of("1.jpg"), CAR, clock.instant());
        Journal journal = open();
        add(journal, photo);
        work();
        worker(journal).start();
        assertFalse(Files.exists(files().file(left)));
        assertTrue(Files.exists(files().file(photo.id())));
    }

    @Test
    void startSweepsFilesOfPhotosThatWereTakenOut() {
        hasWebSpace = false;
        Journal journal = open();
        PhotoUpload listed = chosen("1.jpg");
        PhotoUpload takenOut = chosen("2.jpg");
        PhotoWorker worker = add(journal, listed, takenOut);
        work();
        worker.stop(Set.of(listed.id()));
        saveLines(journal, List.of(listed));
        worker(journal).start();
        assertTrue(Files.exists(files().file(listed.id())));
        assertFalse(Files.exists(files().file(takenOut.id())));
    }

    @Test
    void startContinuesOnlyWithPhotosThatTheSavedCarHas() throws IOException {
        hasWebSpace = false;
        Journal journal = open();
        PhotoUpload listed = chosen("1.jpg");
        PhotoUpload other = chosen("2.jpg");
        add(journal, listed, other);
        work();
        saveLines(journal, List.of(listed));
        hasWebSpace = true;
        PhotoWorker worker = worker(journal);
        worker.start();
        work();
        assertEquals(PUBLIC, last(listed).state());
        assertEquals(PREPARED, last(other).state());
        assertEquals(Set.of(listed.folder() + "/hash-of-1.jpg.jpg"), webSpace.keySet());
        saveLines(journal, List.of(other));
        worker.work();
        work();
        endPauses();
        assertEquals(PUBLIC, last(other).state());
    }

    @Test
    void publicPhotoIsNotStopped() {
        Journal journal = open();
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(journal, photo);
        work();
        worker.stop(Set.of(photo.id()));
        assertEquals(
                List.of(PUBLIC),
                journal.photos().ofCar(CAR).stream().map(PhotoUpload::state).toList());
    }

    @Test
    void pictureIsPutOnceForTwoCarsAndAgainAtAnotherWebSpace() {
        Journal journal = open();
        PhotoUpload first = chosen("1.jpg");
        PhotoUpload second = chosen("1.jpg", UUID.randomUUID());
        add(journal, first);
        work();
        add(journal, second);
        work();
        assertEquals(last(first).address(), last(second).address());
        assertEquals(1, puts);
        webSpace.clear();
        PhotoUpload afterDeletion = chosen("1.jpg", UUID.randomUUID());
        add(journal, afterDeletion);
        work();
        assertEquals(2, puts, "the dealer has deleted the file");
        root = "https://photos.example/other/";
        PhotoUpload third = chosen("1.jpg", UUID.randomUUID());
        add(journal, third);
        work();
        assertEquals(
                Optional.of(root + third.folder() + "/hash-of-1.jpg.jpg"),
                last(third).address());
        assertEquals(3, puts);
    }

    @Test
    void photosOfTheCarInTheFormComeFirst() {
        Journal journal = open();
        PhotoUpload earlier = chosen("1.jpg");
        PhotoUpload needed = chosen("2.jpg", UUID.randomUUID());
        PhotoWorker worker = worker(journal);
        for (PhotoUpload photo : List.of(earlier, needed)) {
            worker.add(List.of(photo));
            saveLines(journal, List.of(photo));
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

    @Test
    void photoStoppedDuringTheLastStepKeepsItsAddress() {
        Journal journal = open();
        PhotoUpload photo = chosen("1.jpg");
        PhotoWorker worker = add(journal, photo);
        stopInFetch = () -> worker.stop(Set.of(photo.id()));
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
        PhotoWorker worker = add(journal, photo);
        stopInFetch = () -> {
            worker.close();
            journal.close();
        };
        work();
        stopInFetch = () -> {};
        Journal next = open();
        worker(next).start();
        work();
        assertEquals(PUBLIC, last(photo).state());
        assertEquals(1, webSpace.size());
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
                    PhotoWorker worker = worker(journal);
                    worker.start();
                    if (!added) {
                        worker.add(photos);
                        saveLines(journal, photos);
                        worker.work();
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
                                    .map(PhotoWorkerTest::address)
                                    .collect(toSet()));
                } catch (Killed killed) {
                    kills++;
                }
            }
        }
        System.out.printf("photos: seed %d, %d kills, %d photos%n", SEED, kills, batch * 50);
    }
}
