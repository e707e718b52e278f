package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.testing.LongWait;
import java.nio.file.Path;
import java.util.Optional;

/** A keychain in memory, which outlives the vault in a test. */
public class MemoryKeyStorage implements KeyStorage {
    public volatile Optional<String> key = Optional.empty();

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

    @Override
    public Optional<String> read() {
        return key;
    }

    @Override
    public void write(String newKey) {
        key = Optional.of(newKey);
    }

    @Override
    public void delete() {
        key = Optional.empty();
    }
}
