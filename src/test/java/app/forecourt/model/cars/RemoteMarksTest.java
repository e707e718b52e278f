package app.forecourt.model.cars;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.AppModelFixture;
import app.forecourt.model.stock.StockNotice;
import app.forecourt.model.stock.UndoableAction;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.LongWait;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of cars that the desk of Anna has deleted or marked. */
class RemoteMarksTest extends AppModelFixture {

    @BeforeEach
    void start() {
        startModel();
        window.until("all cars", () -> stock().complete().get());
        typeCar();
        awaitSaved();
    }

    private StockMark mark(UUID car) {
        return journal.car(car).orElseThrow().mark();
    }

    private void markThere(UUID car, StockMark mark) {
        new OtherDeskJournal(journal, clock).write(car, draft -> draft, mark);
        cars().remoteChanges().refresh(Set.of(car));
    }

    /** Deletes the car in the form at the other desk, and returns it. */
    private UUID deleteThere() {
        UUID car = carId();
        markThere(car, DELETED);
        return car;
    }

    private Optional<UndoableAction.Marked> notice() {
        return cars().actions()
                .notice()
                .shown()
                .get()
                .map(shown -> shown instanceof UndoableAction.Marked marked ? marked : null);
    }

    /** Waits for the notice of a mark by Anna, and checks the mark. */
    private void awaitNotice(UUID car, StockMark mark) {
        window.until("the notice", () -> notice().isPresent());
        assertEquals(Optional.of("Anna"), notice().orElseThrow().desk());
        assertEquals(car, notice().orElseThrow().before().id());
        assertEquals(mark, notice().orElseThrow().mark());
    }

    @Test
    void deletedCarLeavesTheFormAndComesBackByUndo() {
        UUID car = deleteThere();
        awaitNotice(car, DELETED);
        assertNotEquals(car, carId());
        cars().undo();
        window.until("the car", () -> carId().equals(car));
        assertEquals("corsa", text(MODEL));
        awaitSaved();
        assertEquals(NONE, mark(car));
        assertTrue(notice().isEmpty());
    }

    @Tag("proof")
    @Test
    void noticeEndsWithTheNextCar() {
        UUID car = deleteThere();
        awaitNotice(car, DELETED);
        typeCar();
        awaitNotice(car, DELETED);
        newCar();
        assertTrue(notice().isEmpty());
    }

    @Test
    void noticeEndsWhenTheOtherDeskBringsTheCarBack() {
        UUID car = deleteThere();
        awaitNotice(car, DELETED);
        markThere(car, NONE);
        window.until("no notice", () -> notice().isEmpty());
    }

    @Test
    void carWithUnsavedTextStays() {
        scheduler = (_, _) -> {};
        type(MODEL, "astra");
        UUID car = deleteThere();
        awaitKept(car);
        cars().autosave().flush();
        assertEquals(car, carId());
        assertEquals("astra", journal.car(car).orElseThrow().draft().text(MODEL));
        assertEquals(NONE, mark(car));
    }

    @Test
    void carThatIsBeingTypedStays() {
        var unused = new FocusedControl(form(), MODEL);
        type(MODEL, "astra");
        awaitSaved();
        UUID car = deleteThere();
        awaitKept(car);
        awaitSaved();
        assertEquals(car, carId());
        assertEquals(NONE, mark(car));
    }

    @Test
    void carWithTypedPhotoAddressStays() {
        form().photos().typedAddress().set("https://a/ty");
        UUID car = deleteThere();
        awaitKept(car);
        assertEquals(car, carId());
        assertEquals("https://a/ty", form().photos().typedAddress().get());
    }

    /** Waits for the line that says that the car stays. There is nothing to undo. */
    private void awaitKept(UUID car) {
        window.until(
                "the line below the list",
                () -> cars().actions()
                        .notice()
                        .shown()
                        .get()
                        .filter(shown -> shown instanceof StockNotice.Kept(var kept, var desk)
                                && kept.id().equals(car)
                                && desk.equals("Anna"))
                        .isPresent());
        assertEmpty(cars().actions().last().get());
    }

    private Optional<StockNotice.Returned> returned() {
        return cars().actions()
                .notice()
                .shown()
                .get()
                .map(shown -> shown instanceof StockNotice.Returned car ? car : null);
    }

    @Test
    void deletedCarThatComesBackNamesTheOtherDesk() {
        UUID car = carId();
        cars().mark(car, DELETED);
        awaitSaved();
        markThere(car, NONE);
        window.until("the notice", () -> returned().isPresent());
        assertEquals("Anna", returned().orElseThrow().desk());
        assertFalse(returned().orElseThrow().isSent());
        assertEquals(car, returned().orElseThrow().car().id());
        cars().open(car);
        window.until("the car", () -> carId().equals(car));
        assertTrue(returned().isEmpty());
    }

    @Test
    void deletedCarThatWasSentSaysSo() {
        send();
        UUID car = carId();
        // As a sync of a desk that had not heard of the submission.
        awaitSaved();
        journal.setMark(car, DELETED, Optional.empty());
        StockRow row = stock().row(car).orElseThrow();
        newCar();
        stock().put(row.with(DELETED, Optional.empty()));
        markThere(car, NONE);
        window.until("the notice", () -> returned().isPresent());
        assertTrue(returned().orElseThrow().isSent());
    }

    @Tag("proof")
    @Test
    void carThatTheOtherDeskDeletedComesBackWithoutNotice() {
        UUID car = deleteThere();
        awaitNotice(car, DELETED);
        markThere(car, NONE);
        window.until("the car in the list", () -> !cars().isDeleted(car));
        window.runQueued();
        assertEmpty(cars().actions().notice().shown().get());
    }

    private Optional<String> markAuthor() {
        return cars().current().mark().author().get();
    }

    @Test
    void markNamesTheOtherDeskAndNotThisOne() {
        UUID car = carId();
        markThere(car, SOLD);
        window.until("the desk", () -> markAuthor().equals(Optional.of("Anna")));
        assertEquals(SOLD, cars().current().mark().value().get());
        assertEquals(SOLD, stock().row(car).orElseThrow().mark());
        newCar();
        assertEmpty(markAuthor());
        openCar(car);
        window.until("the desk", () -> markAuthor().equals(Optional.of("Anna")));
        cars().mark(car, NONE);
        assertEmpty(markAuthor());
        awaitSaved();
        window.runQueued();
        cars().mark(car, SOLD);
        // The report of the save before the read, and the answer.
        LongWait.until("the answer", () -> window.queuedCount() >= 2);
        window.runQueued();
        assertEmpty(markAuthor());
    }
}
