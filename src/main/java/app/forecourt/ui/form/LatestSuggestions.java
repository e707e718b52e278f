package app.forecourt.ui.form;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.util.Callback;
import org.controlsfx.control.textfield.AutoCompletionBinding.ISuggestionRequest;
import org.jspecify.annotations.Nullable;

/**
 * The words for what is typed now, and for nothing before it. ControlsFX asks for each letter in a thread of its own,
 * and shows what they answer in whatever order it comes: of letters typed in one go, the words for fewer could stay.
 */
final class LatestSuggestions implements Callback<ISuggestionRequest, Collection<String>> {
    private final SuggestionPopup.Known known;
    private @Nullable String typed;
    private boolean asked;
    private @Nullable List<String> newest;

    LatestSuggestions(SuggestionPopup.Known known, String typed) {
        this.known = known;
        this.typed = typed;
    }

    synchronized void typed(String text) {
        typed = text;
        newest = null;
    }

    /** The words for what stands in the field are asked for, which shows them for an empty one too. */
    synchronized void asked(String text) {
        typed(text);
        asked = true;
    }

    /** The field is left: who comes back within a moment is not offered what she had been typing. */
    synchronized void cancel() {
        typed = null;
        newest = null;
    }

    /** The answer to what is typed now, where there is one by now. */
    synchronized Optional<List<String>> newest() {
        return Optional.ofNullable(newest);
    }

    /** @throws CancellationException where another text is typed by now: ControlsFX shows nothing for it, and lets what it shows stand */
    @Override
    public List<String> call(ISuggestionRequest request) {
        String text = request.getUserText();
        boolean down = down(text);
        return keep(text, text.isBlank() && !down ? List.of() : known.words(text, down));
    }

    private synchronized boolean down(String text) {
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
