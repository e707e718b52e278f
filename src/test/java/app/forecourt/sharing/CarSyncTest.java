package app.forecourt.sharing;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.CURRENCY;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.TAGS;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.history.StoredStep;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.ProofTest;
import app.forecourt.testing.TypedCars;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the sync of cars between desks through a real PostgreSQL. */
class CarSyncTest extends TwoDesksFixture {
    @ProofTest
    void nothingChangesWithoutChanges() {
        String version = stock.text("SELECT version FROM forecourt.stock");
        String stamp = bert.stamp(car);
        anna.remoteChanges.clear();
        bert.remoteChanges.clear();
        sync();
        desks().forEach(TestDesk::restart);
        sync();
        assertEquals(version, stock.text("SELECT version FROM forecourt.stock"));
        assertEquals(stamp, bert.stamp(car));
        assertEmpty(anna.remoteChanges);
        assertEmpty(bert.remoteChanges);
    }

    @Test
    void laterTextStaysAndTheOtherIsInTheHistories() {
        anna.clock.advanceMinutes(7);
        bert.clock.advanceMinutes(7);
        anna.type(car, SALES_PRICE, "15.500");
        bert.type(car, SALES_PRICE, "15.950");
        sync();
        assertText(SALES_PRICE, "15.950");
        assertEquals(List.of("here: 16.450", "here: 15.500", "Bert: 15.950"), anna.history(car, SALES_PRICE));
        assertEquals(List.of("Anna: 16.450", "here: 15.950", "Anna: 15.500"), bert.history(car, SALES_PRICE));
        assertEquals(List.of(replacedPrice("Anna", false)), bert.replaced);
        assertEquals(List.of(replacedPrice("Bert", true)), anna.replaced);
        // The next text replaces one that was seen.
        anna.type(car, SALES_PRICE, "15.500");
        sync();
        assertEquals("15.500", bert.text(car, SALES_PRICE));
        assertEquals(1, bert.replaced.size());
        assertEquals(1, anna.replaced.size());
    }

    @Test
    void idleConnectionThatBreaksIsReplaced() {
        stock.cutOff();
        stock.reconnect();
        assertTrue(anna.trySync());
    }

    @Test
    void textTypedWhileAnotherComesStays() {
        int steps = 0;
        do {
            String other = "Anna " + steps;
            anna.type(car, SALES_PRICE, other);
            anna.syncAll();
            bert.type(car, SALES_PRICE, "Bert " + steps);
            String text = "later " + steps;
            bert.beforeStep = steps;
            bert.duringStep = () -> bert.type(car, SALES_PRICE, text);
            bert.syncAll();
            boolean isTyped = bert.beforeStep < 0;
            bert.beforeStep = -1;
            sync();
            assertText(SALES_PRICE, isTyped ? text : "Bert " + steps);
            assertOnceInHistories(other);
            steps++;
            if (!isTyped) {
                assertTrue(steps > 2, "the sync has steps");
                return;
            }
        } while (steps < 100);
        throw new AssertionError("the sync has no end");
    }

    /** Syncs as Anna, with a kill when the server has got the push and before the journal notes that. */
    private void pushWithoutAnswer() {
        String version = stock.text("SELECT version FROM forecourt.stock");
        for (int steps = 0; version.equals(stock.text("SELECT version FROM forecourt.stock")); steps++) {
            anna.syncKilledAfter(steps);
        }
    }

    @Test
    void entryRemovedAfterALostAnswerStaysAway() {
        CarDraft before = anna.draft(car);
        TypedCars.save(anna.journal, car, before.withOptions(List.of("abs")), Set.of());
        pushWithoutAnswer();
        TypedCars.save(anna.journal, car, before, Set.of());
        anna.type(car, SALES_PRICE, "15.500");
        sync();
        assertText(SALES_PRICE, "15.500");
        assertEach(List.of(), desk -> desk.draft(car).options());
        assertEmpty(anna.replaced);
    }

    @Test
    void pushOverAnUnseenEditIsRepeatedWithBoth() throws Exception {
        anna.type(car, MODEL, "Corsa");
        anna.syncAll();
        bert.type(car, SALES_PRICE, "15.500");
        bert.sync.pushCar(bert.connection(), car);
        anna.pull();
        assertText(SALES_PRICE, "15.500");
        assertText(MODEL, "Corsa");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textOverAPushWithoutAnswerStays(boolean isTypedSince) {
        anna.type(car, SALES_PRICE, "15.500");
        pushWithoutAnswer();
        if (isTypedSince) {
            anna.type(car, MODEL, "Corsa");
        }
        bert.syncAll();
        bert.type(car, SALES_PRICE, "15.950");
        bert.syncAll();
        sync();
        assertText(SALES_PRICE, "15.950");
        assertEach(List.of(), desk -> desk.replaced);
    }

    @Test
    void historyShowsWhoChangedWhen() {
        bert.clock.advanceMinutes(7);
        bert.type(car, SALES_PRICE, "15.950");
        sync();
        StoredStep step = anna.journal.history(car).orElseThrow().steps().getLast();
        assertEquals(Optional.of("Bert"), step.author());
        assertEquals(bert.clock.instant(), step.at());
    }

    @ProofTest
    void editedDescriptionStaysAtItsDesk() {
        anna.mark(car, SOLD);
        bert.type(car, MODEL, "Corsa");
        TypedCars.saveEditedDescription(anna.journal, car, "Nice car");
        TypedCars.saveEditedDescription(bert.journal, car, "Car of the week");
        assertAgreedMark(SOLD);
        assertText(MODEL, "Corsa");
        assertEquals("Nice car", anna.car(car).editedDescription());
        assertEquals("Car of the week", bert.car(car).editedDescription());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void carComesBackIfTheDeletingDeskHasNotSeenAnEdit(boolean isDeletionFirst) {
        anna.mark(car, DELETED);
        bert.type(car, SALES_PRICE, "15.950");
        (isDeletionFirst ? anna : bert).syncAll();
        assertAgreedMark(NONE);
        assertEquals("15.950", anna.text(car, SALES_PRICE));
        // A deletion of what the desk has seen stays.
        anna.mark(car, DELETED);
        assertAgreedMark(DELETED);
    }

    @ProofTest
    void purgedCarStaysDeleted() {
        anna.mark(car, DELETED);
        assertAgreedMark(DELETED);
        bert.clock.advanceDays(40);
        bert.addCar("Saab", "1");
        bert.journal.backUp();
        assertEmpty(bert.journal.car(car));
        bert.restart();
        sync();
        assertEmpty(bert.journal.car(car));
        // The other desk may still bring it back, for both.
        anna.mark(car, NONE);
        sync();
        assertEquals("Opel", bert.text(car, BRAND));
    }

    @ProofTest
    void removedBlankCarIsDeletedElsewhere() {
        UUID car = UUID.randomUUID();
        CarDraft blank = CarDraft.EMPTY.with(CURRENCY, "EUR");
        TypedCars.save(anna.journal, car, blank, Set.of());
        sync();
        anna.journal.deleteDraft(car, blank);
        sync();
        assertEquals(DELETED, bert.car(car).mark());
        assertEmpty(anna.journal.car(car));
    }

    @Test
    void clocksApartByAYearDoNotMatter() {
        bert.clock.advanceDays(365);
        anna.type(car, MODEL, "Corsa");
        sync();
        bert.type(car, MODEL, "Astra");
        sync();
        anna.type(car, MODEL, "Zafira");
        sync();
        assertEquals("Zafira", bert.text(car, MODEL));
        assertEmpty(anna.replaced);
        anna.clock.advanceSeconds(10);
        UUID future = bert.addCar("Saab", "1");
        sync();
        UUID next = anna.addCar("Fiat", "2");
        assertEquals(
                List.of(next, future, car),
                anna.journal.stock().stream().map(StockRow::id).toList());
        assertTrue(anna.car(next).createdAt().isBefore(anna.clock.instant().plusSeconds(60)));
    }

    @ProofTest
    void killAtEachStepLosesNothing() {
        for (int steps = 0; steps < 100; steps++) {
            anna.type(car, MODEL, "model " + steps);
            anna.type(car, SALES_PRICE, "Anna " + steps);
            bert.type(car, SALES_PRICE, "Bert " + steps);
            UUID fresh = bert.addCar("Saab", "car " + steps);
            anna.syncAll();
            boolean isKilled = bert.syncKilledAfter(steps);
            // What another desk types after the kill must not collide with what it has seen.
            anna.syncAll();
            anna.type(car, TAGS, "tags " + steps);
            anna.syncAll();
            sync();
            assertText(MODEL, "model " + steps);
            assertText(TAGS, "tags " + steps);
            assertText(SALES_PRICE, "Bert " + steps);
            assertOnceInHistories("Anna " + steps);
            assertEach("car " + steps, desk -> desk.text(fresh, SALES_PRICE));
            if (!isKilled) {
                assertTrue(steps > 5, "steps: " + steps);
                return;
            }
        }
        throw new AssertionError("the sync has no end");
    }

    private void assertOnceInHistories(String price) {
        assertEach(
                1L,
                desk -> desk.history(car, SALES_PRICE).stream()
                        .filter(step -> step.endsWith(": " + price))
                        .count());
    }
}
