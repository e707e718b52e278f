package app.forecourt.secret;

import static app.forecourt.settings.Setting.CLIENT_SECRET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.forecourt.secret.Vault.State;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.SystemEnvironment;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The fixture of the vault's tests: a home on which a test may start the vault repeatedly. */
abstract class VaultFixture {
    static final String SECRET = "s3cret of the desk";

    @TempDir
    Path home;

    /** The properties with which the program is started. */
    final Map<String, String> properties = new HashMap<>();

    final Map<String, String> variables = new HashMap<>();
    MemoryKeyStorage keychain = new MemoryKeyStorage();
    /** The keychain's storages by name, if a test has several. */
    final Map<String, MemoryKeyStorage> keys = new HashMap<>();

    boolean hasSeveralKeys;
    Duration timeout = LongWait.LIMIT;
    Preferences preferences;
    Vault vault;

    Vault start() {
        close();
        preferences = Preferences.open(file(), new SystemEnvironment(variables::get, properties::get), Runnable::run);
        vault = new Vault(preferences, this::keychain, new FileKeyStorage(key()), timeout, new Redaction());
        vault.open();
        return vault;
    }

    /** Returns the keychain's storage of a key. */
    MemoryKeyStorage keychain(String name) {
        return hasSeveralKeys ? keys.computeIfAbsent(name, _ -> new MemoryKeyStorage()) : keychain;
    }

    long countKeys() {
        return keys.values().stream().filter(key -> key.key.isPresent()).count();
    }

    @AfterEach
    void close() {
        if (vault != null) {
            vault.close();
            preferences.close();
        }
    }

    Path file() {
        return home.resolve("preferences.json");
    }

    Path key() {
        return home.resolve("key/vault.key");
    }

    String storedText() throws IOException {
        return Files.readString(file());
    }

    void startWithSecret() {
        start();
        putSecret();
    }

    State putSecret() {
        return vault.put(CLIENT_SECRET, SECRET).join();
    }

    String secret() {
        return vault.secret(CLIENT_SECRET);
    }

    void assertSecret(String expected) {
        assertEquals(expected, secret());
    }

    void assertSecretAfterStart(String expected) {
        start();
        assertSecret(expected);
    }

    SecretErasure forgetAll() {
        return vault.forgetAll().join();
    }
}
