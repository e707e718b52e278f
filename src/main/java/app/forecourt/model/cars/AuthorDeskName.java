package app.forecourt.model.cars;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The name of the other desk that has done what the window shows, such as a mark. Used on the FX thread only.
 *
 * @param <T> what the window shows
 */
public final class AuthorDeskName<T> {
    private final Search<T> search;
    private final ReadOnlyObjectWrapper<Optional<String>> name = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<T> shown = Optional.empty();
    /** Counts the searches, because the answer of an earlier one is dropped. */
    private long searches;

    /** The search for a desk, in the background. */
    public interface Search<T> {
        /** @param found receives the name; empty if this desk has done it */
        void find(T shown, Consumer<Optional<String>> found);
    }

    public AuthorDeskName(Search<T> search) {
        this.search = search;
    }

    /** Returns the name of the desk; empty if this desk has done it, or if nothing is shown. */
    public ReadOnlyObjectProperty<Optional<String>> name() {
        return name.getReadOnlyProperty();
    }

    /** Searches for the desk, if something else is shown than before. */
    public void show(Optional<T> next) {
        if (!next.equals(shown)) {
            shown = next;
            name.set(Optional.empty());
            long expected = ++searches;
            next.ifPresent(what -> search.find(what, found -> {
                if (expected == searches) {
                    name.set(found);
                }
            }));
        }
    }
}
