package app.forecourt.model.store;

import static app.forecourt.settings.Profile.STAGING;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.model.AppModelFixture;
import app.forecourt.stock.Submission;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Test of {@link CarCache}: the cars that stay in memory. */
class CarCacheTest extends AppModelFixture {
    @Test
    void carStaysUntilItsSubmissionIsWritten() {
        startModel();
        CarCache store = cars().store();
        CarInMemory car = CarInMemory.fresh(CarDraft.EMPTY, clock.instant());
        Submission waiting =
                Submission.of(car.id(), STAGING, "http://127.0.0.1", CarDraft.EMPTY, "{}", clock.instant());
        store.keep(car);
        car.submissions().put(waiting.asRequested());
        store.releaseSaved();
        assertTrue(store.inMemory(car.id()).isPresent(), "requested");

        store.onSubmissionChanged(waiting);
        CompletableFuture<Boolean> mayWrite = new CompletableFuture<>();
        cars().autosave().enqueue(_ -> {
            mayWrite.join();
            journal.update(waiting);
        });
        store.releaseSaved();
        assertTrue(store.inMemory(car.id()).isPresent(), "not in the journal yet");

        mayWrite.complete(true);
        awaitSaved();
        store.releaseSaved();
        assertTrue(store.inMemory(car.id()).isEmpty());
    }

    @Test
    void slowDiskIsToldUntilItHasSaved() {
        startModel();
        CompletableFuture<Boolean> mayWrite = new CompletableFuture<>();
        cars().autosave().enqueue(_ -> mayWrite.join());
        typeCar();
        try {
            untilAutosave(Autosave.State.Pending.class);
            assertNotEquals(0, cars().unsavedCount());
        } finally {
            mayWrite.complete(true);
        }
        untilAutosave(Autosave.State.Saved.class);
        awaitSaved();
    }

    /** The clean-up of photos saves before it decides. */
    @Test
    void flushedCarIsShownAsSavedAndReleased() {
        startModel();
        CarCache store = cars().store();
        typeCar();
        UUID car = carId();
        CompletableFuture.runAsync(cars().autosave()::flush).join();
        untilAutosave(Autosave.State.Saved.class);
        newCar();
        window.until("the release", () -> store.inMemory(car).isEmpty());
    }
}
