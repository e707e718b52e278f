package app.forecourt.model.sharing;

import app.forecourt.sharing.ReplacedText;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.SyncStatus;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The reports of one sync, which arrive on its thread and are handled on the FX thread.
 *
 * @param isCurrent false after another sync has begun, because late reports are dropped then
 */
record FxSyncListener(
        Executor fxThread,
        BooleanSupplier isCurrent,
        BiConsumer<Set<UUID>, List<ReplacedText>> remoteChanges,
        Consumer<SyncStatus> statuses)
        implements StockSync.Listener {
    @Override
    public void onRemoteChange(Set<UUID> cars, List<ReplacedText> replaced) {
        report(() -> remoteChanges.accept(cars, replaced));
    }

    @Override
    public void onStatusChanged(SyncStatus status) {
        report(() -> statuses.accept(status));
    }

    private void report(Runnable action) {
        fxThread.execute(() -> {
            if (isCurrent.getAsBoolean()) {
                action.run();
            }
        });
    }
}
