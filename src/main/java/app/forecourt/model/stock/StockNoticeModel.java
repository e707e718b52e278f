package app.forecourt.model.stock;

import app.forecourt.stock.StockMark;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/**
 * Notice of the last change of the stock list. The notice disappears after a while; the undo key still works then. The
 * notice of what another desk did stays until another car is shown, because the user may be away.
 */
public final class StockNoticeModel {
    private final ReadOnlyObjectWrapper<Optional<StockNotice>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Counts the changes, because two of them may be equal. */
    private long change;

    /**
     * Creates the notice and follows the changes.
     *
     * @param undo last change that can be undone
     * @param later runs an action when a notice was visible long enough
     */
    public StockNoticeModel(ObservableValue<Optional<UndoableAction>> undo, Consumer<Runnable> later) {
        undo.subscribe(last -> {
            long thisChange = ++change;
            shown.set(last.map(StockNotice.class::cast));
            if (last.isPresent() && !isOfAnotherDesk()) {
                later.accept(() -> {
                    if (thisChange == change) {
                        shown.set(Optional.empty());
                    }
                });
            }
        });
    }

    private boolean isOfAnotherDesk() {
        return shown.get()
                .filter(notice -> switch (notice) {
                    case UndoableAction.Marked marked -> marked.desk().isPresent();
                    case StockNotice.Returned _, StockNotice.Kept _ -> true;
                    case UndoableAction.Imported _, UndoableAction.Template _, UndoableAction.TakenOff _ -> false;
                })
                .isPresent();
    }

    /** Shows what another desk did, if there is nothing to undo. */
    public void show(StockNotice notice) {
        change++;
        shown.set(Optional.of(notice));
    }

    /** Ends a notice of what another desk did, because the user has gone to another car. */
    public void onCarShown() {
        if (isOfAnotherDesk()) {
            shown.set(Optional.empty());
        }
    }

    /** Ends a notice about a car that another desk has marked otherwise since. */
    public void endIfMarkedOtherwise(UUID car, StockMark mark) {
        boolean isOutdated = shown.get().orElse(null) instanceof UndoableAction.Marked(var before, var announced, var _)
                && before.id().equals(car)
                && announced != mark;
        if (isOutdated) {
            shown.set(Optional.empty());
        }
    }

    /** Returns what is announced now. */
    public ReadOnlyObjectProperty<Optional<StockNotice>> shown() {
        return shown.getReadOnlyProperty();
    }
}
