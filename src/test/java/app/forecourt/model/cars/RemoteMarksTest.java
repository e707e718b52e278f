package app.forecourt.model.cars;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.stock.StockNotice;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.LongWait;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of cars that the desk of Anna has deleted or marked. */
class RemoteMarksTest extends OtherDeskFixture {

    private StockMark mark(UUID car) {
        return storedCar(car).mark();
    }

    private <T> Optional<T> notice(Class<T> kind) {
        return cars().actions().notice().shown().get().filter(kind::isInstance).map(kind::cast);
    }

    private StockNotice.Returned awaitReturned() {
        window.until("the notice", () -> notice(StockNotice.Returned.class).isPresent());
        return notice(StockNotice.Returned.class).orElseThrow();
    }

    @Test
    void deletedCarLeavesTheFormAndComesBackByUndo() {
        UUID car = deleteThere();
        UndoableAction.Marked deleted = notice(UndoableAction.Marked.class).orElseThrow();
        assertEquals(Optional.of("Anna"), deleted.desk());
        assertEquals(car, deleted.before().id());
        assertEquals(DELETED, deleted.mark());
        cars().undo();
        untilOpen(car);
        assertText(MODEL, "corsa");
        awaitSaved();
        assertEquals(NONE, mark(car));
        assertEmpty(cars().actions().notice().shown().get());
    }

    @Test
    void carWithUnsavedTextStays() {
        scheduler = (_, _) -> {};
        type(MODEL, "astra");
        keepDeletedCar();
        flush();
        assertEquals("astra", storedText(MODEL));
        assertEquals(NONE, mark(carId()));
    }

    @Test
    void carThatIsBeingTypedStays() {
        var unused = new FocusedControl(form(), MODEL);
        type(MODEL, "astra");
        awaitSaved();
        keepDeletedCar();
        awaitSaved();
        assertEquals(NONE, mark(carId()));
    }

    @Test
    void carWithTypedPhotoAddressStays() {
        form().photos().typedAddress().set("https://a/ty");
        keepDeletedCar();
        assertEquals("https://a/ty", form().photos().typedAddress().get());
    }

    /** Deletes the car at the other desk, and waits for the line that says that it stays. There is nothing to undo. */
    private void keepDeletedCar() {
        UUID car = carId();
        markThere(car, DELETED);
        window.until(
                "the line below the list", () -> notice(StockNotice.Kept.class).isPresent());
        StockNotice.Kept kept = notice(StockNotice.Kept.class).orElseThrow();
        assertEquals(car, kept.car().id());
        assertEquals("Anna", kept.desk());
        assertEquals(car, carId());
        assertEmpty(cars().actions().last().get());
    }

    @Test
    void deletedCarThatComesBackNamesTheOtherDesk() {
        UUID car = carId();
        mark(car, DELETED);
        awaitSaved();
        markThere(car, NONE);
        StockNotice.Returned returned = awaitReturned();
        assertEquals("Anna", returned.desk());
        assertFalse(returned.isSent());
        assertEquals(car, returned.car().id());
        openCar(car);
        assertEmpty(notice(StockNotice.Returned.class));
    }

    @Test
    void deletedCarThatWasSentSaysSo() {
        send();
        UUID car = carId();
        // As a sync of a desk that had not heard of the submission.
        awaitSaved();
        journal.setMark(car, DELETED, Optional.empty());
        StockRow row = listedCar(car);
        newCar();
        stock().put(row.with(DELETED, Optional.empty()));
        markThere(car, NONE);
        assertTrue(awaitReturned().isSent());
    }

    @Test
    void carThatTheOtherDeskDeletedComesBackWithoutNotice() {
        UUID car = deleteThere();
        markThere(car, NONE);
        window.until("the car in the list", () -> !cars().isDeleted(car));
        window.runQueued();
        assertEmpty(cars().actions().notice().shown().get());
    }

    private Optional<String> markAuthor() {
        return current().mark().author().get();
    }

    @Test
    void markNamesTheOtherDeskAndNotThisOne() {
        UUID car = carId();
        markThere(car, SOLD);
        window.until("the desk", () -> markAuthor().equals(Optional.of("Anna")));
        assertEquals(SOLD, shownMark());
        assertEquals(SOLD, listedCar(car).mark());
        newCar();
        assertEmpty(markAuthor());
        openCar(car);
        window.until("the desk", () -> markAuthor().equals(Optional.of("Anna")));
        mark(car, NONE);
        assertEmpty(markAuthor());
        awaitSaved();
        window.runQueued();
        mark(car, SOLD);
        // The report of the save before the read, and the answer.
        LongWait.until("the answer", () -> window.queuedCount() >= 2);
        window.runQueued();
        assertEmpty(markAuthor());
    }
}
