package app.forecourt.model.sharing;

import app.forecourt.stock.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The other desk that has sent the submission that the window shows. Used on the FX thread only. */
final class ShownSubmissionSender {
    private final Search search;
    private final ReadOnlyObjectWrapper<Optional<String>> name = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    private Optional<UUID> shown = Optional.empty();
    /** Counts the searches, because the answer of an earlier one is dropped. */
    private long searches;

    /** The search for the names of other desks, by the submission that they have sent. */
    interface Search {
        void find(List<UUID> submissions, Consumer<Map<UUID, String>> found);
    }

    ShownSubmissionSender(ObservableValue<Optional<Submission>> submission, Search search) {
        this.search = search;
        submission.subscribe(sent -> find(sent.map(Submission::id)));
    }

    /** Returns the name of the desk; empty if this desk has sent the submission, or if none is shown. */
    ReadOnlyObjectProperty<Optional<String>> name() {
        return name.getReadOnlyProperty();
    }

    private void find(Optional<UUID> sent) {
        if (!sent.equals(shown)) {
            shown = sent;
            name.set(Optional.empty());
            long expected = ++searches;
            sent.ifPresent(submission -> search.find(List.of(submission), senders -> {
                if (expected == searches) {
                    name.set(Optional.ofNullable(senders.get(submission)));
                }
            }));
        }
    }
}
