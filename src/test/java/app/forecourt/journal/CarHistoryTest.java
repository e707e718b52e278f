package app.forecourt.journal;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.MILEAGE;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.history.CarHistory;
import app.forecourt.history.FieldChange;
import app.forecourt.history.HistoryStep;
import app.forecourt.history.HistoryStep.Kind;
import app.forecourt.journal.database.Database;
import app.forecourt.stock.PriceChange;
import app.forecourt.stock.Submission;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Tests of the history that the journal keeps of each car. */
class CarHistoryTest extends JournalFixture {
    private static final Duration PAUSE = Duration.ofMinutes(6);

    private static CarDraft priced(String price) {
        return new CarDraft(Map.of(BRAND, "bmw", SALES_PRICE, price), List.of());
    }

    private <T> List<T> steps(UUID car, Function<HistoryStep, T> fact) {
        return history(journal, car).stream().map(fact).toList();
    }

    private List<Kind> kinds(UUID car) {
        return steps(car, HistoryStep::kind);
    }

    private List<Instant> times(UUID car) {
        return steps(car, HistoryStep::at);
    }

    private List<String> prices(UUID car) {
        return steps(car, step -> step.draft().text(SALES_PRICE));
    }

    private Optional<PriceChange> priceChange(UUID car) {
        Optional<PriceChange> change = listed(journal, car).priceChange();
        assertEquals(change, stored(journal, car).row().priceChange());
        return change;
    }

    private Instant save(UUID car, String price) {
        save(car, priced(price));
        return now();
    }

    private void pause() {
        clock.advance(PAUSE);
    }

    @Test
    void pauseBeginsAnotherStep() {
        UUID car = saveCar(priced("17990"));
        Instant first = now();
        pause();
        save(car, "17490");
        tick();
        Instant last = save(car, "17400");
        pause();
        save(car, "17400");
        assertEquals(List.of(last, first), times(car), "the last save changed nothing");
        assertEquals(
                List.of(new FieldChange(SALES_PRICE, "17990", "17400", List.of(), List.of())),
                history(journal, car).getFirst().changes());
    }

    @Test
    void marksAndCorrectionsAreSteps() {
        UUID car = saveCar(draft("bmw", "XD-99-13"));
        accept(car);
        tick();
        mark(car, SOLD);
        mark(car, SOLD);
        tick();
        mark(car, DELETED);
        tick();
        journal.setMark(car, NONE, Optional.empty());
        journal.setReopened(car, Optional.of(now()));
        journal.setReopened(car, Optional.empty());
        journal.setReopened(car, Optional.empty());
        assertEquals(
                List.of(Kind.KEPT, Kind.REOPENED, Kind.UNMARKED, Kind.DELETED, Kind.SOLD, Kind.SENT, Kind.TYPED),
                kinds(car));
        assertEquals("XD-99-13", history(journal, car).getFirst().draft().text(LICENSE_PLATE));
    }

    @Test
    void tickAndItsUndoAreSteps() {
        UUID car = saveCar(priced("1000"));
        Submission sent = accept(car);
        tick();
        save(car, "2000");
        Instant ticked = now();
        journal.setTakenOff(sent.id(), Optional.of(ticked));
        journal.setTakenOff(sent.id(), Optional.of(ticked));
        tick();
        Instant undone = save(car, "3000");
        journal.setTakenOff(sent.id(), Optional.empty());
        journal.setTakenOff(sent.id(), Optional.empty());
        journal.setTakenOff(UUID.randomUUID(), Optional.of(undone));
        assertEquals(
                List.of(Kind.STILL_THERE, Kind.CORRECTED, Kind.TAKEN_OFF, Kind.CORRECTED, Kind.SENT, Kind.TYPED),
                kinds(car));
        assertEquals(List.of(undone, undone, ticked), times(car).subList(0, 3));
        for (int tick : List.of(0, 2)) {
            assertEquals(
                    Optional.of(sent.id()),
                    history(journal, car).get(tick).submission().map(Submission::id));
        }
    }

    @Test
    void clockSetBackKeepsTheOrder() {
        UUID car = saveCar(priced("1000"));
        clock.advanceDays(-2);
        save(car, "2000");
        clock.advanceDays(-2);
        accept(car);
        clock.advanceDays(-2);
        mark(car, SOLD);
        clock.advanceDays(-2);
        Instant last = save(car, "3000");
        assertEquals(List.of(Kind.CORRECTED, Kind.SOLD, Kind.SENT, Kind.TYPED, Kind.TYPED), kinds(car));
        assertEquals(last, times(car).getFirst());
    }

    @Test
    void onlyTheNewestStepsAreKept() throws Exception {
        UUID car = saveCar(priced("1"));
        for (int price = 1000; price < 1000 + CarHistory.MOST_STEPS + 3; price++) {
            pause();
            save(car, "" + price);
        }
        List<String> prices = prices(car);
        assertEquals(CarHistory.MOST_STEPS + 1, prices.size());
        assertEquals("" + (1000 + CarHistory.MOST_STEPS + 2), prices.getFirst());
        assertEquals("1002", prices.getLast());
        assertEquals(CarHistory.MOST_STEPS, count("history"));
    }

    @Test
    void damagedStepIsSkipped() throws Exception {
        UUID car = saveCar(priced("1000"));
        for (String price : List.of("2000", "3000", "4000", "5000")) {
            pause();
            save(car, price);
        }
        update("UPDATE history SET draft = '{\"bra' WHERE number = 1");
        update("UPDATE history SET event = 'from later' WHERE number = 2");
        update("UPDATE history SET number = 9223372036854775807, at = -7 WHERE number = 3");

        pause();
        save(car, "6000");
        assertEquals(List.of("6000", "5000", "4000"), prices(car));
        assertEquals(priced("6000"), draft(journal, car));
        assertEquals(0, journal.unreadableRows().count());
    }

    @Test
    void priceChangeIsInTheRow() {
        UUID car = saveCar(priced("18.000"));
        pause();
        assertEmpty(save(car, priced("18.000").with(MILEAGE, "2")).typedAt());
        assertEmpty(priceChange(car));
        pause();
        Instant changed = save(car, "17500");
        var change = new PriceChange(BigDecimal.valueOf(18000), BigDecimal.valueOf(17500), changed);
        assertEquals(Optional.of(change), priceChange(car));
        assertEquals(BigDecimal.valueOf(-500), change.difference());
        for (CarDraft samePrice : List.of(priced("17500").with(MILEAGE, "1"), priced("17.500,-"))) {
            pause();
            save(car, samePrice);
            assertEquals(Optional.of(change), priceChange(car));
        }
        pause();
        Instant raised = now();
        assertEquals(save(car, priced("17900")), stored(journal, car).prices());
        assertEquals(
                Optional.of(new PriceChange(BigDecimal.valueOf(17500), BigDecimal.valueOf(17900), raised)),
                priceChange(car));
        save(car, "");
        assertEmpty(priceChange(car));
    }

    @Test
    void damagedPriceHistoryIsIgnored() throws Exception {
        UUID car = saveCar(priced("18000"));
        update("UPDATE car SET basePrice = 'x', earlierPrice = '9', repriced = -5");

        assertEmpty(priceChange(car));
        tick();
        save(car, "17500");
        assertEquals(priced("17500"), draft(journal, car));
    }

    @Test
    void restoreKeepsTheReplacedVersion() {
        UUID car = saveCar(priced("1000"));
        UUID other = saveCar(priced("7000"));
        Instant typed = now();
        Path copy = copyOf(journal);
        pause();
        save(car, "2000");
        pause();
        journal.restore(copy);
        assertEquals(List.of("1000", "2000", "1000"), prices(car));
        assertEquals(now(), times(car).getFirst());
        assertEquals(List.of(typed), times(other));
        pause();
        save(car, "3000");
        assertEquals(List.of("3000", "1000", "2000", "1000"), prices(car));
    }

    /** The other journal has ended the step of its last draft, and its numbers are lower than those journal. */
    @Test
    void mergedDraftStaysInLongHistory() {
        Journal there = openOther();
        UUID car = saveCar(there, priced("1000"));
        journal.restore(copyOf(there));
        for (int step = 0; step < 210; step++) {
            pause();
            save(car, "" + (2000 + step));
        }
        pause();
        save(there, car, priced("9000"));
        there.setMark(car, SOLD, Optional.empty());
        journal.restore(copyOf(there));
        pause();
        save(car, "9500");
        assertEquals(List.of("9500", "9000"), prices(car).subList(0, 2));
    }

    @Test
    void hostileHistoryDoesNotSpoilAMerge() throws Exception {
        Journal there = openOther();
        UUID car = saveCar(there, priced("1000"));
        Path copy = copyOf(there);
        try (Database database = Database.open(copy)) {
            database.update("PRAGMA foreign_keys = OFF");
            for (Object owner : List.of(car, "nobody")) {
                for (long number : List.of(1L, Long.MAX_VALUE)) {
                    database.update(
                            "INSERT INTO history (id, car, number, event, at, draft) VALUES (?, ?, ?, 'typed', 1, '{')",
                            UUID.randomUUID(),
                            owner,
                            number);
                }
            }
        }
        journal.restore(copy);
        pause();
        save(car, "2000");
        assertEquals(List.of("2000", "1000"), prices(car));
        assertTrue(journal.check().isDurable());
    }
}
