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
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.FieldType;
import app.forecourt.journal.database.OptionTable.CachedOptions;
import app.forecourt.option.CarOption;
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
        journal.saveOptions(STAGING, "https://one", List.of(abs, new CarOption("x".repeat(7_000_000), "X")), true);
        assertEquals(
                Optional.of(new CachedOptions(List.of(abs), now(), false)), journal.options(STAGING, "https://one"));
    }

    @Test
    void everyFieldIsStoredAsTyped() {
        var texts = new EnumMap<CarField, String>(CarField.class);
        for (CarField field : CarField.values()) {
            if (field.type() != FieldType.OPTIONS) {
                texts.put(field, " 15.944,63 '\"\\ \t\n\0 ë 漢 🚗 \ud83d a \udca9 \\ud83d" + field);
            }
        }
        CarDraft draft = new CarDraft(texts, List.of("z", "a", "ë'"));
        UUID car = UUID.randomUUID();
        TypedCars.save(journal, car, draft, Set.of(TAX_AMOUNT, TRADE_PRICE));
        StoredCar again = stored(open(), car);
        assertEquals(draft, again.draft());
        assertEquals(Set.of(TAX_AMOUNT, TRADE_PRICE), again.acceptedSuggestions());
    }

    @Test
    void secondSaveKeepsTheTimeOfCreation() {
        UUID car = saveCar();
        Instant begun = now();
        tick();
        save(car, CarDraft.EMPTY);
        StoredCar again = stored(journal, car);
        assertEquals(CarDraft.EMPTY, again.draft());
        assertEquals(begun, again.createdAt());
        assertCount(1, journal);
    }

    @Test
    void stockListIsSortedAndHasTheKnownFields() {
        UUID first = saveCar();
        tick();
        var known = new EnumMap<CarField, String>(CarField.class);
        StockRow.KNOWN_BY.forEach(field -> known.put(field, "text of " + field));
        var details = new EnumMap<CarField, String>(CarField.class);
        StockRow.DETAILS.forEach(field -> details.put(field, "text of " + field));
        var more = new EnumMap<>(known);
        more.putAll(details);
        more.put(DESCRIPTION, "not in the list");
        UUID second = saveCar(new CarDraft(more, List.of()));
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
        UUID car = saveCar();
        for (StockMark mark : StockMark.values()) {
            mark(car, mark);
            StockRow row = open().stock().getFirst();
            assertEquals(mark, row.mark());
            assertEquals(Optional.of(now()), row.markedAt());
            assertEquals(mark, stored(open(), car).mark());
        }
        Optional<Instant> earlier = Optional.of(now().minusSeconds(60));
        journal.setMark(car, SOLD, earlier);
        assertEquals(earlier, stored(open(), car).markedAt(), "an undone mark has its time again");
    }

    @Test
    void advertTakenOffIsStoredAndIsNoProgress() {
        Submission sent = complete(submission(saveCar()), ACCEPTED);
        tick();
        Optional<Instant> now = Optional.of(now());
        journal.setTakenOff(sent.id(), now);
        SubmissionSummary summary = open().stock().getFirst().submissions().getFirst();
        assertEquals(sent.takenOff(now).summary(), summary);
        assertEquals(Optional.of("7"), summary.number());
        Submission again = onlySubmission(open(), sent.car());
        assertEquals(sent.changedAt().plusMillis(1), again.changedAt());
        assertEquals(summary, again.summary());
        journal.setTakenOff(sent.id(), Optional.empty());
        assertEquals(sent.summary(), onlySubmission(open(), sent.car()).summary());
    }

    @Test
    void deletedDraftCanBeRestoredForThirtyDays() throws Exception {
        UUID car = saveCar();
        UUID other = saveCar(draft("opel", "2"));
        Submission sent = sendCar(journal);
        tick();
        mark(car, DELETED);
        mark(sent.car(), DELETED);
        clock.advanceDays(30);
        open().backUp();
        assertEquals(DELETED, stored(open(), car).mark());
        String steps = "history WHERE car = '" + car + "'";
        assertNotEquals(0, count(steps));
        clock.advance(Duration.ofMillis(1));
        open().backUp();
        assertEmpty(open().car(car));
        assertEmpty(open().history(car));
        assertEquals(0, count(steps));
        assertTrue(open().car(other).isPresent());
        clock.advanceDays(400);
        assertSound(open());
        open().backUp();
        assertEquals(sent, onlySubmission(open(), sent.car()));
    }

    @Test
    void optionListOfEachProfileIsStored() {
        List<CarOption> staging = List.of(new CarOption("tempomat", "Tempomat"), new CarOption("b", "\"ë\""));
        journal.saveOptions(STAGING, "https://other", List.of(new CarOption("old", "Old")), true);
        clock.advanceHours(1);
        journal.saveOptions(STAGING, "https://one", staging, true);
        journal.saveOptions(PRODUCTION, "https://one", List.of(), false);
        assertEquals(Optional.of(new CachedOptions(staging, now(), true)), open().options(STAGING, "https://one"));
        assertEquals(
                Optional.of(new CachedOptions(List.of(), now(), false)), open().options(PRODUCTION, "https://one"));
        assertEmpty(open().options(PRACTICE, "https://one"));
        assertEmpty(open().options(STAGING, "https://other"));
    }
}
