package app.forecourt.sharing;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.MODEL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.send.SubmissionClaims.Start;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of engines on their own threads, with a real PostgreSQL. */
@Needs(SystemFeature.LOCAL_SERVERS)
class StockSyncTest {
    @TempDir
    Path folder;

    private final List<Desk> desks = new ArrayList<>();
    private TestStock stock;
    private Desk anna;
    private Desk bert;

    /** A desk with its sync. */
    private final class Desk extends SyncingDesk {
        Desk(String name) {
            super(name, folder.resolve(name), StockSyncTest.this.stock, new SettableClock());
            desks.add(this);
        }

        UUID addCar(String brand) {
            UUID car = UUID.randomUUID();
            type(car, BRAND, brand);
            return car;
        }

        String text(UUID car, CarField field) {
            return draft(car).map(draft -> draft.text(field)).orElse("");
        }

        Submission enqueue(UUID car) {
            return enqueue(car, draft(car).orElseThrow());
        }

        Result claim(Submission submission) {
            return sync.claims().claim(submission, Set.of());
        }

        Start begin(Submission submission) {
            return sync.claims().begin(submission);
        }

        void stop(Submission submission) {
            Submission stopped = submission.withOutcome(Instant.EPOCH, new SendOutcome.NotSent(STOPPED));
            journal.update(stopped);
            sync.claims().onProgress(stopped);
        }

        void startAlone() {
            sync.start();
            until(() -> isTogetherWith(1));
        }

        boolean isTogetherWith(int count) {
            return sync.status() instanceof SyncStatus.Together together
                    && together.desks().size() == count;
        }
    }

    @BeforeEach
    void begin() throws IOException {
        stock = new TestStock();
        anna = new Desk("Anna");
        bert = new Desk("Bert");
    }

    @AfterEach
    void close() throws IOException {
        desks.forEach(Desk::close);
        stock.close();
    }

    private void startAll() {
        desks.forEach(desk -> desk.sync.start());
    }

    private static void until(Callable<Boolean> condition) {
        LongWait.until("the sync", condition);
    }

    @Test
    void serverDownAtStartIsToldAndTriedAgain() {
        stock.cutOff();
        UUID car = anna.addCar("Opel");
        startAll();
        until(() -> anna.sync.status().reason().equals(Optional.of(ServerFailure.UNREACHABLE)));
        UUID second = anna.addCar("Saab");
        stock.reconnect();
        desks.forEach(desk -> desk.sync.retryNow());
        until(() ->
                bert.text(car, BRAND).equals("Opel") && bert.text(second, BRAND).equals("Saab"));
        until(() -> anna.isTogetherWith(2));
    }

    @ProofTest
    void manyLargeRowsKeepNoDeskAlone() {
        anna.startAlone();
        stock.execute("""
                INSERT INTO forecourt.item (kind, id, version, added, document)
                SELECT 'car', gen_random_uuid(), n, n, jsonb_build_object('text', repeat('x', 6400000))
                FROM generate_series(1, 150) AS n
                """, "UPDATE forecourt.stock SET version = 150");
        bert.sync.start();
        until(() -> bert.sync.status() instanceof SyncStatus.Together together && together.tooLarge() == 150);
        UUID car = bert.addCar("Opel");
        until(() -> anna.text(car, BRAND).equals("Opel"));
    }

    @Test
    void bugIsShownAndTheSyncGoesOn() {
        UUID car = anna.addCar("Opel");
        anna.sync.onCarChanged(null);
        startAll();
        until(() -> anna.statuses.stream().anyMatch(SyncStatus.Faulty.class::isInstance));
        until(() -> bert.text(car, BRAND).equals("Opel"));
        until(() -> anna.isTogetherWith(2));
    }

    @Test
    void journalInPlaceOfADeletedOneIsAnotherDesk() throws IOException {
        anna.addCar("Opel");
        anna.startAlone();
        try (Stream<Path> files = Files.list(folder.resolve("Anna"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().startsWith("journal.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
        UUID second = anna.addCar("Saab");
        until(() -> anna.isTogetherWith(2));
        bert.sync.start();
        until(() -> bert.text(second, BRAND).equals("Saab"));
        assertEquals(2, bert.journal.stock().size());
    }

    @ProofTest
    void deskThatTakesInMuchShowsItsProgress() {
        for (int number = 0; number < 501; number++) {
            anna.addCar("Opel " + number);
        }
        anna.startAlone();
        bert.sync.start();
        until(() -> bert.isTogetherWith(2));
        for (Desk desk : desks) {
            List<SyncStatus.Joining> steps = desk.statuses.stream()
                    .filter(SyncStatus.Joining.class::isInstance)
                    .map(SyncStatus.Joining.class::cast)
                    .toList();
            assertEquals(new SyncStatus.Joining(501, 501), steps.getLast());
            assertTrue(steps.getFirst().done() < 501, steps::toString);
        }
    }

    @Test
    void claimThatEndsAtTheCloseIsSettled() throws Exception {
        UUID car = anna.addCar("Opel");
        startAll();
        until(() -> anna.isTogetherWith(2) && bert.text(car, BRAND).equals("Opel"));
        Submission submission = anna.enqueue(car);
        assertEquals(new Result.Granted(false), anna.claim(submission));
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch isClosing = new CountDownLatch(1);
        anna.onArrival = () -> {
            isReading.countDown();
            LongWait.untilOpen(isClosing);
        };
        bert.type(car, MODEL, "Corsa");
        LongWait.untilOpen(isReading);
        anna.stop(submission);
        Thread closing = Thread.ofVirtual().start(anna.sync::close);
        until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        isClosing.countDown();
        closing.join();
        assertEquals("settled", stock.text("SELECT state FROM forecourt.claim"));
    }

    @Test
    void claimOfAnEarlierStartEndsWithItsSubmission() {
        anna.startAlone();
        Submission submission = anna.enqueue(anna.addCar("Opel"));
        anna.claim(submission);
        anna.close();
        Desk later = new Desk("Anna");
        later.startAlone();
        later.stop(submission);
        until(() -> stock.text("SELECT state FROM forecourt.claim").equals("settled"));
    }

    @Test
    void submissionOfAnEarlierStartWaitsForTheComparison() {
        bert.addCar("Saab");
        bert.startAlone();
        Submission submission = anna.enqueue(anna.addCar("Opel"));
        List<Start> starts = new ArrayList<>();
        anna.onArrival = () -> starts.add(anna.begin(submission));
        anna.sync.start();
        until(() -> anna.isTogetherWith(2));
        assertEquals(List.of(Start.UNREACHABLE), starts);
        assertEquals(Start.GRANTED, anna.begin(submission));
    }

    @Test
    void claimAfterARestoreOfTheServerIsAQuestion() {
        anna.startAlone();
        stock.restoreBackup();
        assertEquals(new Result.Restored(), anna.claim(anna.enqueue(anna.addCar("Opel"))));
    }

    @Test
    void abandonedSyncTakesNoStep() {
        AtomicReference<Runnable> step = new AtomicReference<>();
        SyncTaskQueue tasks = new SyncTaskQueue(new SettableClock());
        SyncLoop loop = new SyncLoop(
                taken -> {
                    step.set(taken);
                    tasks.close();
                    throw new IllegalStateException("planted");
                },
                anna.journal.syncAccess(),
                stock::server,
                new SettableClock(),
                anna,
                tasks);
        loop.run();
        step.get().run();
        loop.abandon();
        assertThrows(CancellationException.class, () -> step.get().run());
    }
}
