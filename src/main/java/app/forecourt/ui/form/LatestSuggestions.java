package app.forecourt.ui.form;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.util.Callback;
import org.controlsfx.control.textfield.AutoCompletionBinding.ISuggestionRequest;
import org.jspecify.annotations.Nullable;

/**
 * The suggestions for the current input only. ControlsFX requests suggestions for each letter on a thread of its own
 * and shows the answers in any order. After fast typing, an answer for fewer letters could therefore stay visible.
 * Thread-safe.
 */
final class LatestSuggestions implements Callback<ISuggestionRequest, Collection<String>> {
    private final SuggestionPopup.SuggestionSource known;
    private @Nullable String typed;
    private boolean asked;
    private @Nullable List<String> newest;

    LatestSuggestions(SuggestionPopup.SuggestionSource known, String typed) {
        this.known = known;
        this.typed = typed;
    }

    /** Records a change of the input, which makes earlier answers obsolete. */
    synchronized void onTyped(String text) {
        typed = text;
        newest = null;
    }

    /** Records an explicit request with Down, which also shows suggestions for an empty field. */
    synchronized void onRequested(String text) {
        onTyped(text);
        asked = true;
    }

    /** Cancels pending requests because the field lost the focus. A quick return must not show old suggestions. */
    synchronized void cancel() {
        typed = null;
        newest = null;
    }

    /** Returns the answer for the current input; empty if it has not arrived yet. */
    synchronized Optional<List<String>> newest() {
        return Optional.ofNullable(newest);
    }

    /**
     * Returns the suggestions for a request.
     *
     * @throws CancellationException if the input has changed since; ControlsFX then keeps the suggestions it shows
     */
    @Override
    public List<String> call(ISuggestionRequest request) {
        String text = request.getUserText();
        boolean requested = isRequested(text);
        return keep(text, text.isBlank() && !requested ? List.of() : known.suggestions(text, requested));
    }

    private synchronized boolean isRequested(String text) {
        checkTyped(text);
        return asked;
    }

    private synchronized List<String> keep(String text, List<String> words) {
        checkTyped(text);
        asked = false;
        newest = words;
        return words;
    }

    private void checkTyped(String text) {
        if (!text.equals(typed)) {
            throw new CancellationException("another text is typed by now");
        }
    }
}
