package app.forecourt.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.controlsfx.control.textfield.AutoCompletionBinding.ISuggestionRequest;
import org.junit.jupiter.api.Test;

/** Suggestions for the current input, whatever the order of the requesting threads. */
class LatestSuggestionsTest {
    private final LatestSuggestions answers = new LatestSuggestions(this::words, "");
    private Runnable meanwhile = () -> {};

    private List<String> words(String typed, boolean asked) {
        meanwhile.run();
        return List.of(typed + (asked ? " asked" : " typed"));
    }

    /**
     * A request that is never cancelled: ControlsFX does not cancel requests that have not started when the next
     * letter is typed.
     */
    private record Request(String getUserText) implements ISuggestionRequest {
        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private List<String> request(String text) {
        return answers.call(new Request(text));
    }

    @Test
    void lateRequestForFewerLettersIsCancelled() {
        answers.onTyped("stea");
        answers.onTyped("steal");
        assertEquals(List.of("steal typed"), request("steal"));
        assertThrows(CancellationException.class, () -> request("stea"));
        assertEquals(Optional.of(List.of("steal typed")), answers.newest());
    }

    @Test
    void answerIsDroppedIfInputChangesMeanwhile() {
        answers.onTyped("stea");
        meanwhile = () -> {
            meanwhile = () -> {};
            answers.onTyped("steal");
            request("steal");
        };
        assertThrows(CancellationException.class, () -> request("stea"));
        assertEquals(Optional.of(List.of("steal typed")), answers.newest());
    }

    @Test
    void nextLetterDiscardsEarlierAnswer() {
        answers.onTyped("stea");
        request("stea");
        answers.onTyped("steal");
        assertEquals(Optional.empty(), answers.newest());
    }

    @Test
    void emptyFieldIsAnsweredOncePerRequest() {
        assertEquals(List.of(), request(""));
        answers.onRequested("");
        assertEquals(List.of(" asked"), request(""));
        assertEquals(List.of(), request(""));
    }

    @Test
    void returningToFieldShowsNoOldSuggestions() {
        answers.onTyped("steal");
        answers.cancel();
        assertThrows(CancellationException.class, () -> request("steal"));
        answers.onRequested("steal");
        assertEquals(List.of("steal asked"), request("steal"));
    }
}
