package app.forecourt.model.sharing;

import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.server.StockClient;
import java.io.IOException;
import java.sql.SQLException;
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

        @Override
        public void prepare() {
            // There is nothing to prepare.
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

    /** Prepares the file of the copies before the start of a sync. Blocks on the disk. */
    void prepare() throws SQLException, IOException;
}
