package app.forecourt.ui.stock;

import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.UserVerdict.IT_IS_THERE;
import static app.forecourt.stock.UserVerdict.SENT_AGAIN;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.car.CarDraft;
import app.forecourt.journal.JournalFixture;
import app.forecourt.model.options.DealershipAndOptionNames;
import app.forecourt.model.options.OptionPrettyNames;
import app.forecourt.settings.Dealership;
import app.forecourt.settings.DealershipRepository;
import app.forecourt.stock.Submission;
import app.forecourt.testing.TestHome;
import app.forecourt.ui.words.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about a car's past submissions. */
class SubmissionHistoryMessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:04:31Z");
    private static final UUID CAR = UUID.randomUUID();

    @RegisterExtension
    final TestHome home = new TestHome();

    private final Messages messages = new Messages(Locale.UK, Clock.fixed(NOW, ZoneOffset.UTC));

    private DealershipAndOptionNames called;

    @BeforeEach
    void createNames() {
        var dealerships = new DealershipRepository(home.preferences(), "practice");
        dealerships.save(List.of(new Dealership("Main street", "stg-main", "prd-main")));
        called = new DealershipAndOptionNames(dealerships, new OptionPrettyNames());
    }

    private static Submission submission(int minutes, String payload) {
        return Submission.of(
                CAR,
                STAGING,
                "https://staging.autochat.ai",
                CarDraft.EMPTY,
                payload,
                NOW.plus(Duration.ofMinutes(minutes)));
    }

    private static Submission endedSubmission(int minutes, SendOutcome outcome) {
        return submission(minutes, "{\"salesPrice\":15944.5,\"currency\":\"EUR\"}")
                .asSending(NOW)
                .withOutcome(NOW, outcome);
    }

    private String details(Submission submission) {
        return new SubmissionHistoryMessages(messages, called, List.of(submission)).details(submission);
    }

    private String line(int index, Submission submission) {
        return details(submission).lines().toList().get(index);
    }

    @Test
    void acceptedShowsNumberAndPriceInWords() {
        Submission sent = endedSubmission(
                0,
                new SendOutcome.Accepted(new Answer(201, "application/json", "{\"id\": \"u-1\"}"), Optional.of("u-1")));
        assertEquals("""
                STAGING · 12:04:31
                Accepted by STAGING
                Its number there is u-1.

                Price then: 15,944.50 EUR""", details(sent));
        assertEquals(
                Optional.of("Status 201, application/json\n{\"id\": \"u-1\"}"),
                new SubmissionHistoryMessages(messages, called, List.of(sent)).rawAnswer(sent));
    }

    @Test
    void correctionAndCorrectedNameEachOther() {
        Submission first = endedSubmission(0, JournalFixture.ACCEPTED);
        Submission second = submission(6, "{}").enqueued(Optional.of(first.id()), NOW.plus(Duration.ofMinutes(6)));
        var history = new SubmissionHistoryMessages(messages, called, List.of(first, second));
        assertEquals(Optional.of("Corrects the submission of 12:04:31"), history.correctionNote(second));
        assertEmpty(history.correctionNote(first));
        assertEndsWith("\nCorrected by the submission of 12:10:31", history.details(first));
    }

    @ParameterizedTest
    @CsvSource({"stg-main, Main street · stg-main", "another, another"})
    void sentDealershipAndNumberOfOptionsAreShown(String id, String shown) {
        String text = details(submission(0, """
                {"dealershipId": "%s", "options": ["abs", "seat_heating"]}""".formatted(id)));
        assertEndsWith("Dealership then: " + shown + "\nOptions then: 2", text);
    }

    @Test
    void unknownOutcomeIsShownWithVerdict() {
        Submission unknown = endedSubmission(0, new SendOutcome.Unknown(TIMEOUT, Optional.empty()));
        assertEquals("""
                STAGING · 12:04:31
                This car may have arrived at STAGING
                Staging did not answer in time.
                You confirmed that it is there.

                Price then: 15,944.50 EUR""", details(unknown.withVerdict(IT_IS_THERE, NOW)));
        assertEquals("You sent it again.", line(3, unknown.withVerdict(SENT_AGAIN, NOW)));
        assertEquals("", line(3, unknown), "nothing was decided");
    }

    @Test
    void rejectionNamesFieldsWithoutInstructions() {
        String answer = """
                {"violations": [{"propertyPath": "vin", "message": "not a VIN we know"}]}""";
        assertEquals(
                """
                STAGING · 12:04:31
                STAGING did not accept this car
                VIN: AutoChat: not a VIN we know

                Price then: 15,944.50 EUR""", details(endedSubmission(0, SendOutcome.Rejected.of(new Answer(422, "application/json", answer)))));
        assertEquals(
                "AutoChat refused it (404) without naming a field.",
                details(endedSubmission(0, SendOutcome.Rejected.of(new Answer(404, "", ""))))
                        .lines()
                        .toList()
                        .get(2));
    }

    @Test
    void unsentCarIsNotShownAsSent() {
        String text = details(endedSubmission(0, new SendOutcome.NotSent(UNREACHABLE)));
        assertEquals("Price then: 15,944.50 EUR", text.lines().toList().getLast());
    }

    @Test
    void pendingSubmissionShowsItsProgress() {
        Submission waiting = submission(0, "{}");
        assertEquals("STAGING · 12:04:31\nWaiting to go to STAGING\n", details(waiting));
        assertEquals("STAGING · 12:04:31\nSending to STAGING…\n", details(waiting.asSending(NOW)));
        Submission again = waiting.asSending(NOW)
                .asWaiting(NOW, new SendOutcome.NotSent(UNREACHABLE), NOW)
                .asSending(NOW)
                .asWaiting(NOW, new SendOutcome.NotSent(UNREACHABLE), NOW);
        assertEquals("Tried 2 times.", line(3, again));
    }

    @Test
    void otherDeskIsNamed() {
        Submission own = submission(0, "{}");
        Submission there = submission(1, "{}");
        var history = new SubmissionHistoryMessages(
                messages, called, List.of(own, there), Map.of(there.id(), "Anna, desk 2"));
        assertEquals("12:04:31", history.time(own));
        assertStartsWith("STAGING · 12:05:31 · Anna, desk 2\n", history.details(there));
    }
}
