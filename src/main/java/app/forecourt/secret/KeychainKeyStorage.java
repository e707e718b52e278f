package app.forecourt.secret;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The operating system's keychain: Secret Service or KWallet on Linux, Keychain on macOS, Credential Manager on Windows.
 * The first call may ask the user for the keychain's password, and waits for it.
 */
final class KeychainKeyStorage implements KeyStorage {
    private static final String SERVICE = "Forecourt";

    private final Supplier<String> account;

    /** @param account tells the keys of several desks on one computer apart; asked when the keychain is */
    KeychainKeyStorage(Supplier<String> account) {
        this.account = account;
    }

    private interface Task<T> {
        T with(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<String> read() throws IOException {
        return on(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, account.get()));
            } catch (PasswordAccessException noneOrRefused) {
                // The library says the same of both.
                return Optional.empty();
            }
        });
    }

    @Override
    public void write(String key) throws IOException {
        on(keyring -> {
            keyring.setPassword(SERVICE, account.get(), key);
            return key;
        });
    }

    @Override
    public void delete() throws IOException {
        if (read().isPresent()) {
            on(keyring -> {
                keyring.deletePassword(SERVICE, account.get());
                return SERVICE;
            });
        }
    }

    @SuppressWarnings("try") // closing is declared to throw anything
    private static <T> T on(Task<T> task) throws IOException {
        try (Keyring keyring = Keyring.create()) {
            return task.with(keyring);
        } catch (BackendNotSupportedException | PasswordAccessException refused) {
            throw new IOException(refused);
        } catch (IOException failure) {
            throw failure;
        } catch (Exception | LinkageError broken) {
            // Whatever native code, D-Bus and its libraries throw: there is no keychain to count on.
            throw new IOException(broken);
        }
    }
}
