package app.forecourt.model.cars;

import static app.forecourt.car.CarField.INTERNAL_ID;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.SendingStatus.SENT;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.JournalFixture;
import app.forecourt.model.AppModelFixture;
import app.forecourt.stock.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** Test of the stock list's row of a sent car outside the form. */
class ListAfterSendingTest extends AppModelFixture {
    private final List<Runnable> handed = new ArrayList<>();
    private CarsModel cars;

    /** Creates a car that AutoChat accepted. The test decides when its journal reads arrive. */
    private UUID createAcceptedCar() {
        journal.open();
        cars = new CarsModel(
                new SimpleObjectProperty<>(STAGING),
                clients,
                form(),
                journal,
                new TaskRunner(Runnable::run, handed::add),
                clock);
        CarDraft draft = CarDraft.EMPTY.with(INTERNAL_ID, "SEB-1");
        Submission leaving = JournalFixture.enqueue(
                        journal,
                        Submission.of(UUID.randomUUID(), STAGING, "http://127.0.0.1", draft, "{}", clock.instant()))
                .asSending(clock.instant());
        journal.markSending(leaving);
        cars.onSubmissionChanged(leaving);
        Submission accepted = leaving.withOutcome(clock.instant(), JournalFixture.ACCEPTED);
        journal.update(accepted);
        cars.onSubmissionChanged(accepted);
        return accepted.car();
    }

    private void deliverReads() {
        List<Runnable> now = List.copyOf(handed);
        handed.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void lateOldReadKeepsNewStatus() {
        createAcceptedCar();
        List.copyOf(handed).reversed().forEach(Runnable::run);
        assertEquals(
                List.of(SENT),
                cars.stock().all().stream().map(row -> row.status(STAGING)).toList());
    }

    @Test
    void readBeforeMarkKeepsMark() {
        UUID car = createAcceptedCar();
        deliverReads();
        cars.onSubmissionChanged(storedCar(car).submissions().getLast());
        cars.mark(car, SOLD);
        deliverReads();
        assertEquals(SOLD, cars.stock().row(car).orElseThrow().mark());
    }

    @Test
    void openedCarKeepsNewerMark() {
        UUID car = createAcceptedCar();
        deliverReads();
        cars.open(car);
        cars.mark(car, SOLD);
        deliverReads();
        // The car is read again after the mark.
        deliverReads();
        assertEquals(car, cars.current().car().get().id());
        assertEquals(SOLD, cars.current().car().get().mark());
    }
}
