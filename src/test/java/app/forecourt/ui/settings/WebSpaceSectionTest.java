package app.forecourt.ui.settings;

import static app.forecourt.settings.Setting.PHOTO_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_FOLDER;
import static app.forecourt.settings.Setting.PHOTO_HOSTS;
import static app.forecourt.settings.Setting.PHOTO_PORT;
import static app.forecourt.settings.Setting.PHOTO_PUBLIC_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_SECRET;
import static app.forecourt.settings.Setting.PHOTO_STORE;
import static app.forecourt.settings.Setting.PHOTO_USER;
import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.connection.WebSpacePreferences;
import app.forecourt.model.photos.FtpWebSpace;
import app.forecourt.model.photos.WebSpaceCheck;
import app.forecourt.photo.store.HostIdentity;
import app.forecourt.photo.store.StoreSettings;
import app.forecourt.settings.Setting;
import app.forecourt.testing.LongWait;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the web space for photos: the fields of each kind, their faults, the password and the test. */
class WebSpaceSectionTest extends SectionFixture {
    private static final List<Setting> FIELDS =
            List.of(PHOTO_ADDRESS, PHOTO_PORT, PHOTO_USER, PHOTO_SECRET, PHOTO_FOLDER, PHOTO_PUBLIC_ADDRESS);

    @AutoClose
    private final FtpWebSpace server = new FtpWebSpace();

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private SettingFields form;
    private WebSpaceSection section;

    WebSpaceSectionTest() throws Exception {}

    private void open() {
        show(760, 700, () -> {
            form = new SettingFields(
                    preferences,
                    new TaskRunner(task -> threads.add(Thread.startVirtualThread(task)), Platform::runLater),
                    dialogs());
            WebSpaceCheck test = createWebSpaceCheck();
            section = new WebSpaceSection(form, vault, test);
            return page(section.view());
        });
    }

    private void choose(String kind) {
        choose("photoStore", kind);
    }

    private void leave(Setting setting) {
        focus(setting.key());
        focus("photoStore");
    }

    private void type(Setting setting, String text) {
        onFxThread(() -> form.input(setting).setText(text));
    }

    private void typeServer(String password) {
        choose("ftps");
        type(PHOTO_ADDRESS, FtpWebSpace.HOST);
        type(PHOTO_PORT, Integer.toString(server.port()));
        type(PHOTO_USER, FtpWebSpace.USER);
        type(PHOTO_SECRET, password);
        type(PHOTO_PUBLIC_ADDRESS, server.site());
    }

    private void save() {
        onFxThread(() -> {
            form.save();
            section.saveSecret();
        });
    }

    private String note(Setting setting) {
        return note(setting.key());
    }

    private String result(String step) {
        return label("webSpaceTest-" + step);
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "sftp, 'photoAddress photoPort photoUser photoSecret photoFolder photoPublicUrl'",
        "ftps, 'photoAddress photoPort photoUser photoSecret photoFolder photoPublicUrl'",
    })
    void onlyFieldsOfTheKindAreShown(String kind, String fields) {
        open();
        choose(kind);
        assertEquals(
                fields,
                String.join(
                        " ",
                        FIELDS.stream()
                                .map(Setting::key)
                                .filter(this::isVisible)
                                .toList()));
        assertEquals(!kind.isEmpty(), isVisible("testWebSpace"));
    }

    @ParameterizedTest
    @CsvSource({
        "sftp, PHOTO_ADDRESS, '', Must not be blank",
        "sftp, PHOTO_ADDRESS, me@ssh.example, Must have no user name or password in it",
        "sftp, PHOTO_ADDRESS, ssh example, 'Must be a name such as ssh.host.example, without a port'",
        "sftp, PHOTO_PORT, 65536, Must be a number from 1 to 65535",
        "ftps, PHOTO_PORT, many, Must be a number from 1 to 65535",
        "sftp, PHOTO_FOLDER, ../up, Must have no * ? \\ and no ..",
        "sftp, PHOTO_PUBLIC_ADDRESS, www.dealer.example, Must begin with https://",
        "sftp, PHOTO_PUBLIC_ADDRESS, https://www.dealer.example/?a=b, 'This is not a web address, such as https://www.dealer.example/photos'"
    })
    void faultIsBesideItsField(String kind, Setting setting, String text, String message) {
        open();
        choose(kind);
        type(PHOTO_ADDRESS, "ssh.example");
        type(PHOTO_USER, "dealer");
        type(PHOTO_PUBLIC_ADDRESS, "https://www.dealer.example/photos");
        assertEquals("A photo appears at https://www.dealer.example/photos/k7m2/3b9c.jpg", note(PHOTO_PUBLIC_ADDRESS));
        type(setting, text);
        leave(setting);
        assertEquals(message, note(setting));
        assertTrue(onFxThread(() -> form.field(setting).isInvalid()));
    }

    @Test
    void blankFieldIsNoFaultBeforeTheUserLeavesIt() {
        open();
        choose("sftp");
        assertEquals("", note(PHOTO_ADDRESS));
        assertTrue(onFxThread(() -> form.field(PHOTO_ADDRESS).isInvalid()), "it can't be saved");
        focus("photoAddress");
        assertEquals("", note(PHOTO_ADDRESS));
        focus("photoUser");
        assertEquals("Must not be blank", note(PHOTO_ADDRESS));
        type(PHOTO_ADDRESS, "ssh.example");
        assertEquals("", note(PHOTO_USER), "it has the focus");
        focus("photoFolder");
        assertEquals("Must not be blank", note(PHOTO_USER));
        choose("ftps");
        type(PHOTO_ADDRESS, "");
        assertEquals("", note(PHOTO_ADDRESS), "another kind begins anew");
        fire("testWebSpace");
        untilFocused("photoAddress");
        assertEquals("Must not be blank", note(PHOTO_ADDRESS));
        assertHidden("webSpaceTestTitle", "nothing is tested");
    }

    /** What an earlier version knew stays as it was typed until the user chooses another kind. */
    @ParameterizedTest
    @CsvSource({"webdav, WebDAV", "S3, S3-compatible storage"})
    void droppedKindIsNamedAndKept(String kind, String name) {
        preferences.put(PHOTO_STORE, kind);
        preferences.put(PHOTO_ADDRESS, "https://web.example");
        vault.put(PHOTO_SECRET, "secret").join();
        open();
        assertEquals(
                "This version has no " + name + " any more. Photos that are on the web keep their addresses."
                        + " Choose SFTP or FTP with TLS for new ones.",
                note(PHOTO_STORE));
        assertHidden("photoAddress");
        assertFalse(new WebSpacePreferences(preferences, vault).isSetUp());
        save();
        assertEquals(kind.toLowerCase(Locale.ROOT), preferences.get(PHOTO_STORE));
        assertEquals("https://web.example", preferences.get(PHOTO_ADDRESS));
        assertTrue(vault.has(PHOTO_SECRET));
        choose("sftp");
        assertEquals("", note(PHOTO_STORE));
    }

    @Test
    void fieldsWithoutAKindAreNotChecked() {
        open();
        typeServer("x");
        assertFalse(onFxThread(() -> form.fields().anyMatch(SettingField::isInvalid)));
        assertTrue(note(PHOTO_PUBLIC_ADDRESS).startsWith("A photo appears at "));
        choose("");
        type(PHOTO_ADDRESS, "");
        assertFalse(onFxThread(() -> form.fields().anyMatch(SettingField::isInvalid)));
    }

    @Test
    void savedWebSpaceIsSetUpAndItsPasswordNeverShown() {
        open();
        typeServer(FtpWebSpace.PASSWORD);
        save();
        WebSpacePreferences saved = new WebSpacePreferences(preferences, vault);
        assertEquals(server.settings(), saved.validSettings().orElseThrow());
        assertEquals(FtpWebSpace.PASSWORD, saved.secret());
        assertTrue(saved.isSetUp());
        assertFalse(
                preferences.members(List.of("sealed", "photoSecret")).toString().contains(FtpWebSpace.PASSWORD));

        open();
        assertEquals("", onFxThread(() -> form.input(PHOTO_SECRET).getText()));
        assertEquals("(saved)", onFxThread(() -> form.input(PHOTO_SECRET).getPromptText()));
        save();
        assertEquals(FtpWebSpace.PASSWORD, saved.secret(), "a blank field keeps it");
    }

    @Test
    void storedPasswordGoesToNoOtherAddress() {
        savedWebSpaceIsSetUpAndItsPasswordNeverShown();
        open();
        type(PHOTO_ADDRESS, "elsewhere.example");
        assertEquals(
                "The saved one is sent to " + FtpWebSpace.HOST + " only. Type it again to use it with this address.",
                note(PHOTO_SECRET));
        fire("testWebSpace");
        untilFocused("photoSecret");
        assertHidden("webSpaceTestTitle", "nothing is tested without a password");
    }

    @Test
    void noneForgetsThePassword() {
        savedWebSpaceIsSetUpAndItsPasswordNeverShown();
        open();
        choose("");
        save();
        assertFalse(vault.has(PHOTO_SECRET));
        assertEquals("", preferences.get(PHOTO_STORE));
    }

    private void startTest() {
        open();
        typeServer(FtpWebSpace.PASSWORD);
        fire("testWebSpace");
    }

    /** Presses the button about the host and returns the question. */
    private String judgeHost() {
        untilVisible("judgeHost");
        fireAndAsk("judgeHost");
        return onFxThread(() -> ((Label) question().getContent()).getText());
    }

    private DialogPane question() {
        return (DialogPane) node("confirm").getScene().getRoot();
    }

    @Test
    void testWorksWithUnsavedValuesAndAsksForANewHost() {
        startTest();
        String question = judgeHost();
        assertEquals("This server is new to Forecourt. Nothing was sent to it.", result("connect"));
        assertLabel("webSpaceTestTitle", "The web space can't be used yet");
        assertStartsWith("localhost:", question);
        assertEquals(
                List.of(48, 47),
                question.lines().skip(2).limit(2).map(String::length).toList());

        fire("confirm");
        untilLabel("webSpaceTestTitle", "The web space works");
        assertFocused("testWebSpace", "the focus stays in the section");
        assertEquals("Done", result("delete"));
        assertHidden("judgeHost");
        assertHidden("webSpaceTestStop");
        assertEquals("", preferences.get(PHOTO_STORE), "nothing else is saved");
        assertTrue(preferences.get(PHOTO_HOSTS).startsWith("certificate localhost "));

        type(PHOTO_USER, "other");
        assertHidden("webSpaceTestTitle", "the results belong to the earlier values");
    }

    @Test
    void declinedHostIsNotAccepted() {
        startTest();
        judgeHost();
        onFxThread(() ->
                ((Button) question().lookupButton(question().getButtonTypes().getLast())).fire());
        untilHidden("confirm");
        assertEquals("", preferences.get(PHOTO_HOSTS));
    }

    @Test
    void changedHostIsRefusedWithBothFingerprints() {
        var key = new HostIdentity.Key(HostIdentity.Kind.CERTIFICATE, "localhost", server.port());
        var identities = new WebSpacePreferences(preferences, vault);
        identities.accept(new HostIdentity(key, "", "AA:BB"));
        startTest();
        String question = judgeHost();
        assertContains("Accepted:\nAA:BB\n", question);
        assertContains("another computer answers in its place", question);
        fire("confirm");
        until(
                "the new host",
                () -> result("connect").equals("This server is new to Forecourt. Nothing was sent to it."));
        assertEquals(Optional.empty(), identities.accepted(key));
    }

    private void acceptHost() {
        new WebSpacePreferences(preferences, vault)
                .accept(new HostIdentity(
                        new HostIdentity.Key(HostIdentity.Kind.CERTIFICATE, "localhost", server.port()),
                        "",
                        FtpWebSpace.fingerprint()));
    }

    private void stopTestThatHangs() {
        acceptHost();
        open();
        typeServer(FtpWebSpace.PASSWORD);
        server.holdPages();
        fire("testWebSpace");
        LongWait.untilOpen(server.asked);
        focus("webSpaceTestStop");
        fire("webSpaceTestStop");
    }

    @Test
    void testThatHangsCanBeStopped() {
        stopTestThatHangs();
        assertFocused("testWebSpace", "the focus stays in the section");
        assertLabel("webSpaceTestTitle", "Stopped");
        assertVisible("webSpaceTest-put");
        assertHidden("webSpaceTestStop");
        assertHidden("webSpaceTest-fetch");
        server.releasePages();
    }

    /** A test that was stopped before it could delete its picture goes on unseen. */
    @Test
    void pictureIsDeletedAfterAStop() throws Exception {
        stopTestThatHangs();
        LongWait.untilEnded(threads.getLast());
        assertEquals(1, server.files.size());
        server.releasePages();
        until("the deletion", server.files::isEmpty);
        assertHidden("webSpaceTest-delete");
    }

    /** The kinds are those of the engine, so that a new one can't be forgotten here. */
    @Test
    void everyKindCanBeChosen() {
        open();
        assertEquals(
                StoreSettings.Kind.values().length + 1,
                onFxThread(() -> node("photoStore", ComboBox.class).getItems().size()));
    }
}
