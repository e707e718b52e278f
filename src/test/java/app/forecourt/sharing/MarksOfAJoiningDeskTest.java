package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.stock.StockMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the marks of a desk that joins a stock with an old home, which has the same car. */
class MarksOfAJoiningDeskTest extends TwoDesksFixture {
    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @BeforeEach
    void forget() {
        bert.forgetStock();
    }

    private void mark(TestDesk desk, StockMark mark) {
        desk.journal.setMark(car, mark, Optional.of(desk.clock.instant()));
    }

    /** Joins, and asserts that all desks have the same mark. */
    private void assertMark(StockMark expected) {
        for (TestDesk desk : List.of(anna, bert, anna, bert)) {
            desk.exchangeAll();
        }
        assertEquals(expected, anna.car(car).mark());
        assertEquals(expected, bert.car(car).mark());
    }

    @Test
    void oldDeletionGivesWayToLaterEdits() {
        mark(bert, StockMark.DELETED);
        bert.clock.advance(TWO_YEARS);
        anna.clock.advance(TWO_YEARS);
        anna.type(car, CarField.MODEL, "Corsa");
        assertMark(StockMark.NONE);
        assertEquals("Corsa", bert.text(car, CarField.MODEL));
    }

    @Test
    void laterDeletionStays() {
        anna.type(car, CarField.MODEL, "Corsa");
        bert.clock.advance(TWO_YEARS);
        mark(bert, StockMark.DELETED);
        assertMark(StockMark.DELETED);
    }

    @Test
    void oldMarkGivesWayToALaterMark() {
        mark(bert, StockMark.SOLD);
        bert.clock.advance(TWO_YEARS);
        anna.clock.advance(TWO_YEARS);
        mark(anna, StockMark.ARCHIVED);
        assertMark(StockMark.ARCHIVED);
    }

    @Test
    void laterMarkStays() {
        mark(anna, StockMark.ARCHIVED);
        bert.clock.advance(TWO_YEARS);
        mark(bert, StockMark.SOLD);
        // An edit does not take back a sale.
        anna.exchangeAll();
        anna.clock.advance(TWO_YEARS.multipliedBy(2));
        anna.type(car, CarField.MODEL, "Corsa");
        assertMark(StockMark.SOLD);
    }
}
