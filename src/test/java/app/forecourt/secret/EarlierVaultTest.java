package app.forecourt.secret;

import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of homes that earlier versions wrote, as literal texts. */
class EarlierVaultTest {
    private static final String SECRET = "s3cret of the desk";
    private static final String TOKEN = "token|https://a.example/token|ID|x|0123abcd";
    private static final String ID = "6d2ac1ab-3989-40a7-a878-0f7155ded3d0";
    private static final String KEY = "1MQHkAQVHooov+5fMbeVWXgfpBVcKQLh07MsIfuCO+c=";
    private static final String SEALED = """
            "sealed" : {
              "clientSecret" : "2 nmC80Enwl+vgEr/KtOA//xWpoIzv4clm5X/YVqKvzUOCToD2Org7kLOd6OgxFQ== https://autochat-dev.eu.auth0.com/oauth/token",
              "token|https://a.example/token|ID|x|0123abcd" : "W5vZIjjD2OVFkbfN98Apj6t6ZvEoQtBrG7IIsUqvSRL2tcmA0lS/GEnzSUzpQX2pcEPIq9dzY6AJKd1WCo+TqrPWPLgrEs+tRYOU9VeUboLCk1athQEB44vtFxa4BtpzVxtZOVRlK3KhhzX0zlKNfjQ="
            }""";

    private static final String IN_KEYCHAIN =
            "{\"vault\" : {\"id\" : \"" + ID + "\", \"keptIn\" : \"keychain\"}, " + SEALED + "}";

    @TempDir
    private Path home;

    private final Map<String, MemoryKeyStorage> keychain = new HashMap<>();
    private Preferences preferences;
    private Vault vault;

    private void start(String json) throws IOException {
        Files.writeString(home.resolve("preferences.json"), json);
        preferences = Preferences.open(
                home.resolve("preferences.json"), new SystemEnvironment(_ -> null, _ -> null), Runnable::run);
        vault = new Vault(
                preferences, this::key, new FileKeyStorage(home.resolve("vault.key")), LongWait.LIMIT, new Redaction());
        vault.open();
    }

    private void assertSecret() {
        assertEquals(SECRET, vault.secret(CLIENT_SECRET));
    }

    private MemoryKeyStorage key(String name) {
        return keychain.computeIfAbsent(name, _ -> new MemoryKeyStorage());
    }

    @AfterEach
    void close() {
        vault.close();
        preferences.close();
    }

    @Test
    void keyInKeychainOpensTexts() throws IOException {
        key(ID).write("2:" + KEY);
        start(IN_KEYCHAIN);
        assertSecret();
        assertEquals("opaque", vault.text(TOKEN).orElseThrow().substring(10, 16));
        assertEquals(new Vault.State(SecretStorage.KEYCHAIN, false), vault.state());
    }

    @Test
    void openingChangesNoFile() throws IOException {
        key(ID).write("2:" + KEY);
        start(IN_KEYCHAIN);
        vault.decideStorage().join();
        assertEquals(IN_KEYCHAIN, Files.readString(home.resolve("preferences.json")));
        assertEquals(Optional.of("2:" + KEY), key(ID).read());
    }

    @Test
    void keyInFileOpensTexts() throws IOException {
        Files.writeString(home.resolve("vault.key"), "2:" + KEY);
        start("{\"keepSecrets\" : \"file\", \"vault\" : {\"keptIn\" : \"file\"}, " + SEALED + "}");
        assertSecret();
        assertEquals(new Vault.State(SecretStorage.FILE, false), vault.state());
    }

    /** The version before marked keys accepted secrets without an address. */
    @Test
    void unmarkedKeyOpensTexts() throws IOException {
        key(ID).write(KEY);
        start(IN_KEYCHAIN);
        assertSecret();
        vault.decideStorage().join();
        assertEquals(Optional.of("2:" + KEY), key(ID).read());
    }

    @Test
    void unusedKeysAreErased() throws IOException {
        for (String name : List.of("one", "two", ID)) {
            key(name).write("2:" + KEY);
        }
        start("{\"vault\" : {\"id\" : \"" + ID + "\", \"keptIn\" : \"keychain\", \"left\" : \"one two\"}, " + SEALED
                + "}");
        assertEquals(new SecretErasure(false, List.of()), vault.forgetAll().join());
        assertEquals(
                0, keychain.values().stream().filter(key -> key.key.isPresent()).count());
    }
}
