package app.forecourt.settings;

import static app.forecourt.testing.TextAssertions.assertLacks;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.forecourt.proof.GeneratedInputs;
import app.forecourt.secret.Redaction;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated preferences files, edited by hand or damaged, and generated texts with secrets. */
@Tag("stress")
class GeneratedPreferencesTest {
    private static final String SECRET = "client-secret-0123456789";
    private static final List<String> FILES = List.of("""
                    {"version": 2, "profile": "staging", "language": "nl", "textSize": "110", "proxy": "manual",
                     "dealerships": [{"name": "Harbour Cars", "staging": "s-1", "production": "p-1"}, {"name": "Other"}],
                     "sealed": {"clientSecret": "AAAA"}, "vault": {"key": "file"}, "askedForTokens": {"ab": "[]"},
                     "textBlocks": [{"name": "a", "used": true, "en": "{brand}"}]}""", """
                    {"clientId": "id", "clientSecret": "s", "tokens": {}, "stagingDealershipId": "s-1"}""");
    private static final List<String> TEXTS = List.of(
            "Bearer " + SECRET + " was refused",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
            "{\"client_secret\": \"client-secret-0123456789\"}",
            "client%2Dsecret%2D0123456789");
    /** The share of the inputs that are tried, because each input is a file that is written and read. */
    private static final int SHARE = 20;

    private final ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @TempDir
    Path home;

    @Test
    void anyFileIsReadWithoutException() throws IOException {
        var generated = new GeneratedInputs();
        generated.checkTexts("file of the preferences", SHARE, FILES, this::openAndSave);
        generated.checkTexts("dealerships in it", FILES, text -> {
            JsonNode root = GeneratedInputs.object(text);
            List<Dealership> read = DealershipRepository.fromJson(root);
            ObjectNode written = DealershipRepository.toJson(read);
            assertEquals(read, DealershipRepository.fromJson(written), written::toString);
        });
        generated.checkTexts("reader of the preferences", FILES, this::readAsByJackson);
        var redaction = new Redaction();
        redaction.addSecret(SECRET);
        generated.checkTexts("text with a secret in it", TEXTS, text -> {
            String clean = redaction.redact(text);
            assertLacks(SECRET, clean);
            assertEquals(clean, redaction.redact(clean));
        });
    }

    /** The small reader accepts the same texts as Jackson, and reads the same from them. */
    private void readAsByJackson(String text) {
        JsonNode expected;
        try {
            expected = strict.readTree(text);
        } catch (JacksonException damaged) {
            expected = MissingNode.getInstance();
        }
        if (expected instanceof ObjectNode object) {
            assertEquals(object, PreferencesJsonParser.read(text));
            assertEquals(object, PreferencesJsonParser.read(object.toPrettyString()));
        } else {
            assertThrows(IllegalArgumentException.class, () -> PreferencesJsonParser.read(text));
        }
    }

    private void openAndSave(String text) throws IOException {
        Path file = home.resolve("preferences.json");
        Files.writeString(file, text.replaceAll("\\p{Cs}", "?"));
        try (Preferences preferences = open(file)) {
            for (Setting setting : Setting.values()) {
                if (!setting.isSecret()) {
                    preferences.get(setting);
                }
            }
            Profile.atStart(preferences);
            for (Preferences.Section section : Preferences.Section.values()) {
                preferences.names(section).forEach(name -> preferences.entry(section, name));
            }
            preferences.put(Setting.PROXY_HOST, "proxy.example");
            assertNotEquals(Preferences.Trouble.NOT_SAVED, preferences.saveNow());
        }
        try (Preferences reopened = open(file)) {
            assertEquals("proxy.example", reopened.get(Setting.PROXY_HOST));
        }
        try (DirectoryStream<Path> badFiles = Files.newDirectoryStream(home, "*.bad*")) {
            for (Path bad : badFiles) {
                Files.delete(bad);
            }
        }
    }

    private static Preferences open(Path file) {
        return Preferences.open(file, new SystemEnvironment(_ -> null, _ -> null), _ -> {});
    }
}
