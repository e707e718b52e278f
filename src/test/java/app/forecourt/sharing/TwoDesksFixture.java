package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.car.CarField;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.send.SubmissionClaims.Result;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Two desks that share a stock with one car, through a real PostgreSQL. */
abstract class TwoDesksFixture {
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

    /** Asserts that a field of the car has the same text at both desks. */
    /** Asserts what each desk has. */
    <T> void assertEach(T expected, Function<TestDesk, T> actual) {
        desks().forEach(desk -> assertEquals(expected, actual.apply(desk), desk.name));
    }

    void assertText(CarField field, String text) {
        assertEach(text, desk -> desk.text(car, field));
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

    /** Claims the car of a submission, and returns the claim that is in its way. */
    static Result.Held held(SubmissionClaims claims, Submission submission) {
        return assertInstanceOf(Result.Held.class, claims.claim(submission, Set.of()));
    }

    static ImmediateWork work(TestDesk desk) {
        return new ImmediateWork(desk.sync, desk.connection(), desk.journal);
    }
}
