package app.forecourt.model.sharing;

import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.server.StockClient;
import java.util.function.Consumer;

/** Creates a sync with the shared stock that the settings name at that time. */
public interface SyncFactory {
    /** The factory of a desk that shares no stock. */
    SyncFactory NONE = new SyncFactory() {
        @Override
        public boolean isShared() {
            return false;
        }

        @Override
        public StockSync create(StockSync.Listener listener, Consumer<StockClient.Desk> onConnect) {
            throw new IllegalStateException("nothing is shared");
        }
    };

    /** Returns whether the desk shares a stock. Reads memory only. */
    boolean isShared();

    /** Returns whether the settings still name the stock of the last sync. Reads memory only. */
    default boolean isSameStock() {
        return isShared();
    }

    /** Returns whether the settings name a stock that can't be used, as after an edit by hand. Reads memory only. */
    default boolean isUnusable() {
        return false;
    }

    /**
     * Creates a sync, without starting it.
     *
     * @param onConnect receives this desk before each connection, on the sync's thread
     */
    StockSync create(StockSync.Listener listener, Consumer<StockClient.Desk> onConnect);
}
