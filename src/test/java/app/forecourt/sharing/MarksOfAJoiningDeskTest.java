package app.forecourt.sharing;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.stock.StockMark.ARCHIVED;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.testing.ProofTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the marks of a desk that joins a stock with an old home, which has the same car. */
class MarksOfAJoiningDeskTest extends TwoDesksFixture {
    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @BeforeEach
    void forget() {
        bert.forgetStock();
    }

    @Test
    void oldDeletionGivesWayToLaterEdits() {
        bert.mark(car, DELETED);
        bert.clock.advance(TWO_YEARS);
        anna.clock.advance(TWO_YEARS);
        anna.type(car, MODEL, "Corsa");
        assertAgreedMark(NONE);
        assertEquals("Corsa", bert.text(car, MODEL));
    }

    @ProofTest
    void laterDeletionStays() {
        anna.type(car, MODEL, "Corsa");
        bert.clock.advance(TWO_YEARS);
        bert.mark(car, DELETED);
        assertAgreedMark(DELETED);
    }

    @ProofTest
    void oldMarkGivesWayToALaterMark() {
        bert.mark(car, SOLD);
        bert.clock.advance(TWO_YEARS);
        anna.clock.advance(TWO_YEARS);
        anna.mark(car, ARCHIVED);
        assertAgreedMark(ARCHIVED);
    }

    @ProofTest
    void laterMarkStays() {
        anna.mark(car, ARCHIVED);
        bert.clock.advance(TWO_YEARS);
        bert.mark(car, SOLD);
        // An edit does not take back a sale.
        anna.syncAll();
        anna.clock.advance(TWO_YEARS.multipliedBy(2));
        anna.type(car, MODEL, "Corsa");
        assertAgreedMark(SOLD);
    }
}
