package app.forecourt.sharing;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.stock.StockMark.ARCHIVED;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.stock.StockMark;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
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
    private void assertAgreedMark(StockMark expected) {
        sync();
        assertMark(expected);
    }

    @Test
    void oldDeletionGivesWayToLaterEdits() {
        mark(bert, DELETED);
        bert.clock.advance(TWO_YEARS);
        anna.clock.advance(TWO_YEARS);
        anna.type(car, MODEL, "Corsa");
        assertAgreedMark(NONE);
        assertEquals("Corsa", bert.text(car, MODEL));
    }

    @Tag("proof")
    @Test
    void laterDeletionStays() {
        anna.type(car, MODEL, "Corsa");
        bert.clock.advance(TWO_YEARS);
        mark(bert, DELETED);
        assertAgreedMark(DELETED);
    }

    @Tag("proof")
    @Test
    void oldMarkGivesWayToALaterMark() {
        mark(bert, SOLD);
        bert.clock.advance(TWO_YEARS);
        anna.clock.advance(TWO_YEARS);
        mark(anna, ARCHIVED);
        assertAgreedMark(ARCHIVED);
    }

    @Tag("proof")
    @Test
    void laterMarkStays() {
        mark(anna, ARCHIVED);
        bert.clock.advance(TWO_YEARS);
        mark(bert, SOLD);
        // An edit does not take back a sale.
        anna.syncAll();
        anna.clock.advance(TWO_YEARS.multipliedBy(2));
        anna.type(car, MODEL, "Corsa");
        assertAgreedMark(SOLD);
    }
}
