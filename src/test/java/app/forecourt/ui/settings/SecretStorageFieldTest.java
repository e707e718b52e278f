package app.forecourt.ui.settings;

import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journey.Await;
import app.forecourt.secret.Redaction;
import app.forecourt.secret.Vault;
import app.forecourt.testing.TestHome;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import app.forecourt.ui.ToolkitTest;
import app.forecourt.ui.dialog.WindowDialogs;
import app.forecourt.ui.words.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Test of the notes about a client secret whose key is in a file that can't be read. */
class SecretStorageFieldTest extends ToolkitTest {
    private interface Damage {
        void to(Path keyFile) throws Exception;
    }

    @RegisterExtension
    final TestHome home = new TestHome();

    private Vault openVault(Path keyFile) {
        return home.keychain.openVault(home.preferences(), keyFile, new Redaction());
    }

    /** Stores a secret, replaces the key's file, and returns the notes before and after the secret is typed again. */
    private String notes(Damage damage) throws Exception {
        home.properties.put("forecourt.secrets", "file");
        Path keyFile = home.resolve("vault.key");
        try (Vault vault = openVault(keyFile)) {
            vault.put(CLIENT_SECRET, "secret").join();
        }
        Files.delete(keyFile);
        damage.to(keyFile);
        try (Vault vault = openVault(keyFile)) {
            vault.decideStorage().join();
            var notes = new StringBuilder();
            Await.onFxThread(() -> {
                var form = new SettingFields(
                        home.preferences(),
                        new TaskRunner(Runnable::run, Platform::runLater),
                        new WindowDialogs(Stage::new, new Messages(Locale.UK, Clock.systemUTC()), _ -> false));
                form.credential(CLIENT_SECRET);
                SettingField field = new SecretStorageField(form, vault, keyFile).field();
                notes.append(SettingFieldsTest.note(field));
                form.input(CLIENT_SECRET).setText("again");
                notes.append(" > ").append(SettingFieldsTest.note(field));
            });
            return notes.toString().replace(keyFile.toString(), "FILE");
        }
    }

    @Test
    void damagedFileIsNamedAndReplaced() throws Exception {
        assertEquals(
                "The client secret is saved, but the file with its key can't be read: FILE."
                        + " Put the file back and try again, or type the secret again. > They are encrypted, and their key is"
                        + " in FILE: anyone who can read your files can read them.",
                notes(keyFile -> Files.writeString(keyFile, "no key")));
    }

    @Test
    @Needs(SystemFeature.UNIX_PROGRAMS)
    void secretTypedOverPipeIsKeptForThisRun() throws Exception {
        assertEquals(
                "The client secret is saved, but the file with its key can't be read: FILE."
                        + " Put the file back and try again, or type the secret again. > The next start needs the secret again,"
                        + " and requests a new token: at most five an hour can be requested.",
                notes(keyFile ->
                        new ProcessBuilder("mkfifo", keyFile.toString()).start().waitFor()));
    }
}
