package app.forecourt.sharing;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.ARCHIVED;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.car.CarField;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.testing.ProofTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tests of a desk that leaves its stock, and joins the same one or another one. */
class LeftStockTest extends TwoDesksFixture {

    private void assertTextAndHistory(CarField field, String text, String inHistory) {
        assertText(field, text);
        assertTrue(
                bert.history(car, field).contains(inHistory),
                () -> bert.history(car, field).toString());
    }

    @ProofTest
    void untouchedFieldTakesTheLaterTextOfTheOtherDesk() {
        bert.leaveStock();
        anna.type(car, SALES_PRICE, "15.950");
        bert.type(car, MODEL, "Corsa");
        sync();
        assertText(SALES_PRICE, "15.950");
        assertText(MODEL, "Corsa");
        assertEquals(1, bert.journal.stock().size());
    }

    @Test
    void textTypedMeanwhileStays() {
        bert.leaveStock();
        bert.type(car, SALES_PRICE, "15.950");
        anna.type(car, SALES_PRICE, "15.500");
        sync();
        assertTextAndHistory(SALES_PRICE, "15.950", "Anna: 15.500");
    }

    @ProofTest
    void clocksDoNotDecideBetweenMarks() {
        anna.mark(car, SOLD);
        sync();
        bert.leaveStock();
        anna.clock.advanceDays(-730);
        anna.mark(car, ARCHIVED);
        assertAgreedMark(ARCHIVED);
    }

    @ProofTest
    void killWhileJoiningAgainLosesNothing() {
        boolean isKilled = true;
        for (int steps = 0; isKilled; steps++) {
            bert.leaveStock();
            anna.type(car, SALES_PRICE, "price " + steps);
            anna.syncAll();
            bert.type(car, MODEL, "model " + steps);
            isKilled = bert.syncKilledAfter(steps);
            sync();
            assertText(SALES_PRICE, "price " + steps);
            assertText(MODEL, "model " + steps);
        }
    }

    @ProofTest
    void serverRestoredMeanwhileLosesNothing() {
        bert.type(car, MODEL, "Corsa");
        sync();
        bert.leaveStock();
        bert.type(car, SALES_PRICE, "15.950");
        stock.restoreBackup();
        anna.restart();
        sync();
        assertText(MODEL, "Corsa");
        assertText(SALES_PRICE, "15.950");
    }

    @ProofTest
    void stockBetweenMakesItAFirstContact() throws IOException {
        try (TestStock other = new TestStock()) {
            bert.join(other);
            bert.syncAll();
            assertEquals("1", other.text("SELECT count(*) FROM forecourt.item WHERE kind = 'car'"));
            bert.join(stock);
            anna.type(car, SALES_PRICE, "15.950");
            sync();
            assertTextAndHistory(SALES_PRICE, "15.950", "Anna: 16.450");
            assertEquals(1, bert.journal.stock().size());
        }
    }
}
