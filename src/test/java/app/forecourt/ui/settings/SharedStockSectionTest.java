package app.forecourt.ui.settings;

import static app.forecourt.settings.Setting.SHARED_STOCK_NEW;
import static app.forecourt.settings.Setting.SHARED_STOCK_SECRET;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static app.forecourt.testing.TextAssertions.assertContains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.sharing.SharedStockMembership;
import app.forecourt.sharing.SharedStockMembership.Setup;
import app.forecourt.sharing.server.ServerAddress;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.ui.fx.ClipboardText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the shared stock: the pasted address, its faults, the test, the copied address and leaving. */
class SharedStockSectionTest extends SectionFixture {
    private static final Path ROOT = Path.of("ca.pem").toAbsolutePath();
    private static final ServerAddress ADDRESS =
            new ServerAddress("db.example", 5432, "stock", "anna", true, Optional.empty());

    private final AtomicInteger changes = new AtomicInteger();
    private SharedStockMembership settings;
    private SharedStockSection section;

    @BeforeEach
    void openSettings() {
        settings = new SharedStockMembership(preferences, vault);
        settings.setListener(changes::incrementAndGet);
    }

    private void open() {
        show(760, 700, () -> {
            TaskRunner taskRunner = new TaskRunner(Thread::startVirtualThread, Platform::runLater);
            section = new SharedStockSection(
                    new SettingFields(preferences, taskRunner, dialogs()),
                    new SettingsDialog.SharedStock(settings, () -> "anna, desk-2", Optional::empty),
                    vault);
            return page(section.view());
        });
    }

    private void enterAddress(String text) {
        onFxThread(() -> node("sharedStockAddress", TextField.class).setText(text));
        layOut();
    }

    private void pasteAddress() {
        onFxThread(() -> node("sharedStockAddress", TextField.class).paste());
        layOut();
    }

    private void enter(String id, String text) {
        onFxThread(() -> node(id, TextField.class).setText(text));
    }

    private void save() {
        onFxThread(section::save);
    }

    private void share() {
        settings.save(new Setup(ADDRESS, "Anna"), Optional.of("s3cret-word"), false);
        changes.set(0);
    }

    @Test
    void onlyAddressIsAskedAtFirst() {
        open();
        assertVisible("sharedStockAddress");
        for (String id : new String[] {
            "sharedStockSecret",
            "sharedStockCertificate",
            "deskName",
            "testSharedStock",
            "sharedStockNew",
            "copySharedStock",
            "leaveSharedStock"
        }) {
            assertFalse(isVisible(id), id);
        }
        assertFalse(onFxThread(section::isEdited));
        save();
        assertEquals(0, changes.get());
    }

    @Test
    void pastedAddressIsSplit() {
        open();
        copyToClipboard("postgresql://anna:p%40ss+w%C3%B6rd@db.example/stock?sslrootcert=" + ROOT);
        pasteAddress();
        assertText("sharedStockAddress", "postgresql://anna@db.example:5432/stock?sslmode=verify-full");
        assertText("sharedStockSecret", "p@ss+wörd");
        assertText("sharedStockCertificate", ROOT.toString());
        assertEquals("", note("sharedStockAddress"));
        save();
        assertEquals(1, changes.get());
        assertEquals(
                ADDRESS.withRootCertificate(Optional.of(ROOT)),
                settings.setup().orElseThrow().address());
        assertEquals("p@ss+wörd", vault.secret(SHARED_STOCK_SECRET));
    }

    @Test
    void typedAddressIsSplitWhenLeft() {
        open();
        focus("sharedStockAddress");
        enterAddress("postgresql://bert:pw1@db.example/stock");
        assertText("sharedStockSecret", "");
        focus("deskName");
        assertText("sharedStockSecret", "pw1");
        assertFalse(text("sharedStockAddress").contains("pw1"));
    }

    @Test
    void nameOfDeskIsOffered() {
        open();
        enterAddress(ADDRESS.text());
        untilText("deskName", "anna, desk-2");
        save();
        assertEquals("anna, desk-2", settings.setup().orElseThrow().deskName());
    }

    @ParameterizedTest
    @CsvSource({
        "db.example, 'Must have the form postgresql://user@server/database. "
                + "Write a % as %25, or type the password below.'",
        "postgresql://anna@db.example:x/stock, The port must be a number from 1 to 65535",
        "postgresql://anna:secret@db.example, 'The database is missing at the end: postgresql://user@server/database'",
        "postgresql://anna@db.example/stock?sslmode=require, ''"
    })
    void faultIsToldBesideAddress(String address, String sentence) {
        open();
        enterAddress(address);
        assertEquals(sentence, note("sharedStockAddress"));
    }

    @Test
    void faultyAddressIsNeverSaved() throws Exception {
        open();
        enterAddress("postgresql://anna:secret-word@db.example");
        save();
        preferences.saveNow();
        assertEmpty(settings.setup());
        assertFalse(Files.readString(home.resolve("preferences.json")).contains("secret-word"));
    }

    @Test
    void savedPasswordStaysForNewNameOnly() {
        share();
        open();
        assertEquals(
                "(saved)",
                onFxThread(() -> node("sharedStockSecret", TextField.class).getPromptText()));
        assertEquals("", note("sharedStockSecret"));
        enter("deskName", "Bert");
        save();
        assertEquals("s3cret-word", vault.secret(SHARED_STOCK_SECRET));
        assertEquals(1, changes.get());
        open();
        enterAddress(ADDRESS.text().replace("db.example", "other.example"));
        assertEquals(
                "Type the password for this address. A saved one goes only to the address and authority that it was "
                        + "typed for.",
                note("sharedStockSecret"));
    }

    @Test
    void anotherStockIsChosen() {
        share();
        open();
        preferences.put(SHARED_STOCK_NEW, "off");
        save();
        assertContains("Nothing is mixed", note("sharedStockNew"));
        assertEquals(0, changes.get());
        choose("sharedStockNew", "other");
        assertContains("merged, not doubled", note("sharedStockNew"));
        assertTrue(onFxThread(section::isEdited));
        save();
        assertEquals("on", preferences.get(SHARED_STOCK_NEW));
        assertEquals(1, changes.get());
    }

    @Test
    void blankAddressOfSharedStockIsRefused() {
        share();
        open();
        enterAddress("");
        assertEquals("To share no stock any more, press Leave the shared stock below.", note("sharedStockAddress"));
        save();
        assertTrue(settings.setup().isPresent());
    }

    @Test
    void leavingAsksFirst() {
        share();
        open();
        fireAndAsk("leaveSharedStock");
        assertTrue(settings.setup().isPresent());
        fire("confirm");
        until("the leaving", () -> settings.setup().isEmpty());
        layOut();
        assertText("sharedStockAddress", "");
        assertEquals("You have left the shared stock. All cars stay on this computer.", note("sharedStockAddress"));
        assertHidden("leaveSharedStock");
        assertFalse(vault.has(SHARED_STOCK_SECRET));
        assertFalse(onFxThread(section::isEdited));
        assertEquals(1, changes.get());
    }

    @Test
    void nameOfDeskIsKeptAfterLeaving() {
        share();
        settings.leave();
        open();
        enterAddress(ADDRESS.text());
        assertText("deskName", "Anna");
        assertTrue(onFxThread(section::isEdited));
    }

    @Test
    void testConnectsWithTypedValues() throws Exception {
        open();
        try (TestStock stock = new TestStock()) {
            enterAddress(stock.address().text());
            enter("sharedStockSecret", TestStock.password());
            fire("testSharedStock");
            untilLabel("sharedStockTestTitle", "The shared stock works");
            assertLabel("sharedStockTest-connect", "Signed in. The tables are prepared when you save");
            enter("sharedStockSecret", "wrong");
            assertHidden("sharedStockTestTitle", "the results belong to the earlier password");
            fire("testSharedStock");
            untilLabel("sharedStockTestTitle", "The shared stock can't be used yet");
            assertEquals(
                    "The server refused user name or password, or does not admit this computer. Type the password "
                            + "again, or let pg_hba.conf or your host admit the computer.",
                    label("sharedStockTest-connect"));
        }
    }

    /** The folder of the certificate is another one there. */
    @Test
    void copiedAddressHasNoPassword() {
        settings.save(
                new Setup(ADDRESS.withRootCertificate(Optional.of(ROOT)), "Anna"), Optional.of("s3cret-word"), false);
        open();
        fire("copySharedStock");
        assertEquals(ADDRESS.text() + "&sslrootcert=ca.pem", onFxThread(() -> ClipboardText.text()));
        assertLabel("copySharedStock", "Copied");
        settings.leave();
        open();
        pasteAddress();
        assertEquals(ADDRESS.text(), text("sharedStockAddress"));
        assertTrue(note("sharedStockCertificate").startsWith("This must be the whole path"));
        save();
        assertEmpty(settings.setup());
    }
}
