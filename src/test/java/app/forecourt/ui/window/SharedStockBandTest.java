package app.forecourt.ui.window;

import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertEndsWith;
import static javafx.scene.input.KeyCode.SHIFT;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.model.sharing.SyncFactory;
import app.forecourt.sharing.StockSync;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.StockClient;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.testing.SettableClock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** The status of the shared stock in the band. */
class SharedStockBandTest extends MainWindowContentFixture {
    private final AtomicInteger uses = new AtomicInteger();
    private boolean isShared = true;

    /** A clock that counts the looks of the FX thread, which looks when the user is at work. */
    private final class UseClock extends SettableClock {
        @Override
        public Instant instant() {
            if (Platform.isFxApplicationThread()) {
                uses.incrementAndGet();
            }
            return super.instant();
        }
    }

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
                    new UseClock(),
                    listener);
        }
    }

    @Test
    void lostServerIsToldWithItsReason() {
        assertHidden("sharedStock", "nothing is shared");
        step(() -> appModel.sharedStock().setSyncFactory(new Unreachable()));
        await("the status", () -> label("sharedStock").startsWith("Alone since"));
        assertEndsWith(": kept here", label("sharedStock"));
        Button button = (Button) node("sharedStock");
        String spoken = onFxThread(button::getAccessibleText);
        assertContains("kept on this computer", spoken);

        isShared = false;
        step(() -> appModel.sharedStock().settingsChanged());
        await("no status", () -> !isVisible("sharedStock"));
    }

    @Test
    void keyAndClickCountAsUse() {
        step(() -> appModel.sharedStock().setSyncFactory(new Unreachable()));
        uses.set(0);
        press(SHIFT);
        assertTrue(uses.getAndSet(0) > 0, "key");
        fireMouse("sharedStock", MouseEvent.MOUSE_PRESSED);
        assertTrue(uses.get() > 0, "click");
    }
}
