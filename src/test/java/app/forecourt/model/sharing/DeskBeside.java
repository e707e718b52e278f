package app.forecourt.model.sharing;

import app.forecourt.model.AppModelFixture;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.SyncStatus;
import app.forecourt.sharing.SyncingDesk;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.TestStock;
import java.io.IOException;
import java.util.function.Consumer;

/** The desk of Bert beside the model of a test, which is that of Anna. Both share a stock on a real PostgreSQL. */
public final class DeskBeside extends SyncingDesk {
    /** Whether Anna shares the stock. */
    public boolean isShared = true;
    /** The number of syncs that Anna's model has created. */
    public int created;

    /** Starts the desk. */
    public DeskBeside(AppModelFixture anna) throws IOException {
        super("Bert", anna.home.resolve("bert"), new TestStock(), anna.clock);
        sync.start();
    }

    /** Returns the source of Anna's sync. */
    public SyncFactory source(AppModelFixture anna) {
        return new SyncFactory() {
            @Override
            public boolean isShared() {
                return isShared;
            }

            @Override
            public StockSync create(StockSync.Listener listener, Consumer<StockClient.Desk> onConnect) {
                created++;
                return new StockSync(
                        anna.journal,
                        "Anna",
                        (desk, known) -> {
                            onConnect.accept(desk);
                            return stock.server(desk, known);
                        },
                        _ -> {},
                        anna.clock,
                        listener);
            }
        };
    }

    /** Returns true if both desks are at work. */
    public static boolean isTogether(AppModelFixture anna) {
        return anna.appModel
                .sharedStock()
                .status()
                .get()
                .filter(status -> status instanceof SyncStatus.Together together
                        && together.desks().size() == 2)
                .isPresent();
    }

    @Override
    public void close() {
        super.close();
        stock.close();
    }
}
