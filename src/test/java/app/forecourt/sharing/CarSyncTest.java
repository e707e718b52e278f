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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.history.CarHistory;
import app.forecourt.history.FieldChange;
import app.forecourt.history.HistoryStep;
import app.forecourt.journal.database.MergedCarTable;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.testing.TypedCars;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the exchange of cars between desks through a real PostgreSQL. */
class CarSyncTest {
    @TempDir
    Path folder;

    private final List<TestDesk> desks = new ArrayList<>();
    private TestStock stock;
    private TestDesk anna;
    private TestDesk bert;

    @BeforeEach
    void begin() throws IOException {
        stock = new TestStock();
        anna = desk("Anna");
        bert = desk("Bert");
    }

    private TestDesk desk(String name) {
        TestDesk desk = new TestDesk(name, folder.resolve(name), stock);
        desks.add(desk);
        return desk;
    }

    @AfterEach
    void close() throws IOException {
        desks.forEach(TestDesk::close);
        stock.close();
    }

    /** Exchanges until no desk has anything new. */
    private void exchange() {
        for (int round = 0; round < 2; round++) {
            desks.forEach(TestDesk::exchangeAll);
        }
    }

    private UUID sharedCar() {
        UUID car = anna.addCar("Opel", "16.450");
        exchange();
        return car;
    }

    private static List<StockMark> marks(UUID car, TestDesk... desks) {
        return List.of(desks).stream().map(desk -> desk.car(car).mark()).toList();
    }

    @Tag("proof")
    @Test
    void newCarComesToTheOtherDesk() {
        UUID car = sharedCar();
        assertEquals(anna.draft(car), bert.draft(car));
        assertEquals(anna.car(car).createdAt(), bert.car(car).createdAt());
        assertEquals(Set.of(car), bert.remoteChanges);
    }

    @Tag("proof")
    @Test
    void nothingChangesWithoutChanges() {
        UUID car = sharedCar();
        String version = stock.text("SELECT version FROM forecourt.stock");
        String stamp = stamp(bert, car);
        anna.remoteChanges.clear();
        bert.remoteChanges.clear();
        exchange();
        desks.forEach(TestDesk::restart);
        exchange();
        assertEquals(version, stock.text("SELECT version FROM forecourt.stock"));
        assertEquals(stamp, stamp(bert, car));
        assertEmpty(anna.remoteChanges);
        assertEmpty(bert.remoteChanges);
    }

    private static String stamp(TestDesk desk, UUID car) {
        return desk.journal
                .syncRecords()
                .read(database -> MergedCarTable.find(database, car))
                .orElseThrow()
                .stamp();
    }

    @Tag("proof")
    @Test
    void editsOfOtherFieldsMerge() {
        UUID car = sharedCar();
        anna.type(car, MODEL, "Corsa");
        bert.type(car, SALES_PRICE, "15.950");
        exchange();
        for (TestDesk desk : desks) {
            assertEquals("Corsa", desk.text(car, MODEL));
            assertEquals("15.950", desk.text(car, SALES_PRICE));
        }
        assertEmpty(anna.replaced);
        assertEmpty(bert.replaced);
    }

    @Test
    void laterTextStaysAndTheOtherIsInTheHistories() {
        UUID car = sharedCar();
        anna.clock.advance(Duration.ofMinutes(7));
        bert.clock.advance(Duration.ofMinutes(7));
        anna.type(car, SALES_PRICE, "15.500");
        bert.type(car, SALES_PRICE, "15.950");
        exchange();
        for (TestDesk desk : desks) {
            assertEquals("15.950", desk.text(car, SALES_PRICE));
        }
        assertEquals(List.of("here: 16.450", "here: 15.500", "Bert: 15.950"), anna.history(car, SALES_PRICE));
        assertEquals(List.of("Anna: 16.450", "here: 15.950", "Anna: 15.500"), bert.history(car, SALES_PRICE));
        assertEquals(List.of(new ReplacedText(car, SALES_PRICE.apiName(), "Anna", false)), bert.replaced);
        assertEquals(List.of(new ReplacedText(car, SALES_PRICE.apiName(), "Bert", true)), anna.replaced);
        // The next text replaces one that was seen.
        anna.type(car, SALES_PRICE, "15.500");
        exchange();
        assertEquals("15.500", bert.text(car, SALES_PRICE));
        assertEquals(1, bert.replaced.size());
        assertEquals(1, anna.replaced.size());
    }

    @Test
    void textTypedWhileAnotherComesStays() {
        UUID car = sharedCar();
        int steps = 0;
        do {
            String other = "Anna " + steps;
            anna.type(car, SALES_PRICE, other);
            anna.exchangeAll();
            bert.type(car, SALES_PRICE, "Bert " + steps);
            String text = "later " + steps;
            bert.beforeStep = steps;
            bert.duringStep = () -> bert.type(car, SALES_PRICE, text);
            bert.exchangeAll();
            boolean isTyped = bert.beforeStep < 0;
            bert.beforeStep = -1;
            exchange();
            for (TestDesk desk : desks) {
                assertEquals(isTyped ? text : "Bert " + steps, desk.text(car, SALES_PRICE));
                assertEquals(1, countInHistory(desk, car, other));
            }
            steps++;
            if (!isTyped) {
                assertTrue(steps > 2, "the exchange has steps");
                return;
            }
        } while (steps < 100);
        throw new AssertionError("the exchange has no end");
    }

    @Test
    void fieldTypedUnseenTellsTheOtherDesk() {
        UUID car = sharedCar();
        anna.type(car, SALES_PRICE, "15.500");
        exchange();
        // The form had not shown that text.
        LocalSync.noteReplaced(bert.journal.syncRecords(), car, Set.of(SALES_PRICE));
        bert.type(car, SALES_PRICE, "15.950");
        exchange();
        assertEquals(List.of(new ReplacedText(car, SALES_PRICE.apiName(), "Bert", true)), anna.replaced);
        assertEmpty(bert.replaced);
    }

    @Tag("proof")
    @Test
    void threeDesksKeepAllTexts() {
        UUID car = sharedCar();
        TestDesk cora = desk("Cora");
        exchange();
        for (TestDesk desk : desks) {
            desk.type(car, SALES_PRICE, "price of " + desk.name);
        }
        exchange();
        for (TestDesk desk : desks) {
            assertEquals("price of Cora", desk.text(car, SALES_PRICE));
        }
        assertTrue(cora.history(car, SALES_PRICE).contains("Bert: price of Bert"));
        assertTrue(bert.history(car, SALES_PRICE).contains("Anna: price of Anna"));
        assertEquals(desks.getFirst().draft(car), cora.draft(car));
    }

    /** Exchanges as Anna, with a kill when the server has got the push and before the journal notes that. */
    private void pushWithoutAnswer() {
        String version = stock.text("SELECT version FROM forecourt.stock");
        for (int steps = 0; version.equals(stock.text("SELECT version FROM forecourt.stock")); steps++) {
            anna.exchangeKilledAfter(steps);
        }
    }

    @Test
    void entryRemovedAfterALostAnswerStaysAway() {
        UUID car = sharedCar();
        CarDraft before = anna.draft(car);
        TypedCars.save(anna.journal, car, before.withOptions(List.of("abs")), Set.of());
        pushWithoutAnswer();
        TypedCars.save(anna.journal, car, before, Set.of());
        anna.type(car, SALES_PRICE, "15.500");
        exchange();
        for (TestDesk desk : desks) {
            assertEmpty(desk.draft(car).options());
            assertEquals("15.500", desk.text(car, SALES_PRICE));
        }
        assertEmpty(anna.replaced);
    }

    @Test
    void pushOverAnUnseenEditIsRepeatedWithBoth() throws Exception {
        UUID car = sharedCar();
        anna.type(car, MODEL, "Corsa");
        anna.exchangeAll();
        bert.type(car, SALES_PRICE, "15.500");
        bert.exchange.pushCar(bert.connection(), car);
        anna.exchange.pull(anna.connection());
        for (TestDesk desk : List.of(anna, bert)) {
            assertEquals("15.500", desk.text(car, SALES_PRICE));
            assertEquals("Corsa", desk.text(car, MODEL));
        }
    }

    @Test
    void textOverAPushWithoutAnswerStays() {
        UUID car = sharedCar();
        anna.type(car, SALES_PRICE, "15.500");
        pushWithoutAnswer();
        bert.exchangeAll();
        bert.type(car, SALES_PRICE, "15.950");
        bert.exchangeAll();
        exchange();
        for (TestDesk desk : desks) {
            assertEquals("15.950", desk.text(car, SALES_PRICE));
            assertEmpty(desk.replaced);
        }
    }

    @Test
    void historyShowsWhoChangedWhat() {
        UUID car = sharedCar();
        bert.clock.advance(Duration.ofMinutes(7));
        bert.type(car, SALES_PRICE, "15.950");
        exchange();
        anna.clock.advance(Duration.ofMinutes(20));
        anna.type(car, MODEL, "Corsa");
        List<HistoryStep> steps = CarHistory.of(
                        anna.journal.history(car).orElseThrow(), CarDraft::equals, draft -> draft)
                .newestFirst();
        assertEquals(
                List.of(Optional.empty(), Optional.of("Bert"), Optional.empty()),
                steps.stream().map(HistoryStep::author).toList());
        assertEquals(
                List.of(SALES_PRICE),
                steps.get(1).changes().stream().map(FieldChange::field).toList());
        assertEquals(
                anna.clock.instant().minus(Duration.ofMinutes(13)), steps.get(1).at());
    }

    @Test
    void bothOfflineThenBack() {
        UUID car = sharedCar();
        stock.cutOff();
        anna.type(car, MODEL, "Corsa");
        UUID second = bert.addCar("Saab", "3.000");
        bert.type(car, SALES_PRICE, "15.950");
        desks.forEach(desk -> assertFalse(desk.tryExchange()));
        desks.forEach(TestDesk::restart);
        desks.forEach(desk -> assertFalse(desk.tryExchange()));
        stock.reconnect();
        exchange();
        for (TestDesk desk : desks) {
            assertEquals("Corsa", desk.text(car, MODEL));
            assertEquals("15.950", desk.text(car, SALES_PRICE));
            assertEquals("Saab", desk.text(second, BRAND));
        }
    }

    @Tag("proof")
    @Test
    void marksAreShared() {
        UUID car = sharedCar();
        anna.journal.setMark(car, SOLD, Optional.of(anna.clock.instant()));
        TypedCars.saveEditedDescription(anna.journal, car, "Nice car");
        TypedCars.saveEditedDescription(bert.journal, car, "Car of the week");
        exchange();
        assertEquals(List.of(SOLD, SOLD), marks(car, anna, bert));
        assertEquals(anna.car(car).markedAt(), bert.car(car).markedAt());
        bert.journal.setMark(car, NONE, Optional.empty());
        exchange();
        assertEquals(List.of(NONE, NONE), marks(car, anna, bert));
        // What is not in the form yet stays at its desk.
        assertEquals(
                List.of("Nice car", "Car of the week"),
                List.of(anna.car(car).editedDescription(), bert.car(car).editedDescription()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void carComesBackIfTheDeletingDeskHasNotSeenAnEdit(boolean isDeletionFirst) {
        UUID car = sharedCar();
        anna.journal.setMark(car, DELETED, Optional.of(anna.clock.instant()));
        bert.type(car, SALES_PRICE, "15.950");
        (isDeletionFirst ? anna : bert).exchangeAll();
        exchange();
        assertEquals(List.of(NONE, NONE), marks(car, anna, bert));
        assertEquals("15.950", anna.text(car, SALES_PRICE));
        // A deletion of what the desk has seen stays.
        anna.journal.setMark(car, DELETED, Optional.of(anna.clock.instant()));
        exchange();
        assertEquals(List.of(DELETED, DELETED), marks(car, anna, bert));
    }

    @Tag("proof")
    @Test
    void purgedCarStaysDeleted() {
        UUID car = sharedCar();
        anna.journal.setMark(car, DELETED, Optional.empty());
        exchange();
        assertEquals(List.of(DELETED, DELETED), marks(car, anna, bert));
        bert.clock.advance(Duration.ofDays(40));
        bert.addCar("Saab", "1");
        bert.journal.backUp();
        assertEmpty(bert.journal.car(car));
        bert.restart();
        exchange();
        assertEmpty(bert.journal.car(car));
        // The other desk may still bring it back, for both.
        anna.journal.setMark(car, NONE, Optional.empty());
        exchange();
        assertEquals("Opel", bert.text(car, BRAND));
    }

    @Tag("proof")
    @Test
    void removedBlankCarIsDeletedElsewhere() {
        UUID car = UUID.randomUUID();
        CarDraft blank = CarDraft.EMPTY.with(CURRENCY, "EUR");
        TypedCars.save(anna.journal, car, blank, Set.of());
        exchange();
        anna.journal.deleteDraft(car, blank);
        exchange();
        assertEquals(DELETED, bert.car(car).mark());
        assertEmpty(anna.journal.car(car));
    }

    @Test
    void clocksApartByAYearDoNotMatter() {
        bert.clock.advance(Duration.ofDays(365));
        UUID car = sharedCar();
        anna.type(car, MODEL, "Corsa");
        exchange();
        bert.type(car, MODEL, "Astra");
        exchange();
        anna.type(car, MODEL, "Zafira");
        exchange();
        assertEquals("Zafira", bert.text(car, MODEL));
        assertEmpty(anna.replaced);
        anna.clock.advance(Duration.ofSeconds(10));
        UUID future = bert.addCar("Saab", "1");
        exchange();
        UUID next = anna.addCar("Fiat", "2");
        assertEquals(
                List.of(next, future, car),
                anna.journal.stock().stream().map(StockRow::id).toList());
        assertTrue(anna.car(next).createdAt().isBefore(anna.clock.instant().plusSeconds(60)));
    }

    @Test
    void lostBasesDoubleNothing() {
        UUID car = sharedCar();
        bert.forgetStock();
        exchange();
        assertEquals(1, bert.journal.stock().size());
        assertEquals(anna.draft(car), bert.draft(car));
        assertEmpty(bert.replaced);
    }

    @Tag("proof")
    @Test
    void killAtEachStepLosesNothing() {
        UUID car = sharedCar();
        for (int steps = 0; steps < 100; steps++) {
            anna.type(car, MODEL, "model " + steps);
            anna.type(car, SALES_PRICE, "Anna " + steps);
            bert.type(car, SALES_PRICE, "Bert " + steps);
            UUID fresh = bert.addCar("Saab", "car " + steps);
            anna.exchangeAll();
            boolean isKilled = bert.exchangeKilledAfter(steps);
            // What another desk types after the kill must not collide with what it has seen.
            anna.exchangeAll();
            anna.type(car, TAGS, "tags " + steps);
            anna.exchangeAll();
            exchange();
            for (TestDesk desk : desks) {
                assertEquals("model " + steps, desk.text(car, MODEL));
                assertEquals("tags " + steps, desk.text(car, TAGS));
                assertEquals("Bert " + steps, desk.text(car, SALES_PRICE));
                assertEquals(1, countInHistory(desk, car, "Anna " + steps));
                assertEquals("car " + steps, desk.text(fresh, SALES_PRICE));
            }
            if (!isKilled) {
                assertTrue(steps > 5, "steps: " + steps);
                return;
            }
        }
        throw new AssertionError("the exchange has no end");
    }

    private static long countInHistory(TestDesk desk, UUID car, String text) {
        return desk.history(car, SALES_PRICE).stream()
                .filter(step -> step.endsWith(": " + text))
                .count();
    }
}
