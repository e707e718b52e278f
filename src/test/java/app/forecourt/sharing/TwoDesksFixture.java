package app.forecourt.sharing;

import static app.forecourt.autochat.FailureCause.STOPPED;
import static app.forecourt.car.CarField.SALES_PRICE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.car.CarField;
import app.forecourt.journal.JournalFixture;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.StockMark;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two desks that share a stock with one car, through a real PostgreSQL. */
@Needs(SystemFeature.LOCAL_SERVERS)
abstract class TwoDesksFixture {
    static final SendOutcome ARRIVED = JournalFixture.ACCEPTED;
    static final SendOutcome IN_DOUBT = JournalFixture.UNKNOWN;
    static final SendOutcome NOT_SENT = new SendOutcome.NotSent(STOPPED);

    @TempDir
    Path folder;

    TestStock stock;
    TestDesk anna;
    TestDesk bert;
    UUID car;

    @BeforeEach
    void begin() throws IOException {
        stock = new TestStock();
        anna = new TestDesk("Anna", folder.resolve("anna"), stock);
        bert = new TestDesk("Bert", folder.resolve("bert"), stock);
        car = anna.addCar("Opel", "16.450");
        anna.syncAll();
        bert.syncAll();
    }

    @AfterEach
    void close() throws IOException {
        anna.close();
        bert.close();
        stock.close();
    }

    List<TestDesk> desks() {
        return List.of(anna, bert);
    }

    /** Syncs until no desk has anything new. */
    void sync() {
        for (int round = 0; round < 2; round++) {
            desks().forEach(TestDesk::syncAll);
        }
    }

    /** Asserts what each desk has. */
    <T> void assertEach(T expected, Function<TestDesk, T> actual) {
        desks().forEach(desk -> assertEquals(expected, actual.apply(desk), desk.name));
    }

    /** Asserts that a field of the car has the same text at both desks. */
    void assertText(CarField field, String text) {
        assertEach(text, desk -> desk.text(car, field));
    }

    /** Returns what a window hears of a price of the car that gave way to another. */
    ReplacedText replacedPrice(String desk, boolean isOwn) {
        return new ReplacedText(car, SALES_PRICE.apiName(), desk, isOwn);
    }

    /** Syncs, and asserts that all desks have the same mark. */
    void assertAgreedMark(StockMark mark) {
        sync();
        assertEach(mark, desk -> desk.car(car).mark());
    }

    /** Returns the states of all claims, the oldest first. */
    String claimStates() {
        return stock.text("SELECT string_agg(state, ' ' ORDER BY revision) FROM forecourt.claim");
    }

    void assertClaims(String states) {
        assertEquals(states, claimStates());
    }

    static ImmediateWork work(TestDesk desk) {
        return new ImmediateWork(desk.sync, desk.connection(), desk.journal);
    }
}
