package app.forecourt.model.stock;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Notice of what was done last to the stock list. It goes after a while; the change can be taken back by key still. */
public final class UndoNotice {
    private final ReadOnlyObjectWrapper<Optional<UndoableAction>> shown = new ReadOnlyObjectWrapper<>(
            Optional.empty());
    /** Counts the changes, because two of them may be equal. */
    private long change;

    /**
     * Follows what can be taken back.
     *
     * @param later runs an action once a notice was shown for long enough
     */
    public UndoNotice(ObservableValue<Optional<UndoableAction>> undo, Consumer<Runnable> later) {
        undo.subscribe(last -> {
            long mine = ++change;
            shown.set(last);
            if (last.isPresent()) {
                later.accept(() -> {
                    if (mine == change) {
                        shown.set(Optional.empty());
                    }
                });
            }
        });
    }

    /** What is told now. */
    public ReadOnlyObjectProperty<Optional<UndoableAction>> shown() {
        return shown.getReadOnlyProperty();
    }
}
