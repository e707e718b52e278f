package app.forecourt.autochat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that a kind of outcome without a case is found. */
class OutcomeKindsTest {

    private sealed interface Planted {
        record Direct() implements Planted {}

        sealed interface Nested extends Planted {}

        record Below() implements Nested {}
    }

    @Test
    void recordsBelowNestedTypesAreFound() {
        assertEquals(
                List.of(Planted.Direct.class, Planted.Below.class),
                OutcomeKinds.records(Planted.class).toList());
    }

    @Test
    void kindsWithoutOutcomeAreMissing() {
        assertEquals(
                List.of(
                        SendOutcome.Accepted.class, SendOutcome.Rejected.class,
                        SendOutcome.SignInRefused.class, SendOutcome.Limited.class),
                OutcomeKinds.missing(List.of(
                        new SendOutcome.NotSent(FailureCause.TLS),
                        new SendOutcome.Unknown(FailureCause.BROKEN, Optional.empty()))));
    }
}
