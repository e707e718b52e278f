package app.forecourt.autochat;

import static app.forecourt.autochat.FailureCause.SERVER_ERROR;
import static app.forecourt.autochat.FailureCause.TIMEOUT;
import static app.forecourt.autochat.FailureCause.UNREACHABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Test of the outcomes of loading options: only some are responses of AutoChat. */
class OptionsOutcomeTest {

    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(new OptionsOutcome.Loaded(List.of(), true, 0), true),
                Arguments.of(new OptionsOutcome.Limited(Instant.EPOCH), true),
                Arguments.of(refused(SignInFailure.Kind.NOT_ALLOWED), true),
                Arguments.of(refused(SignInFailure.Kind.WRONG_CREDENTIALS), false),
                Arguments.of(refused(SignInFailure.Kind.LOCKED), false),
                Arguments.of(new OptionsOutcome.Failed(SERVER_ERROR, 500), true),
                Arguments.of(new OptionsOutcome.Failed(UNREACHABLE, 0), false),
                Arguments.of(new OptionsOutcome.Failed(TIMEOUT, 0), false));
    }

    private static OptionsOutcome refused(SignInFailure.Kind kind) {
        return new OptionsOutcome.SignInRefused(new SignInFailure(kind, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void onlyResponsesCountAsAnswered(OptionsOutcome outcome, boolean answered) {
        assertEquals(answered, outcome.isAnswered());
    }
}
