package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A keychain that outlives a desk as long as the test holds it. */
public class MemoryKeyStorage implements KeyStorage {
    public volatile Optional<String> key = Optional.empty();

    /** The vault of a desk with this keychain, opened. */
    public Vault vault(Preferences preferences) {
        Vault vault = new Vault(preferences, this, new MemoryKeyStorage(), Duration.ofSeconds(10));
        vault.open();
        return vault;
    }

    /** The same with a real file for the key, and with this redaction. */
    public Vault vault(Preferences preferences, Path keyFile, Redaction redaction) {
        Vault vault = new Vault(preferences, anyName -> this, new FileKeyStorage(keyFile),
                Duration.ofSeconds(10), redaction);
        vault.open();
        return vault;
    }

    @Override
    public Optional<String> read() {
        return key;
    }

    @Override
    public void write(String fresh) {
        key = Optional.of(fresh);
    }

    @Override
    public void delete() {
        key = Optional.empty();
    }
}
