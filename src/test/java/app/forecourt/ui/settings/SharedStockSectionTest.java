package app.forecourt.ui.settings;

import static app.forecourt.settings.Setting.SHARED_STOCK_NEW;
import static app.forecourt.settings.Setting.SHARED_STOCK_SECRET;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.sharing.SharedStockSettings;
import app.forecourt.sharing.SharedStockSettings.Setup;
import app.forecourt.sharing.StockInvitation;
import app.forecourt.sharing.connection.ServerAddress;
import app.forecourt.sharing.connection.ServerAddress.Encryption;
import app.forecourt.sharing.server.TestStock;
import app.forecourt.testing.TestCertificates;
import app.forecourt.ui.PaneTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the shared stock: the pasted address, its faults, the test, invitations and leaving. */
class SharedStockSectionTest extends PaneTest {
    private static final ServerAddress ADDRESS =
            new ServerAddress("db.example", 5432, "stock", "anna", Encryption.VERIFIED, Optional.empty());

    private final AtomicInteger changes = new AtomicInteger();
    private SharedStockSettings settings;
    private SharedStockSection section;

    @BeforeEach
    void openModel() {
        openModel(Map.of());
        settings = new SharedStockSettings(preferences, vault);
        settings.setListener(changes::incrementAndGet);
    }

    private void open() {
        AtomicReference<SharedStockSection> created = new AtomicReference<>();
        show(760, 700, () -> {
            TaskRunner taskRunner = new TaskRunner(Thread::startVirtualThread, Platform::runLater);
            created.set(new SharedStockSection(
                    new SettingsForm(preferences, messages),
                    new SharedStockSection.Services(settings, () -> "anna, desk-2", home.path()),
                    vault,
                    taskRunner,
                    messages,
                    dialogs()));
            ScrollPane page = new ScrollPane((Parent) created.get().view());
            page.setFitToWidth(true);
            return page;
        });
        section = created.get();
    }

    private void enterAddress(String text) {
        onFxThread(() -> node("sharedStockAddress", TextField.class).setText(text));
        layOut();
    }

    private void enter(String id, String text) {
        onFxThread(() -> node(id, TextField.class).setText(text));
    }

    private String shown(String id) {
        return onFxThread(() -> node(id, TextField.class).getText());
    }

    private String note(String id) {
        return isVisible(id + "-note") ? label(id + "-note") : "";
    }

    private void fire(String id) {
        onFxThread(() -> node(id, Button.class).fire());
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
        assertTrue(isVisible("sharedStockAddress"));
        assertTrue(isVisible("openInvitation"));
        for (String id : new String[] {
            "sharedStockSecret",
            "sharedStockCertificate",
            "deskName",
            "testSharedStock",
            "sharedStockNew",
            "inviteDesk",
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
        enterAddress("postgresql://anna:p%40ss+w%C3%B6rd@db.example/stock?sslrootcert=/etc/ca.pem");
        assertEquals("postgresql://anna@db.example:5432/stock?sslmode=verify-full", shown("sharedStockAddress"));
        assertEquals("p@ss+wörd", shown("sharedStockSecret"));
        assertEquals("/etc/ca.pem", shown("sharedStockCertificate"));
        assertEquals("", note("sharedStockAddress"));
        save();
        assertEquals(1, changes.get());
        assertEquals(
                ADDRESS.withRootCertificate(Optional.of(Path.of("/etc/ca.pem"))),
                settings.setup().orElseThrow().address());
        assertEquals("p@ss+wörd", vault.secret(SHARED_STOCK_SECRET));
    }

    @Test
    void addressPastedOverOneOfEqualLengthIsSplit() {
        share();
        open();
        String pasted = "postgresql://bert:pw1@db.example:5432/stock?sslmode=disable";
        assertEquals(ADDRESS.text().length(), pasted.length());
        enterAddress(pasted);
        assertEquals("pw1", shown("sharedStockSecret"));
    }

    @Test
    void nameOfDeskIsOffered() {
        open();
        enterAddress(ADDRESS.text());
        until("the name", () -> shown("deskName").equals("anna, desk-2"));
        save();
        assertEquals("anna, desk-2", settings.setup().orElseThrow().deskName());
    }

    @ParameterizedTest
    @CsvSource({
        "db.example, Must begin with postgresql://",
        "postgresql://anna@db.example:x/stock, 'The port must be a number from 1 to 65535, not x'",
        "postgresql://anna:secret@db.example, 'The database is missing at the end: postgresql://user@server/database'",
        "postgresql://anna@db.example/stock?sslmode=disable, ''",
        "postgresql://anna@db.example/stock?sslmode=require, "
                + "'Another computer could pretend to be this server and read the cars. "
                + "Write sslmode=verify-full in the address.'"
    })
    void faultIsToldBesideAddress(String address, String sentence) {
        open();
        enterAddress(address);
        assertEquals(sentence, note("sharedStockAddress"));
    }

    @Test
    void riskIsNoError() {
        open();
        enterAddress("postgresql://anna:secret@db.example/stock?sslmode=require");
        assertTrue(hasPseudoClass("sharedStockAddress-note", "warning"));
        assertFalse(hasPseudoClass("sharedStockAddress-note", "danger"));
        enterAddress(ADDRESS.text());
        assertEquals("", note("sharedStockAddress"));
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
                "The saved one belongs to another address or authority. Type the password for this one.",
                note("sharedStockSecret"));
    }

    @Test
    void anotherStockIsChosen() {
        share();
        open();
        preferences.put(SHARED_STOCK_NEW, "off");
        save();
        assertTrue(note("sharedStockNew").contains("Nothing is mixed"), note("sharedStockNew"));
        assertEquals(0, changes.get());
        onFxThread(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> choice = node("sharedStockNew", ComboBox.class);
            choice.setValue("other");
        });
        assertTrue(note("sharedStockNew").contains("merged, not doubled"), note("sharedStockNew"));
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
        Platform.runLater(() -> node("leaveSharedStock", Button.class).fire());
        until("the question", () -> isVisible("confirm"));
        assertTrue(settings.setup().isPresent());
        fire("confirm");
        until("the leaving", () -> settings.setup().isEmpty());
        layOut();
        assertEquals("", shown("sharedStockAddress"));
        assertEquals("You have left the shared stock. All cars stay on this computer.", note("sharedStockAddress"));
        assertFalse(isVisible("leaveSharedStock"));
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
        assertEquals("Anna", shown("deskName"));
        assertTrue(onFxThread(section::isEdited));
    }

    @Test
    void testConnectsWithTypedValues() throws Exception {
        open();
        try (TestStock stock = new TestStock()) {
            enterAddress(stock.address().text());
            enter("sharedStockSecret", TestStock.password());
            fire("testSharedStock");
            until("the test", () -> label("sharedStockTestTitle").equals("The shared stock works"));
            assertEquals("Signed in. The tables are prepared when you save", label("sharedStockTest-connect"));
            enter("sharedStockSecret", "wrong");
            assertFalse(isVisible("sharedStockTestTitle"), "the results belong to the earlier password");
            fire("testSharedStock");
            until("the failed test", () -> label("sharedStockTestTitle").equals("The shared stock can't be used yet"));
            assertEquals(
                    "The server refused user name or password. Type the password again.",
                    label("sharedStockTest-connect"));
        }
    }

    @Test
    void invitationFillsSection() throws Exception {
        var root = TestCertificates.build(new HeldCertificate.Builder().certificateAuthority(0));
        Path pem = Files.writeString(home.resolve("mine.pem"), root.certificatePem());
        Path file = home.resolve("invitation.json");
        StockInvitation.to(ADDRESS.withRootCertificate(Optional.of(pem))).write(file);
        open();
        onFxThread(() -> section.openInvitation(file));
        until("the invitation", () -> !shown("sharedStockAddress").isEmpty());
        layOut();
        assertEquals(ADDRESS.text(), shown("sharedStockAddress"));
        assertTrue(shown("sharedStockCertificate").contains("shared-ca-"), shown("sharedStockCertificate"));
        assertEquals(
                "The invitation is filled in. Type the password that you got separately, and test.",
                label("openInvitationResult"));
        assertEquals("Type the password that belongs to the address.", note("sharedStockSecret"));
        Files.writeString(file, "Dear Bert");
        onFxThread(() -> section.openInvitation(file));
        until(
                "the refusal",
                () -> label("openInvitationResult").equals("This file is no invitation to a shared stock."));
    }

    @Test
    void localAddressInvitesNobody() {
        settings.save(
                new Setup(
                        new ServerAddress("localhost", 5432, "stock", "anna", Encryption.NONE, Optional.empty()),
                        "Anna"),
                Optional.empty(),
                false);
        open();
        fire("inviteDesk");
        assertTrue(label("inviteResult").startsWith("This address leads to this computer only."));
    }

    @Test
    void fileWithoutCertificateIsTold() throws Exception {
        Path file = Files.writeString(home.resolve("letter.txt"), "Dear Anna");
        open();
        enterAddress(ADDRESS.text());
        enter("sharedStockCertificate", file.toString());
        focus("sharedStockCertificate");
        focus("deskName");
        until("the note", () -> note("sharedStockCertificate").startsWith("This is not a file with a certificate"));
        enter("sharedStockCertificate", "ca.pem");
        assertTrue(note("sharedStockCertificate").startsWith("This is not a file with a certificate"));
    }
}
