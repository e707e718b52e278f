package app.forecourt.journey.program;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.SHORTCUT;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.V;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journey.Await;
import app.forecourt.journey.WindowTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings dialog: pasting, validation, saving and deletion of data. */
@Tag("proof")
class SettingsJourneyTest extends WindowTest {

    @Override
    public void prepare() throws Exception {
        Files.writeString(home.resolve("letter.txt"), "hers");
    }

    private void openSettings() throws Exception {
        openSettings("clientId");
    }

    private void goTo(String id) {
        Node node = node(id);
        onFxThread(node::requestFocus);
        robot.targetWindow(node);
    }

    private void paste(String id, String text) {
        goTo(id);
        onFxThread(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
        press(SHORTCUT, A);
        press(SHORTCUT, V);
        Await.untilIdle();
    }

    private String preferencesFile() throws Exception {
        return Files.readString(home.resolve("preferences.json"));
    }

    @Test
    void errorsAreShownAndValidSettingsAreSaved() throws Exception {
        untilReady();
        type("licensePlate", "R-759-BK");
        openSettings();
        paste("clientId", " my\nid ");
        paste("clientSecret", "s3c r\r\n3t\n");

        assertFalse(node("stagingUrl").getParent().getParent().getParent().isVisible());
        goTo("addresses");
        press(SPACE);
        paste("stagingUrl", "https://console.autochat.ai/api/cars");
        assertEquals("This is the address of Production. Nothing is sent to it from here.", label("stagingUrl-note"));
        goTo("clientId");
        press(SHORTCUT, ENTER);
        until("the focus", () -> node("stagingUrl").isFocused());
        assertTrue(isVisible("settingsSave"), "the settings stay open");
        paste("stagingUrl", "https://autochat.example/api/cars");
        assertEquals("Cars go to https://autochat.example/api/cars", label("stagingUrl-note"));

        // Tests run without a keychain.
        until("the choice", () -> isVisible("keepSecrets"));
        ComboBox<String> keeping = node("keepSecrets");
        assertEquals("run", keeping.getValue());
        onFxThread(() -> keeping.setValue("file"));
        assertTrue(label("keepSecrets-note").contains("vault.key"), label("keepSecrets-note"));
        press(SHORTCUT, ENTER);
        until("the settings to go", () -> !isVisible("clientId"));
        until("the key", () -> Files.exists(home.resolve("key").resolve("vault.key")));
        until("the secret", () -> preferencesFile().contains("\"clientSecret\""));
        assertTrue(preferencesFile().contains("\"clientId\" : \"myid\""), preferencesFile());
        assertFalse(preferencesFile().contains("s3cr3t"), preferencesFile());

        openSettings();
        assertEquals("", text("clientSecret"), "a secret is never shown again");
        until(
                "the place",
                () -> "file".equals(this.<ComboBox<String>>node("keepSecrets").getValue()));
        // A stored secret is not sent to another sign-in address.
        TextField tokenAddress = node("tokenUrl");
        onFxThread(() -> tokenAddress.setText("https://elsewhere.example/token"));
        assertTrue(label("clientSecret-note").startsWith("The saved secret is sent to"), label("clientSecret-note"));
        onFxThread(tokenAddress::clear);
        assertEquals("", label("clientSecret-note"));
        Path aside = home.resolve("preferences.json.bad");
        Files.writeString(aside, "{\"vault\": {}, \"clientSecret\": \"of old\"");
        goTo("forgetSignIn");
        press(SPACE);
        until("the question", () -> isVisible("confirm"));
        goTo("confirm");
        press(SPACE);
        until("what came of it", () -> label("forgetSignIn-note").contains("were deleted"));
        assertFalse(Files.exists(home.resolve("key").resolve("vault.key")));
        assertFalse(preferencesFile().contains("clientSecret"), preferencesFile());
        assertFalse(Files.exists(aside));
        until("the saving", () -> Files.exists(home.resolve("journal.db")) && Files.exists(home.resolve("logs")));
        goTo("forgetAll");
        press(SPACE);
        until("the question", () -> isVisible("confirm"));
        goTo("confirm");
        press(SPACE);
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
