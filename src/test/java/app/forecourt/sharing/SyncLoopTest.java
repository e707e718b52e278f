package app.forecourt.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.car.CarField;
import app.forecourt.journal.database.JournalException;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of the loop of a desk that does not reach the server. */
class SyncLoopTest extends TwoDesksFixture implements StockSync.Listener {
    @Override
    public void onRemoteChange(Set<UUID> cars) {
        // The test reads the journal.
    }

    @Override
    public void onStatusChanged(SyncStatus status) {
        // The test reads the journal.
    }

    @Test
    void restoredJournalIsComparedAfterAFailureOfTheDisk() {
        Path copy = bert.copyHome(folder.resolve("copy"));
        bert.type(car, CarField.SALES_PRICE, "15.950");
        bert.exchangeAll();
        bert.restore(copy, "journal.db");
        SyncTasks tasks = new SyncTasks();
        bert.beforeStep = 0;
        bert.duringStep = () -> {
            // Ends the pause after the failure.
            tasks.wake();
            throw new JournalException(JournalException.Reason.FULL, new SQLException("full"));
        };
        SyncLoop loop = new SyncLoop(
                _ -> bert.exchange,
                bert.journal,
                (_, _) -> {
                    tasks.close();
                    throw new StockServerException(ServerFailure.UNREACHABLE);
                },
                bert.clock,
                this,
                tasks);

        loop.run();

        assertEquals("15.950", bert.text(car, CarField.SALES_PRICE));
    }
}
