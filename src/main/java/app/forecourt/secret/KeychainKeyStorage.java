package app.forecourt.secret;

import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.io.IOException;
import java.util.Optional;

/**
 * The storage of the key in the system's keychain: Secret Service or KWallet on Linux, Keychain on macOS, Credential
 * Manager on Windows. The first call may ask the user for the keychain's password, and blocks until the user answers.
 *
 * @param account the account name, which distinguishes the keys of several homes
 */
record KeychainKeyStorage(String account) implements VaultKeyStorage {
    private static final String SERVICE = "Forecourt";

    private interface KeyringTask<T> {
        T run(Keyring keyring) throws PasswordAccessException;
    }

    @Override
    public Optional<String> read() throws IOException {
        return withKeyring(keyring -> {
            try {
                return Optional.ofNullable(keyring.getPassword(SERVICE, account));
            } catch (PasswordAccessException noneOrRefused) {
                // The library throws the same exception for a missing key and for refused access.
                return Optional.empty();
            }
        });
    }

    @Override
    public void write(String key) throws IOException {
        withKeyring(keyring -> {
            keyring.setPassword(SERVICE, account, key);
            return key;
        });
    }

    @Override
    public void delete() throws IOException {
        if (read().isPresent()) {
            withKeyring(keyring -> {
                keyring.deletePassword(SERVICE, account);
                return SERVICE;
            });
        }
    }

    @SuppressWarnings("try") // close() is declared to throw Exception
    private static <T> T withKeyring(KeyringTask<T> task) throws IOException {
        try (Keyring keyring = Keyring.create()) {
            return task.run(keyring);
        } catch (IOException failure) {
            throw failure;
        } catch (Exception | LinkageError refusedOrBroken) {
            // Besides a refusal, native code, D-Bus and its libraries may throw anything.
            throw new IOException(refusedOrBroken);
        }
    }
}
