package app.forecourt.model.send;

import static app.forecourt.car.Problem.Code.HELD_BY_DESK;
import static app.forecourt.car.Problem.Code.SENT_UNCHANGED;
import static app.forecourt.car.Problem.Code.STOCK_RESTORED;
import static app.forecourt.car.Problem.Code.STOCK_UNREACHABLE;
import static app.forecourt.stock.ListingStatus.DRAFT;
import static app.forecourt.stock.ListingStatus.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.car.Problem;
import app.forecourt.model.AppModelFixture;
import app.forecourt.send.RecordedClaims;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.ui.words.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Test of the questions about a car of a shared stock, and of the second press that confirms them. */
class ClaimedCarTest extends AppModelFixture {
    private static final SubmissionClaims.Result GRANTED = new SubmissionClaims.Result.Granted(false);
    private final RecordedClaims recorded = new RecordedClaims();

    ClaimedCarTest() {
        claims = recorded;
    }

    private List<Problem.Code> shown() {
        return visibleProblems().stream().map(Problem::code).toList();
    }

    @Test
    void carOfAnotherDeskIsAskedAboutAndThenSent() {
        recorded.result = new SubmissionClaims.Result.Held(UUID.randomUUID(), "Anna", true, Instant.now(clock));
        startModel();
        typeCar();
        send();
        assertEquals(List.of(HELD_BY_DESK), shown());
        assertEquals(DRAFT, status());
        assertEquals(0, newPosts());

        recorded.result = GRANTED;
        send();
        assertEquals(SENT, status());
        assertEquals(1, newPosts());
        assertEquals(List.of("claim", "claim confirmed"), recorded.take(2));
    }

    @Test
    void unreachableStockIsAskedAboutAndThenSent() {
        recorded.result = new SubmissionClaims.Result.Unreachable();
        startModel();
        typeCar();
        send();
        assertEquals(List.of(STOCK_UNREACHABLE), shown());
        assertEquals(0, newPosts());

        send();
        assertEquals(SENT, status());
        assertEquals(1, newPosts());
    }

    @Test
    void restoredStockIsAskedAboutAndThenSent() {
        recorded.result = new SubmissionClaims.Result.Restored();
        startModel();
        typeCar();
        send();
        assertEquals(List.of(STOCK_RESTORED), shown());
        assertEquals(0, newPosts());

        recorded.result = GRANTED;
        send();
        assertEquals(SENT, status());
        assertEquals(1, newPosts());
    }

    @Test
    void unchangedCarThatADeskSendsHasBothQuestions() {
        startModel();
        typeCar();
        send();
        correct();
        recorded.result = new SubmissionClaims.Result.Held(UUID.randomUUID(), "Anna", false, Instant.now(clock));
        send();
        assertEquals(
                List.of(HELD_BY_DESK, SENT_UNCHANGED),
                shown().stream().sorted().toList().reversed());
        recorded.result = GRANTED;
        send();
        assertEquals(SENT, status());
    }

    @Test
    void deskIsNamedInTheQuestion() {
        Messages messages = new Messages(Locale.UK, clock);
        Problem held = Problem.of(
                CarField.SALES_PRICE,
                HELD_BY_DESK,
                "staging",
                Instant.now(clock).toString(),
                "Anna",
                0);
        String text = messages.problem(held);
        assertEquals("Anna has been sending it to STAGING since", text.substring(0, 41));
        assertEquals("If it is sent from here, that desk will not send it.", text.substring(text.indexOf("If it")));
    }
}
