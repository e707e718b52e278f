package app.forecourt.sharing;

import static app.forecourt.car.CarField.MODEL;
import static app.forecourt.stock.StockMark.ARCHIVED;
import static app.forecourt.stock.StockMark.DELETED;
import static app.forecourt.stock.StockMark.NONE;
import static app.forecourt.stock.StockMark.SOLD;
import static app.forecourt.stock.StockMark.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.stock.StockMark;
import app.forecourt.testing.ProofTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of desks whose server was restored from an old backup. The clock of one desk is two years ahead. */
class RestoredServerTest extends TwoDesksFixture {

    @BeforeEach
    void setClock() {
        anna.clock.advanceDays(730);
    }

    private void mark(TestDesk desk, StockMark mark) {
        desk.mark(car, mark);
        sync();
    }

    private void restoreServer() {
        stock.restoreOldBackup();
        anna.restart();
        bert.restart();
    }

    @ParameterizedTest
    @CsvSource({"ARCHIVED, SOLD", "SOLD, NONE"})
    void markOfTheOldBackupGivesWay(StockMark old, StockMark later) {
        mark(anna, old);
        stock.backUp();
        mark(bert, later);
        restoreServer();
        assertAgreedMark(later);
    }

    @Test
    void markSinceTheRestoreStays() {
        mark(anna, ARCHIVED);
        stock.backUp();
        mark(anna, SOLD);
        restoreServer();
        bert.syncAll();
        bert.mark(car, WITHDRAWN);
        bert.syncAll();
        assertAgreedMark(WITHDRAWN);
    }

    @ProofTest
    void editOfTheOldBackupUndoesNoDeletion() {
        anna.type(car, MODEL, "Corsa");
        sync();
        stock.backUp();
        anna.type(car, MODEL, "Astra");
        sync();
        mark(bert, DELETED);
        restoreServer();
        anna.syncAll();
        assertEquals(DELETED, anna.car(car).mark());
        assertAgreedMark(DELETED);
    }

    @ProofTest
    void editSinceTheRestoreBringsTheCarBack() {
        mark(anna, ARCHIVED);
        stock.backUp();
        mark(anna, DELETED);
        restoreServer();
        bert.syncAll();
        bert.mark(car, NONE);
        bert.type(car, MODEL, "Corsa");
        bert.syncAll();
        assertAgreedMark(NONE);
        assertEquals("Corsa", anna.text(car, MODEL));
    }
}
