package app.forecourt.sharing;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.stock.StockMark.ARCHIVED;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.sharing.server.TestStock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of a desk that leaves its stock, and joins the same one or another one. */
class LeftStockTest extends TwoDesksFixture {

    private void exchange() {
        for (int round = 0; round < 2; round++) {
            anna.exchangeAll();
            bert.exchangeAll();
        }
    }

    private void assertText(CarField field, String text, String... rivals) {
        for (TestDesk desk : List.of(anna, bert)) {
            assertEquals(text, desk.text(car, field));
            assertEquals(List.of(rivals), desk.rivals(car, field));
        }
    }

    @Tag("proof")
    @Test
    void untouchedFieldTakesTheLaterTextOfTheOtherDesk() {
        bert.leaveStock();
        anna.type(car, SALES_PRICE, "15.950");
        bert.type(car, MODEL, "Corsa");
        exchange();
        assertText(SALES_PRICE, "15.950");
        assertText(MODEL, "Corsa");
        assertEquals(1, bert.journal.stock().size());
    }

    @Test
    void textTypedMeanwhileStays() {
        bert.leaveStock();
        bert.type(car, SALES_PRICE, "15.950");
        anna.type(car, SALES_PRICE, "15.500");
        exchange();
        assertText(SALES_PRICE, "15.950", "15.500");
    }

    @Tag("proof")
    @Test
    void clocksDoNotDecideBetweenMarks() {
        anna.journal.setMark(car, SOLD, Optional.of(anna.clock.instant()));
        exchange();
        bert.leaveStock();
        anna.clock.advance(Duration.ofDays(-730));
        anna.journal.setMark(car, ARCHIVED, Optional.of(anna.clock.instant()));
        exchange();
        for (TestDesk desk : List.of(anna, bert)) {
            assertEquals(ARCHIVED, desk.car(car).mark());
        }
    }

    @Tag("proof")
    @Test
    void killWhileJoiningAgainLosesNothing() {
        boolean isKilled = true;
        for (int steps = 0; isKilled; steps++) {
            bert.leaveStock();
            anna.type(car, SALES_PRICE, "price " + steps);
            anna.exchangeAll();
            bert.type(car, MODEL, "model " + steps);
            isKilled = bert.exchangeKilledAfter(steps);
            exchange();
            assertText(SALES_PRICE, "price " + steps);
            assertText(MODEL, "model " + steps);
        }
    }

    @Tag("proof")
    @Test
    void serverRestoredMeanwhileLosesNothing() {
        bert.type(car, MODEL, "Corsa");
        exchange();
        bert.leaveStock();
        bert.type(car, SALES_PRICE, "15.950");
        stock.restoreBackup();
        anna.restart();
        exchange();
        assertText(MODEL, "Corsa");
        assertText(SALES_PRICE, "15.950", "16.450");
    }

    @Tag("proof")
    @Test
    void stockBetweenMakesItAFirstContact() throws IOException {
        try (TestStock other = new TestStock()) {
            bert.join(other);
            bert.exchangeAll();
            assertEquals("1", other.text("SELECT count(*) FROM forecourt.item WHERE kind = 'car'"));
            bert.join(stock);
            anna.type(car, SALES_PRICE, "15.950");
            exchange();
            assertText(SALES_PRICE, "16.450", "15.950");
            assertEquals(1, bert.journal.stock().size());
        }
    }

    @Test
    void leftStockOffersNothing() throws Exception {
        anna.type(car, SALES_PRICE, "15.500");
        bert.type(car, SALES_PRICE, "15.950");
        exchange();
        Path file = bert.copies();
        try (SyncStateReader reader = new SyncStateReader(file)) {
            assertEquals(Set.of(SALES_PRICE.apiName()), reader.rivals(car).keySet());
            bert.leaveStock();
            assertEmpty(reader.rivals(car));
            assertEmpty(bert.exchange.stock());
            exchange();
            assertEquals(Set.of(SALES_PRICE.apiName()), reader.rivals(car).keySet());
        }
    }
}
