package app.forecourt.model.sharing;

import app.forecourt.journal.Journal;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.server.StockClient;
import java.time.Clock;
import java.util.function.Consumer;

/** Creates the sync with the shared stock of the settings. */
public record StockSyncFactory(SharedStockMembership settings, Journal journal, Clock clock) implements SyncFactory {
    @Override
    public boolean isShared() {
        return settings.setup().isPresent();
    }

    @Override
    public boolean isSameStock() {
        return isShared() && !settings.isOtherStock();
    }

    @Override
    public boolean isUnusable() {
        return settings.isUnusable();
    }

    @Override
    public StockSync create(StockSync.Listener listener, Consumer<StockClient.Desk> onConnect) {
        SharedStockMembership.Setup setup = settings.setup().orElseThrow();
        StockSync.Connector connector = settings.connector(setup);
        return new StockSync(
                journal,
                setup.deskName(),
                (desk, stock) -> {
                    onConnect.accept(desk);
                    return connector.connect(desk, stock);
                },
                settings::leaveEarlierStock,
                clock,
                listener);
    }
}
