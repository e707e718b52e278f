package app.forecourt.stock;

import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.car.CarField.BRAND;
import static app.forecourt.car.CarField.OPTIONS;
import static app.forecourt.car.CarField.VIN;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.autochat.SendOutcome;
import app.forecourt.autochat.SendOutcome.Answer;
import app.forecourt.autochat.SendOutcome.Rejected;
import app.forecourt.autochat.SendOutcome.Unknown;
import app.forecourt.car.CarDraft;
import app.forecourt.car.CarField;
import app.forecourt.car.Price;
import app.forecourt.car.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the facts that a submission gives about the sent car and the outcome. */
class SubmissionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CarDraft SENT = new CarDraft(Map.of(BRAND, "bmw", VIN, "1"), List.of("abs"));
    private static final SendOutcome UNKNOWN = new Unknown(TIMEOUT, Optional.empty());

    private static Submission of(String payload) {
        return Submission.of(UUID.randomUUID(), STAGING, "https://staging.autochat.ai", SENT, payload, NOW);
    }

    private static Submission rejectedFor(CarField... fields) {
        return of("{}").withOutcome(
                        NOW,
                        new Rejected(
                                new Answer(422, "", ""),
                                List.of(fields).stream()
                                        .map(field -> Problem.of(field, Problem.Code.REFUSED_BY_AUTOCHAT))
                                        .toList(),
                                List.of("no")));
    }

    private static List<CarField> remainingFields(Submission refused, CarDraft now) {
        return refused.remainingProblems(now).stream().map(Problem::field).toList();
    }

    @Test
    void sentValuesAreReadFromThePayload() {
        Submission sent = of("""
                {"salesPrice":15944.50,"currency":"EUR","dealershipId":"7","options":["abs","esp"]}""");
        assertEquals(Optional.of(new Price(new BigDecimal("15944.5"), "EUR")), sent.price());
        assertEquals(Optional.of("7"), sent.dealership());
        assertEquals(Optional.of(List.of("abs", "esp")), sent.options());
    }

    @Test
    void missingValuesAreEmpty() {
        Submission bare = of("{\"dealershipId\":\"\"}");
        assertEmpty(bare.price());
        assertEmpty(bare.dealership());
        assertEmpty(bare.options());
        assertEmpty(of("{}").dealership());
    }

    @Test
    void rejectedFieldRemainsUntilItIsChanged() {
        Submission refused = rejectedFor(VIN, BRAND);
        assertEquals(List.of(VIN, BRAND), remainingFields(refused, SENT));
        assertEquals(List.of(BRAND), remainingFields(refused, SENT.with(VIN, "2")));
    }

    @Test
    void rejectedOptionsRemainUntilTheyAreChanged() {
        Submission refused = rejectedFor(OPTIONS);
        assertEquals(List.of(OPTIONS), remainingFields(refused, SENT.with(VIN, "2")));
        CarDraft others = new CarDraft(Map.of(BRAND, "bmw", VIN, "1"), List.of("esp"));
        assertEmpty(remainingFields(refused, others));
    }

    @Test
    void otherOutcomesHaveNoRemainingProblems() {
        assertEmpty(of("{}").remainingProblems(SENT));
        assertEmpty(of("{}").withOutcome(NOW, UNKNOWN).remainingProblems(SENT));
    }
}
