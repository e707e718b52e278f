package app.forecourt.transfer;

import static app.forecourt.file.FileModes.assertMode;
import static app.forecourt.file.FileModes.setMode;
import static app.forecourt.file.Folders.names;
import static app.forecourt.settings.Setting.CLIENT_ID;
import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static app.forecourt.settings.Setting.PHOTO_PUBLIC_ADDRESS;
import static app.forecourt.settings.Setting.PHOTO_SECRET;
import static app.forecourt.settings.Setting.PHOTO_STORE;
import static app.forecourt.settings.Setting.THEME;
import static app.forecourt.settings.Setting.TOKEN_ADDRESS;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.secret.Vault;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import app.forecourt.testing.SettableClock;
import app.forecourt.testing.TestHome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests of the support file: its content, and that it identifies nobody. */
class SupportFileTest {
    private static final String VIN = "WVWZZZ1JZ3W386752";

    private final SettableClock clock = new SettableClock();

    @RegisterExtension
    final TestHome home = new TestHome(clock);

    private Preferences preferences;
    private Vault vault;
    private SupportFile support;
    private Path file;

    @BeforeEach
    void createDesk() throws IOException {
        home.properties.put("forecourt.production.url", "https://user@dealer.example/cars/7");
        preferences = home.preferences();
        vault = home.vault();
        support = new SupportFile(preferences, vault, new SupportFile.Program("1.2", home.resolve("logs")), clock);
        file = Files.createDirectory(home.resolve("desk")).resolve(support.fileName());
    }

    private Map<String, String> writeAndRead() throws IOException {
        support.write(file);
        var entries = new LinkedHashMap<String, String>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(writeAndRead().get(name));
    }

    private void log(String text) throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(home.resolve("logs/forecourt.0.log"), text);
    }

    @Test
    void hasItsPartsAndTheDayInItsName() throws IOException {
        log("2026-11-24T12:00:00.000+01:00 INFO app.forecourt Forecourt 1.2 begins\n");
        assertEquals("forecourt-support-2026-03-01.zip", support.fileName());
        assertEquals(
                Set.of("versions.json", "settings.json", "logs/forecourt.0.log"),
                writeAndRead().keySet());
        JsonNode versions = json("versions.json");
        assertEquals("1.2", versions.path("forecourt").asText());
        assertEquals(
                System.getProperty("java.runtime.version"),
                versions.path("java.runtime.version").asText());
        assertEquals(System.getProperty("os.name"), versions.path("os.name").asText());
        assertTrue(versions.has("javafx.runtime.version"));
    }

    @Test
    void settingsDoNotIdentifyTheDealer() throws IOException {
        preferences.put(CLIENT_ID, "abCLIENTid9f");
        preferences.put(THEME, "dark");
        preferences.put(TOKEN_ADDRESS, "a secret pasted in the wrong place");
        vault.put(CLIENT_SECRET, "the-secret-of-this-desk").join();
        preferences.put(PHOTO_STORE, "webdav");
        preferences.put(PHOTO_PUBLIC_ADDRESS, "https://www.dealer.example/photos");
        vault.put(PHOTO_SECRET, "the-password-of-the-web-space").join();
        JsonNode settings = json("settings.json");
        Map.ofEntries(
                        entry("photoStore", "webdav"),
                        entry("photoPublicUrl", "ht…os"),
                        entry("photoSecret", "kept"),
                        entry("clientId", "ab…9f"),
                        entry("clientSecret", "kept"),
                        entry("stagingClientSecret", ""),
                        entry("secrets", "keychain"),
                        entry("theme", "dark"),
                        entry("stagingUrl", "staging.autochat.ai"),
                        entry("productionUrl", "dealer.example"),
                        entry("tokenUrl", "…"))
                .forEach((key, text) -> assertEquals(text, settings.path(key).asText(), key));
        assertEquals(
                "{\"productionUrl\":\"forecourt.production.url\"}",
                settings.path("fixedBy").toString());
        for (Setting setting : Setting.values()) {
            assertTrue(settings.has(setting.key()), setting.key());
        }
    }

    @Test
    void logKeepsFramesWithoutExceptionMessages() throws IOException {
        String user = System.getProperty("user.home");
        log("""
                2026-11-24T12:00:00.000+01:00 INFO app.forecourt Forecourt begins, in %s/forecourt
                2026-11-24T12:00:01.000+01:00 SEVERE app.forecourt Fault 1A2B in main
                java.lang.NumberFormatException: For input string: "15.944,63"
                XF-100-F Renate: nice car
                \tat java.base/java.lang.Long.parseLong(Long.java:7)
                \tat app.forecourt.car.Numbers$1.of(Numbers.java:12) ~[app.jar:?]
                \tat Renate's house
                Caused by: app.forecourt.journal.JournalException: %s
                \t... 12 more
                2026-11-24T12:00:02.000+01:00 INFO app.forecourt Forecourt ends
                """.formatted(user, VIN));
        assertEquals("""
                2026-11-24T12:00:00.000+01:00 INFO app.forecourt Forecourt begins, in ~/forecourt
                2026-11-24T12:00:01.000+01:00 SEVERE app.forecourt Fault 1A2B in main
                java.lang.NumberFormatException
                \tat java.base/java.lang.Long.parseLong(Long.java:7)
                \tat app.forecourt.car.Numbers$1.of(Numbers.java:12) ~[app.jar:?]
                Caused by: app.forecourt.journal.JournalException
                \t... 12 more
                2026-11-24T12:00:02.000+01:00 INFO app.forecourt Forecourt ends
                """, writeAndRead().get("logs/forecourt.0.log"));
    }

    @Test
    void dataFolderOutsideTheHomeIsShortened() throws IOException {
        log("2026-11-24T12:00:00.000+01:00 INFO app.forecourt in %s\n".formatted(home.resolve("journal.db")));
        assertTrue(writeAndRead().get("logs/forecourt.0.log").endsWith("in ~" + File.separator + "journal.db\n"));
    }

    @Test
    void secretLoggedByAnEarlierVersionIsMasked() throws IOException {
        vault.put(CLIENT_SECRET, "the-secret-of-this-desk").join();
        log("2026-11-24T12:00:00.000+01:00 INFO app.forecourt with the-secret-of-this-desk\n");
        assertTrue(writeAndRead().get("logs/forecourt.0.log").endsWith("with …\n"));
    }

    @Test
    void existingFileIsReplacedByAPrivateOne() throws IOException {
        Files.writeString(file, "yesterday's");
        setMode("rw-rw-rw-", file);
        writeAndRead();
        assertMode("rw-------", file);
        assertEquals(Set.of(support.fileName()), names(file.getParent()));
    }
}
