package app.forecourt.photo.store;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet.Targets;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Test of a store whose certificate the computer trusts. */
class TrustedStoreTest {
    private static final Targets LOOPBACK = new Targets(true, InetAddress::isLoopbackAddress);
    private static final String PATH = "a8f3/3b9c.jpg";

    private final HttpClients http = FtpWebSpace.trusting();

    @AutoClose
    private final FtpWebSpace server = new FtpWebSpace();

    TrustedStoreTest() throws IOException {}

    private PhotoStore store(String password) {
        return PhotoStore.open(server.settings(), password, new AcceptedInMemory(), http);
    }

    @Test
    void photoIsPutOnceAndComparedInPublic() throws Exception {
        byte[] jpeg = Pictures.jpeg(20_000);
        var check = new PublicCheck(http, LOOPBACK, LongWait.LIMIT);
        try (PhotoStore store = store(FtpWebSpace.PASSWORD)) {
            store.put(PATH, jpeg);
            store.put(PATH, jpeg);
            assertEquals(1, server.uploads.get());
            var address = server.settings().publicAddress(PATH);
            assertEmpty(check.run(address, jpeg));
            assertEquals(Optional.of(PublicCheck.Fault.OTHER_BYTES), check.run(address, Pictures.jpeg(20_001)));
        }
    }

    @Test
    void exceptionHoldsNoSecret() {
        try (PhotoStore store = store("hush-hush-hush")) {
            StoreException failure = assertThrows(StoreException.class, store::connect);
            assertEquals("WRONG_PASSWORD (FTP 530)", failure.getMessage());
            assertEquals(null, failure.getCause());
            assertFalse((store + " " + server.settings()).contains("hush"));
        }
    }
}
