package app.forecourt.sharing;

import static app.forecourt.settings.Setting.DESK_NAME;
import static app.forecourt.settings.Setting.SHARED_STOCK_ADDRESS;
import static app.forecourt.settings.Setting.SHARED_STOCK_SECRET;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.sharing.SharedStockMembership.Setup;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.ServerFailure;
import app.forecourt.sharing.server.StockClient.Desk;
import app.forecourt.sharing.server.StockServerException;
import app.forecourt.testing.TestHome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The shared stock by the preferences, and the address that its password belongs to. */
class SharedStockMembershipTest {
    private static final Path ROOT = Path.of("ca.pem").toAbsolutePath();
    private static final Setup SETUP =
            new Setup(new ServerAddress("db.example", 6543, "stock", "anna", true, Optional.of(ROOT)), "Anna, desk 2");
    private static final Optional<String> PASSWORD = Optional.of("p@ss/wörd%41");

    @RegisterExtension
    final TestHome home = new TestHome();

    private final AtomicInteger changes = new AtomicInteger();
    private Preferences preferences;
    private Vault vault;
    private SharedStockMembership settings;

    @BeforeEach
    void open() {
        preferences = home.preferences();
        vault = home.vault();
        settings = new SharedStockMembership(preferences, vault);
        settings.setListener(changes::incrementAndGet);
    }

    private void restart() {
        home.close();
        open();
        vault.open();
        vault.awaitOpened();
    }

    private void save() {
        settings.save(SETUP, PASSWORD, false);
    }

    /** Saves a setup without a new password. */
    private void save(Setup setup) {
        settings.save(setup, Optional.empty(), false);
    }

    private ServerFailure connectFailure() {
        return assertThrows(
                        StockServerException.class,
                        () -> settings.connector(SETUP).connect(new Desk(UUID.randomUUID(), "Anna"), Optional.empty()))
                .failure();
    }

    @Test
    void setupOutlivesProgram() {
        save();
        restart();
        assertEquals(Optional.of(SETUP), settings.setup());
        assertEquals(PASSWORD.orElseThrow(), vault.secret(SHARED_STOCK_SECRET));
    }

    /** Whoever can edit the file, but can't read the key, must not get the password. */
    @Test
    void editedAddressGetsNoPassword() {
        save();
        for (String address : new String[] {
            SETUP.address().text().replace("db.example", "evil.example"),
            SETUP.address().text().replace("verify-full", "require"),
            SETUP.address().text().replace("ca.pem", "evil.pem")
        }) {
            restart();
            preferences.put(SHARED_STOCK_ADDRESS, address);
            assertEquals(ServerFailure.LOCKED_PASSWORD, connectFailure(), address);
            assertEquals("", vault.secret(SHARED_STOCK_SECRET));
            assertFalse(vault.hasSecretForOtherAddress(), "that is about AutoChat");
        }
    }

    /** An earlier version did not verify such an address. */
    @Test
    void addressOfEarlierVersionKeepsItsPassword() {
        String address = "postgresql://anna@db.example:6543/stock?sslmode=require&sslrootcert=" + ROOT;
        preferences.put(SHARED_STOCK_ADDRESS, address);
        var unused = vault.put(SHARED_STOCK_SECRET, PASSWORD.orElseThrow());
        restart();
        assertEquals(Optional.of(SETUP.address()), settings.setup().map(Setup::address));
        save(new Setup(SETUP.address(), "Bert"));
        assertEquals(PASSWORD.orElseThrow(), vault.secret(SHARED_STOCK_SECRET));
    }

    @Test
    void changedAddressForgetsEarlierPassword() {
        save();
        var moved = new Setup(SETUP.address().withRootCertificate(Optional.empty()), SETUP.deskName());
        save(moved);
        assertFalse(vault.has(SHARED_STOCK_SECRET));
    }

    @Test
    void listenerHearsEachChangeOnce() {
        save();
        assertEquals(1, changes.get());
        save(SETUP);
        assertEquals(1, changes.get(), "nothing has changed");
        save(new Setup(SETUP.address(), "Bert"));
        settings.save(new Setup(SETUP.address(), "Bert"), PASSWORD, false);
        settings.save(new Setup(SETUP.address(), "Bert"), Optional.empty(), true);
        assertEquals(4, changes.get());
        settings.leave();
        assertEquals(5, changes.get());
    }

    @Test
    void leavingForgetsAddressAndPassword() {
        save();
        settings.leave();
        restart();
        assertEmpty(settings.setup());
        assertFalse(vault.has(SHARED_STOCK_SECRET));
        assertEquals("Anna, desk 2", preferences.get(DESK_NAME), "for the next time");
    }

    private int timesLeft() {
        AtomicInteger times = new AtomicInteger();
        settings.leaveEarlierStock(times::incrementAndGet);
        return times.get();
    }

    @Test
    void movedStockIsKeptAndAnotherOneLeftOnce() {
        save();
        // As after a kill before the sync started.
        restart();
        assertEquals(1, timesLeft());
        assertEquals(0, timesLeft(), "left once only");
        settings.save(new Setup(SETUP.address().withRootCertificate(Optional.empty()), "Anna"), PASSWORD, false);
        assertEquals(0, timesLeft());
        settings.save(SETUP, PASSWORD, true);
        assertEquals(1, timesLeft());
    }

    @Test
    void damagedAddressSharesNothing() {
        preferences.put(SHARED_STOCK_ADDRESS, "postgresql://");
        assertTrue(settings.setup().isEmpty());
        assertTrue(settings.isUnusable(), "nothing is sent unclaimed");
        preferences.put(SHARED_STOCK_ADDRESS, "");
        assertFalse(settings.isUnusable());
    }
}
