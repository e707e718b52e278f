package app.forecourt.model.send;

import static app.forecourt.car.CarField.SALES_PRICE;
import static app.forecourt.car.Problem.Code.HELD_BY_DESK;
import static app.forecourt.car.Problem.Code.SENT_UNCHANGED;
import static app.forecourt.car.Problem.Code.STOCK_RESTORED;
import static app.forecourt.car.Problem.Code.STOCK_UNREACHABLE;
import static app.forecourt.stock.SendingStatus.DRAFT;
import static app.forecourt.stock.SendingStatus.SENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.forecourt.car.Problem;
import app.forecourt.model.AppModelFixture;
import app.forecourt.send.RecordedClaims;
import app.forecourt.send.SubmissionClaims;
import app.forecourt.ui.words.Messages;
import app.forecourt.ui.words.ProblemMessages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Test of the questions about a car of a shared stock, and of the second press that confirms them. */
class ClaimedCarTest extends AppModelFixture {
    private static final SubmissionClaims.Result GRANTED = new SubmissionClaims.Result.Granted(false);
    private final RecordedClaims recorded = new RecordedClaims();

    ClaimedCarTest() {
        claims = recorded;
    }

    @Test
    void carOfAnotherDeskIsAskedAboutAndThenSent() {
        recorded.result = new SubmissionClaims.Result.Held(UUID.randomUUID(), "Anna", true, Instant.now(clock));
        startWithCar();
        send();
        assertCodes(HELD_BY_DESK);
        assertStatus(DRAFT);
        assertNewPosts(0);

        recorded.result = GRANTED;
        assertSentOnce();
        assertEquals(List.of("claim", "claim confirmed"), recorded.take(2));
    }

    static Stream<Arguments> questions() {
        return Stream.of(
                arguments(
                        new SubmissionClaims.Result.Unreachable(),
                        STOCK_UNREACHABLE,
                        new SubmissionClaims.Result.Unreachable()),
                arguments(new SubmissionClaims.Result.Restored(), STOCK_RESTORED, GRANTED));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void stockThatGrantsNothingIsAskedAbout(
            SubmissionClaims.Result result, Problem.Code question, SubmissionClaims.Result next) {
        recorded.result = result;
        startWithCar();
        send();
        assertEquals(List.of(question), visibleCodes());
        assertNewPosts(0);
        recorded.result = next;
        assertSentOnce();
    }

    @Test
    void unchangedCarThatADeskSendsHasBothQuestions() {
        startWithCar();
        send();
        correct();
        recorded.result = new SubmissionClaims.Result.Held(UUID.randomUUID(), "Anna", false, Instant.now(clock));
        send();
        assertEquals(
                List.of(HELD_BY_DESK, SENT_UNCHANGED),
                visibleCodes().stream().sorted().toList().reversed());
        recorded.result = GRANTED;
        send();
        assertStatus(SENT);
    }

    @Test
    void deskIsNamedInTheQuestion() {
        Messages messages = new Messages(Locale.UK, clock);
        Problem held = Problem.of(
                SALES_PRICE, HELD_BY_DESK, "staging", Instant.now(clock).toString(), "Anna", 0);
        String text = new ProblemMessages(messages).text(held);
        assertEquals("Anna has been sending it to STAGING since", text.substring(0, 41));
        assertEquals("If it is sent from here, that desk will not send it.", text.substring(text.indexOf("If it")));
    }
}
