package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.stock.StockMark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of desks whose server was restored from an old backup. The clock of one desk is two years ahead. */
class RestoredServerTest extends TwoDesksFixture {

    @BeforeEach
    void setClock() {
        anna.clock.advance(Duration.ofDays(730));
    }

    private void exchange() {
        for (int round = 0; round < 2; round++) {
            anna.exchangeAll();
            bert.exchangeAll();
        }
    }

    private void mark(TestDesk desk, StockMark mark) {
        desk.journal.setMark(car, mark,
                mark == StockMark.NONE ? Optional.empty() : Optional.of(desk.clock.instant()));
        exchange();
    }

    private void restoreServer() {
        stock.restoreOldBackup();
        anna.restart();
        bert.restart();
    }

    private void assertMark(StockMark expected) {
        exchange();
        for (TestDesk desk : List.of(anna, bert)) {
            assertEquals(expected, desk.car(car).mark());
        }
    }

    @Test
    void markOfTheOldBackupGivesWay() {
        mark(anna, StockMark.ARCHIVED);
        stock.backUp();
        mark(bert, StockMark.SOLD);
        restoreServer();
        assertMark(StockMark.SOLD);
    }

    @Test
    void markTakenBackDoesNotComeBack() {
        mark(anna, StockMark.SOLD);
        stock.backUp();
        mark(bert, StockMark.NONE);
        restoreServer();
        assertMark(StockMark.NONE);
    }

    @Test
    void markSinceTheRestoreStays() {
        mark(anna, StockMark.ARCHIVED);
        stock.backUp();
        mark(anna, StockMark.SOLD);
        restoreServer();
        bert.exchangeAll();
        bert.journal.setMark(car, StockMark.WITHDRAWN, Optional.of(bert.clock.instant()));
        bert.exchangeAll();
        assertMark(StockMark.WITHDRAWN);
    }

    @Test
    void editOfTheOldBackupUndoesNoDeletion() {
        anna.type(car, CarField.MODEL, "Corsa");
        exchange();
        stock.backUp();
        anna.type(car, CarField.MODEL, "Astra");
        exchange();
        mark(bert, StockMark.DELETED);
        restoreServer();
        anna.exchangeAll();
        assertEquals(StockMark.DELETED, anna.car(car).mark());
        assertMark(StockMark.DELETED);
    }

    @Test
    void editSinceTheRestoreBringsTheCarBack() {
        mark(anna, StockMark.ARCHIVED);
        stock.backUp();
        mark(anna, StockMark.DELETED);
        restoreServer();
        bert.exchangeAll();
        bert.journal.setMark(car, StockMark.NONE, Optional.empty());
        bert.type(car, CarField.MODEL, "Corsa");
        bert.exchangeAll();
        assertMark(StockMark.NONE);
        assertEquals("Corsa", anna.text(car, CarField.MODEL));
    }
}
