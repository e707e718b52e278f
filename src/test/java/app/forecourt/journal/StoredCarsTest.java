package app.forecourt.journal;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.DESCRIPTION;
import static app.forecourt.car.CarField.LICENSE_PLATE;
import static app.forecourt.car.CarField.TAX_AMOUNT;
import static app.forecourt.car.CarField.TRADE_PRICE;
import static app.forecourt.settings.Profile.PRACTICE;
import static app.forecourt.settings.Profile.PRODUCTION;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.journal.database.OptionTable.CachedOptions;
import app.forecourt.option.CarOption;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.PriceHistory;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.StoredCar;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionSummary;
import app.forecourt.testing.TypedCars;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests that drafts, marks, option lists and the edit position are the same after the next start. */
class StoredCarsTest extends JournalFixture {

    @Test
    void optionNameOf7MegabytesIsLeftOut() {
        CarOption abs = new CarOption("abs", "ABS");
        Journal journal = open();
        journal.saveOptions(STAGING, "https://one", List.of(abs, new CarOption("x".repeat(7_000_000), "X")), true, 0);
        assertEquals(
                Optional.of(new CachedOptions(List.of(abs), clock.instant(), false, 1)),
                journal.options(STAGING, "https://one"));
    }

    @Test
    void everyFieldIsStoredAsTyped() {
        var texts = new EnumMap<CarField, String>(CarField.class);
        for (CarField field : CarField.values()) {
            if (field.type() != FieldType.OPTIONS) {
                texts.put(field, " 15.944,63 '\"\\ \t\n\0 ë 漢 🚗 \ud83d a \udca9 \\ud83d" + field);
            }
        }
        CarDraft draft = CarDraft.of(texts, List.of("z", "a", "ë'"));
        UUID car = UUID.randomUUID();
        try (Journal journal = open()) {
            TypedCars.save(journal, car, draft, Set.of(TAX_AMOUNT, TRADE_PRICE));
        }
        StoredCar again = open().car(car).orElseThrow();
        assertEquals(
                new StoredCar(
                        car,
                        draft,
                        Set.of(TAX_AMOUNT, TRADE_PRICE),
                        NONE,
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant(),
                        List.of(),
                        Optional.empty(),
                        "",
                        PriceHistory.NONE,
                        false),
                again);
    }

    @Test
    void secondSaveKeepsTheTimeOfCreation() {
        Journal journal = open();
        UUID car = saveCar(journal, draft("bmw", "1"));
        Instant begun = clock.instant();
        tick();
        TypedCars.save(journal, car, CarDraft.EMPTY, Set.of());
        StoredCar again = journal.car(car).orElseThrow();
        assertEquals(CarDraft.EMPTY, again.draft());
        assertEquals(begun, again.createdAt());
        assertEquals(1, journal.stock().size());
    }

    @Test
    void stockListIsSortedAndHasTheKnownFields() {
        Journal journal = open();
        UUID first = saveCar(journal, draft("bmw", "1"));
        tick();
        var known = new EnumMap<CarField, String>(CarField.class);
        StockRow.KNOWN_BY.forEach(field -> known.put(field, "text of " + field));
        var details = new EnumMap<CarField, String>(CarField.class);
        StockRow.DETAILS.forEach(field -> details.put(field, "text of " + field));
        var more = new EnumMap<>(known);
        more.putAll(details);
        more.put(DESCRIPTION, "not in the list");
        UUID second = saveCar(journal, CarDraft.of(more, List.of()));
        List<StockRow> stock = open().stock();
        assertEquals(List.of(second, first), stock.stream().map(StockRow::id).toList());
        assertEquals(known, stock.getFirst().texts());
        assertEquals(details, stock.getFirst().details());
        assertEquals(Map.of(BRAND, "bmw", LICENSE_PLATE, "1"), stock.getLast().texts());
        assertEquals(Optional.of(stock.getFirst()), row(journal, second));
        assertEmpty(row(journal, UUID.randomUUID()));
        assertEmpty(journal.car(UUID.randomUUID()));
    }

    @Test
    void marksAreStored() {
        Journal journal = open();
        UUID car = saveCar(journal, draft("bmw", "1"));
        for (StockMark mark : StockMark.values()) {
            journal.setMark(car, mark, Optional.of(clock.instant()));
            assertEquals(mark, open().car(car).orElseThrow().mark());
            assertEquals(mark, open().stock().getFirst().mark());
            assertEquals(Optional.of(clock.instant()), open().stock().getFirst().markedAt());
        }
        Optional<Instant> earlier = Optional.of(clock.instant().minusSeconds(60));
        journal.setMark(car, SOLD, earlier);
        assertEquals(earlier, open().car(car).orElseThrow().markedAt(), "an undone mark has its time again");
    }

    @Test
    void advertTakenOffIsStoredAndIsNoProgress() {
        Journal journal = open();
        Submission sent = complete(journal, submission(saveCar(journal, draft("bmw", "1"))), ACCEPTED);
        tick();
        Optional<Instant> now = Optional.of(clock.instant());
        journal.setTakenOff(sent.id(), now);
        SubmissionSummary summary = open().stock().getFirst().submissions().getFirst();
        assertEquals(now, summary.takenOff());
        assertEquals(Optional.of("7"), summary.number());
        Submission again = onlySubmission(open(), sent.car());
        assertEquals(sent.takenOff(now).summary(), again.summary());
        assertEquals(sent.changedAt().plusMillis(1), again.changedAt());
        assertEquals(summary, again.summary());
        journal.setTakenOff(sent.id(), Optional.empty());
        assertEquals(sent.summary(), onlySubmission(open(), sent.car()).summary());
    }

    @Test
    void deletedDraftCanBeRestoredForThirtyDays() {
        Journal journal = open();
        UUID car = saveCar(journal, draft("bmw", "1"));
        UUID other = saveCar(journal, draft("opel", "2"));
        tick();
        journal.setMark(car, DELETED, Optional.of(clock.instant()));
        clock.advance(Duration.ofDays(30));
        open().backUp();
        assertEquals(DELETED, open().car(car).orElseThrow().mark());
        clock.advance(Duration.ofMillis(1));
        open().backUp();
        assertEmpty(open().car(car));
        assertTrue(open().car(other).isPresent());
    }

    @Test
    void deletedCarThatWasSentStays() {
        Journal journal = open();
        UUID car = saveCar(journal, draft("bmw", "1"));
        complete(journal, submission(car), ACCEPTED);
        journal.setMark(car, DELETED, Optional.of(clock.instant()));
        clock.advance(Duration.ofDays(400));
        assertEquals(JournalState.of(JournalState.Kind.SOUND), open().check());
        open().backUp();
        assertEquals(1, open().car(car).orElseThrow().submissions().size());
    }

    @Test
    void optionListOfEachProfileIsStored() {
        Journal journal = open();
        List<CarOption> staging = List.of(new CarOption("tempomat", "Tempomat"), new CarOption("b", "\"ë\""));
        journal.saveOptions(STAGING, "https://one", List.of(new CarOption("old", "Old")), true, 0);
        clock.advance(Duration.ofHours(1));
        journal.saveOptions(STAGING, "https://one", staging, true, 0);
        journal.saveOptions(PRODUCTION, "https://one", List.of(), false, 0);
        assertEquals(
                Optional.of(new CachedOptions(staging, clock.instant(), true, 0)),
                open().options(STAGING, "https://one"));
        assertEquals(
                Optional.of(new CachedOptions(List.of(), clock.instant(), false, 0)),
                open().options(PRODUCTION, "https://one"));
        assertEmpty(open().options(PRACTICE, "https://one"));
    }

    @Test
    void optionListOfAnotherAddressIsIgnored() {
        Journal journal = open();
        journal.saveOptions(STAGING, "https://one", List.of(new CarOption("abs", "ABS")), true, 0);
        assertEmpty(journal.options(STAGING, "https://other"));
        journal.saveOptions(STAGING, "https://other", List.of(), true, 0);
        assertEmpty(journal.options(STAGING, "https://one"));
    }

    @Test
    void editPositionIsStored() {
        Journal journal = open();
        assertEmpty(journal.editPosition());
        journal.saveEditPosition(new EditPosition(UUID.randomUUID(), "brand", 0));
        EditPosition position = new EditPosition(UUID.randomUUID(), "salesPrice", 0.375);
        journal.saveEditPosition(position);
        assertEquals(Optional.of(position), open().editPosition());
    }
}
