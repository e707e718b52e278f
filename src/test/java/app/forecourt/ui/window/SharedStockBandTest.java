package app.forecourt.ui.window;

import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.sharing.SyncFactory;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.connection.ServerFailure;
import app.forecourt.sharing.connection.StockServerException;
import app.forecourt.sharing.server.StockClient;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;

/** The status of the shared stock in the band. */
class SharedStockBandTest extends MainWindowFixture {
    private boolean isShared = true;

    /** A stock whose server can't be reached. */
    private final class Unreachable implements SyncFactory {
        @Override
        public boolean isShared() {
            return isShared;
        }

        @Override
        public StockSync create(StockSync.Listener listener, Consumer<StockClient.Desk> onConnect) {
            return new StockSync(
                    journal,
                    "Anna",
                    (_, _) -> {
                        throw new StockServerException(ServerFailure.UNREACHABLE);
                    },
                    _ -> {},
                    clock,
                    listener);
        }
    }

    @Test
    void lostServerIsToldWithItsReason() {
        assertFalse(isVisible("sharedStock"), "nothing is shared");
        step(() -> appModel.sharedStock().setSyncFactory(new Unreachable()));
        await("the status", () -> label("sharedStock").startsWith("Alone since"));
        assertEndsWith(": kept here", label("sharedStock"));
        Button button = (Button) node("sharedStock");
        String spoken = onFxThread(button::getAccessibleText);
        assertTrue(spoken.contains("kept on this computer"), spoken);

        isShared = false;
        step(() -> appModel.sharedStock().settingsChanged());
        await("no status", () -> !isVisible("sharedStock"));
    }
}
