package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A keychain in memory, which outlives the vault in a test. */
public class MemoryKeyStorage implements VaultKeyStorage {
    /** The bytes in UTF-16 that the Credential Manager of Windows stores at most. */
    private static final int LONGEST = 2560;

    public volatile Optional<String> key = Optional.empty();

    /** While this is closed, the keychain waits for its password. */
    volatile CountDownLatch password = new CountDownLatch(0);

    /** Whether the keychain does not work. */
    volatile boolean isBroken;

    /** Returns a closed vault with this keychain. */
    public Vault newVault(Preferences preferences) {
        return new Vault(preferences, _ -> this, new MemoryKeyStorage(), LongWait.LIMIT, new Redaction());
    }

    /** Opens a vault with this keychain. */
    public Vault openVault(Preferences preferences) {
        Vault vault = newVault(preferences);
        vault.open();
        return vault;
    }

    /** Opens a vault with this keychain, a real file for the key, and a given redaction. */
    public Vault openVault(Preferences preferences, Path keyFile, Redaction redaction) {
        Vault vault = new Vault(preferences, _ -> this, new FileKeyStorage(keyFile), LongWait.LIMIT, redaction);
        vault.open();
        return vault;
    }

    private void ask() throws IOException {
        if (isBroken) {
            throw new IOException("none");
        }
        LongWait.untilOpen(password);
    }

    @Override
    public Optional<String> read() throws IOException {
        ask();
        return key;
    }

    @Override
    public void write(String newKey) throws IOException {
        ask();
        if (2 * newKey.length() > LONGEST) {
            throw new IOException("too long for Windows");
        }
        key = Optional.of(newKey);
    }

    @Override
    public void delete() throws IOException {
        ask();
        key = Optional.empty();
    }
}
