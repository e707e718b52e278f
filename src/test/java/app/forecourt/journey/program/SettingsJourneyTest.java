package app.forecourt.journey.program;

import static app.forecourt.testing.TextAssertions.assertContains;
import static app.forecourt.testing.TextAssertions.assertLacks;
import static app.forecourt.testing.TextAssertions.assertStartsWith;
import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings dialog: pasting, validation, saving and deletion of data. */
@Tag("proof")
class SettingsJourneyTest extends WindowTest {

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("letter.txt"), "hers");
    }

    private void paste(String id, String text) {
        focus(id);
        press(SHORTCUT, A);
        paste(text);
    }

    private String preferencesFile() throws Exception {
        return Files.readString(home.resolve("preferences.json"));
    }

    @Test
    void errorsAreShownAndValidSettingsAreSaved() throws Exception {
        untilReady();
        type("licensePlate", "R-759-BK");
        openSettings("clientId");
        paste("clientId", " my\nid ");
        paste("clientSecret", "s3c r\r\n3t\n");

        assertFalse(node("stagingUrl").getParent().getParent().getParent().isVisible());
        push("addresses");
        paste("stagingUrl", "https://console.autochat.ai/api/cars");
        assertLabel("stagingUrl-note", "This is the address of Production. Nothing is sent to it from here.");
        focus("clientId");
        press(SHORTCUT, ENTER);
        until("the focus", () -> node("stagingUrl").isFocused());
        assertVisible("settingsSave", "the settings stay open");
        paste("stagingUrl", "https://autochat.example/api/cars");
        assertLabel("stagingUrl-note", "Cars go to https://autochat.example/api/cars");

        // Tests run without a keychain.
        untilVisible("keepSecrets");
        ComboBox<String> keeping = node("keepSecrets");
        assertEquals("run", keeping.getValue());
        onFxThread(() -> keeping.setValue("file"));
        assertContains("vault.key", label("keepSecrets-note"));
        press(SHORTCUT, ENTER);
        untilHidden("clientId");
        until("the key", () -> Files.exists(home.resolve("key").resolve("vault.key")));
        until("the secret", () -> preferencesFile().contains("\"clientSecret\""));
        assertContains("\"clientId\" : \"myid\"", preferencesFile());
        assertLacks("s3cr3t", preferencesFile());

        openSettings("clientId");
        assertText("clientSecret", "", "a secret is never shown again");
        until(
                "the place",
                () -> "file".equals(this.<ComboBox<String>>node("keepSecrets").getValue()));
        // A stored secret is not sent to another sign-in address.
        TextField tokenAddress = node("tokenUrl");
        onFxThread(() -> tokenAddress.setText("https://elsewhere.example/token"));
        assertStartsWith("The saved secret is sent to", label("clientSecret-note"));
        onFxThread(tokenAddress::clear);
        assertLabel("clientSecret-note", "");
        Path aside = home.resolve("preferences.json.bad");
        Files.writeString(aside, "{\"vault\": {}, \"clientSecret\": \"of old\"");
        push("forgetSignIn");
        confirm();
        until("what came of it", () -> label("forgetSignIn-note").contains("were deleted"));
        assertFalse(Files.exists(home.resolve("key").resolve("vault.key")));
        assertLacks("clientSecret", preferencesFile());
        assertFalse(Files.exists(aside));
        until("the saving", () -> Files.exists(home.resolve("journal.db")) && Files.exists(home.resolve("logs")));
        push("forgetAll");
        confirm();
        until("the end", () -> scene() == null || !scene().getWindow().isShowing());
        shutDown();
        try (Stream<Path> left = Files.list(home)) {
            assertEquals(
                    "letter.txt",
                    String.join(
                            " ", left.map(Path::getFileName).map(Path::toString).toList()));
        }
    }
}
