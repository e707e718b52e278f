package app.forecourt.photo.store;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.http.HttpClients;
import app.forecourt.http.UntrustedGet.Targets;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.photo.store.StoreCheck.Outcome;
import app.forecourt.photo.store.StoreCheck.Report;
import app.forecourt.photo.store.StoreCheck.Step;
import app.forecourt.testing.LongWait;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests of the test of a store in the settings, and of a store whose certificate the computer trusts. */
class StoreCheckTest {
    private static final Targets LOOPBACK = new Targets(true, InetAddress::isLoopbackAddress);
    private static final String PATH = "a8f3/3b9c.jpg";

    private final HttpClients http = FtpWebSpace.trusting();
    private final List<Report> reports = new ArrayList<>();
    private FtpWebSpace server;

    @BeforeEach
    void open() throws Exception {
        server = new FtpWebSpace();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private PhotoStore store(String password) {
        return PhotoStores.open(server.settings(), password, HostIdentities.inMemory(), http);
    }

    private boolean test(String password, String publicAddress, Targets targets) {
        try (PhotoStore store = store(password)) {
            return new StoreCheck(
                            store,
                            server.settings(publicAddress),
                            new PublicCheck(http, targets, LongWait.LIMIT),
                            reports::add)
                    .run();
        }
    }

    private List<String> outcomes() {
        assertEquals(List.of(Step.values()), reports.stream().map(Report::step).toList());
        return reports.stream()
                .map(report -> switch (report.outcome()) {
                    case Outcome.Done _ -> "done";
                    case Outcome.Skipped _ -> "skipped";
                    case Outcome.StoreFailed(var failure) -> failure.fault().name();
                    case Outcome.NotPublic(var fault) -> fault.name();
                })
                .toList();
    }

    @Test
    void photoIsPutSeenAndDeleted() throws Exception {
        byte[] jpeg = Pictures.jpeg(20_000);
        var check = new PublicCheck(http, LOOPBACK, LongWait.LIMIT);
        try (PhotoStore store = store(FtpWebSpace.PASSWORD)) {
            store.put(PATH, jpeg);
            var address = server.settings().publicAddress(PATH);
            assertEmpty(check.run(address, jpeg));
            assertEquals(Optional.of(PublicCheck.Fault.OTHER_BYTES), check.run(address, Pictures.jpeg(20_001)));

            store.delete(PATH);

            assertEquals(Optional.of(PublicCheck.Fault.NOT_FOUND), check.run(address, jpeg));
        }
    }

    @Test
    void samePhotoIsSentOnce() throws Exception {
        byte[] jpeg = Pictures.jpeg(20_000);
        try (PhotoStore store = store(FtpWebSpace.PASSWORD)) {
            store.put(PATH, jpeg);
            store.put(PATH, jpeg);
            assertEquals(1, server.uploads.get());
        }
    }

    @Test
    void testOfStoreDoesAllSteps() {
        assertTrue(test(FtpWebSpace.PASSWORD, server.site(), LOOPBACK));
        assertEquals(List.of("done", "done", "done", "done", "done"), outcomes());
    }

    @Test
    void testOfStoreStopsAtWrongPassword() {
        assertFalse(test("wrong password", server.site(), LOOPBACK));
        assertEquals(List.of("WRONG_PASSWORD", "skipped", "skipped", "skipped", "skipped"), outcomes());
        assertInstanceOf(Outcome.StoreFailed.class, reports.getFirst().outcome());
    }

    @Test
    void testOfStoreDeletesWhatNobodySees() {
        assertFalse(test(FtpWebSpace.PASSWORD, server.site() + "/elsewhere", LOOPBACK));
        assertEquals(List.of("done", "done", "NOT_FOUND", "skipped", "done"), outcomes());
    }

    @Test
    void testOfStoreNamesPrivateAddress() {
        assertFalse(test(FtpWebSpace.PASSWORD, "https://127.0.0.1/photos", Targets.PUBLIC));
        assertEquals(List.of("done", "done", "PRIVATE_ADDRESS", "skipped", "done"), outcomes());
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
