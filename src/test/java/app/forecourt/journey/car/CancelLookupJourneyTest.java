package app.forecourt.journey.car;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.journey.WindowTest;
import java.net.InetAddress;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cancelling a plate lookup on staging, with a register that never answers. */
class CancelLookupJourneyTest extends WindowTest {
    private final MockWebServer rdw = new MockWebServer();

    @Override
    public void prepare() throws Exception {
        rdw.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        rdw.start(InetAddress.getLoopbackAddress(), 0);
        System.setProperty("forecourt.profile", "staging");
        System.setProperty("forecourt.rdw.url", "http://127.0.0.1:" + rdw.getPort());
    }

    @AfterEach
    void cleanUp() {
        System.clearProperty("forecourt.profile");
        System.clearProperty("forecourt.rdw.url");
        rdw.close();
    }

    @Test
    void escapeInAnotherFieldStopsLookup() throws Exception {
        write("xf100f");
        robot.push(KeyCode.ENTER);
        assertEquals("Looking up XF-100-F in RDW… Esc stops it", label("lookUp"));
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.TAB);
        write("SEB-1");
        robot.push(KeyCode.ESCAPE);
        assertEquals("Look-up in RDW stopped. Enter tries again", label("lookUp"));
        assertEquals("SEB-1", text("internalId"));
        untilFocused("internalId");
    }
}
