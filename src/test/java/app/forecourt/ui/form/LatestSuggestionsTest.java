package app.forecourt.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.controlsfx.control.textfield.AutoCompletionBinding.ISuggestionRequest;
import org.junit.jupiter.api.Test;

/** Known words follow what is typed, in whatever order the threads that look them up come by. */
class LatestSuggestionsTest {
    private final LatestSuggestions answers = new LatestSuggestions(this::words, "");
    private Runnable meanwhile = () -> {};

    private List<String> words(String typed, boolean asked) {
        meanwhile.run();
        return List.of(typed + (asked ? " asked" : " typed"));
    }

    /** A letter typed in the next moment cancels no look-up that ControlsFX has not begun yet: it asks for both. */
    private record Request(String getUserText) implements ISuggestionRequest {
        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private List<String> ask(String text) {
        return answers.call(new Request(text));
    }

    @Test
    void fewerLettersThatComeLateAreNotAnswered() {
        answers.typed("stea");
        answers.typed("steal");
        assertEquals(List.of("steal typed"), ask("steal"));
        assertThrows(CancellationException.class, () -> ask("stea"));
        assertEquals(Optional.of(List.of("steal typed")), answers.newest());
    }

    @Test
    void noAnswerToFewerLettersStaysWhenOneMoreIsTypedWhileTheyAreLookedUp() {
        answers.typed("stea");
        meanwhile = () -> {
            meanwhile = () -> {};
            answers.typed("steal");
            ask("steal");
        };
        assertThrows(CancellationException.class, () -> ask("stea"));
        assertEquals(Optional.of(List.of("steal typed")), answers.newest());
    }

    @Test
    void whatWasAnsweredBeforeALetterIsNoAnswerAfterIt() {
        answers.typed("stea");
        ask("stea");
        answers.typed("steal");
        assertEquals(Optional.empty(), answers.newest());
    }

    @Test
    void anEmptyFieldIsAnsweredOnceWhenItIsAsked() {
        assertEquals(List.of(), ask(""));
        answers.asked("");
        assertEquals(List.of(" asked"), ask(""));
        assertEquals(List.of(), ask(""));
    }

    @Test
    void whoLeavesAndComesBackIsNotOfferedWhatSheHadTyped() {
        answers.typed("steal");
        answers.cancel();
        assertThrows(CancellationException.class, () -> ask("steal"));
        answers.asked("steal");
        assertEquals(List.of("steal asked"), ask("steal"));
    }
}
