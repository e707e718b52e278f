package app.forecourt.journal;

import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.IMAGES;
import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.CarField.VERSION;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.UserEditMergingWriter.Saved;
import app.forecourt.journal.UserEditMergingWriter.Version;
import app.forecourt.stock.CarContent;
import app.forecourt.testing.TypedCars;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of saves of a car that a sync has written since. */
class UserEditMergingWriterTest extends JournalFixture {
    private static final CarDraft BASE = CarDraft.EMPTY.with(BRAND, "Opel").with(SALES_PRICE, "1");

    private final UUID car = UUID.randomUUID();

    @BeforeEach
    void saveBase() {
        save(car, BASE);
    }

    /** Writes the car as a sync does. */
    private void writeThere(CarDraft draft) {
        TypedCars.saveOfAnotherDesk(journal, car, _ -> draft, NONE, now());
    }

    private static CarContent typed(CarDraft draft) {
        return new CarContent(draft, Set.of(), "");
    }

    private Saved save(CarDraft draft) {
        return journal.carWriter().save(car, new Version(typed(BASE), typed(draft), Optional.empty()));
    }

    @Test
    void replacedTextIsReturned() {
        writeThere(BASE.with(SALES_PRICE, "2").with(MODEL, "Astra"));
        Saved saved = save(BASE.with(SALES_PRICE, "3"));
        assertEquals(Set.of(SALES_PRICE), saved.conflicts());
        assertEquals("3", draft(journal, car).text(SALES_PRICE));
        assertEquals("Astra", draft(journal, car).text(MODEL));
    }

    @Test
    void replacedTextOfAMergeIsReturned() {
        writeThere(BASE.with(SALES_PRICE, "2"));
        Saved saved = journal.carWriter()
                .merge(car, new Version(typed(BASE), typed(BASE.with(SALES_PRICE, "3")), Optional.empty()))
                .orElseThrow();
        assertEquals(Set.of(SALES_PRICE), saved.conflicts());
    }

    @Test
    void otherFieldAndSameTextReplaceNothing() {
        writeThere(BASE.with(SALES_PRICE, "2").with(MODEL, "Astra"));
        assertEmpty(save(BASE.with(SALES_PRICE, "2").with(VERSION, "1.2")).conflicts());
    }

    @Test
    void photosMergeAndReplaceNothing() {
        writeThere(BASE.with(IMAGES, "https://a/1"));
        assertEmpty(save(BASE.with(IMAGES, "https://a/2")).conflicts());
    }

    @Test
    void nextSaveReportsNothingAgain() {
        writeThere(BASE.with(SALES_PRICE, "2"));
        Saved first = save(BASE.with(SALES_PRICE, "3"));
        CarDraft next = BASE.with(SALES_PRICE, "4");
        Saved second = journal.carWriter().save(car, new Version(first.stored(), typed(next), first.revision()));
        assertEmpty(second.conflicts());
    }
}
