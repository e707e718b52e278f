package app.forecourt.secret;

import app.forecourt.concurrent.VaultExecutor;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The vault of client secrets and tokens. They are stored in the preferences in encrypted form. Their key is in the
 * system's keychain or, if the user chooses so, in a file of its own. Without either, they are lost at the end of the
 * run.
 *
 * <p>The constructor accesses neither the keychain nor the key's file. A thread of the vault fetches the key, because a
 * keychain may block until the user enters its password. Callers that need a secret wait 20 seconds at most; a listener
 * is notified if the key arrives later. The keychain is not used until there is something to store.
 */
public final class Vault implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Vault.class.getName());
    /** The time that callers wait for the keychain. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Preferences preferences;
    private final VaultKeyManager key;
    private final EncryptedEntries entries;
    private final Duration timeout;
    private final Redaction redaction;
    private final VaultExecutor executor = new VaultExecutor();
    /** Completed when the key was fetched or the timeout has passed. */
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();

    private volatile State state;
    private volatile Consumer<State> listener = _ -> {};

    /**
     * The state of the vault.
     *
     * @param storage the storage of the key
     * @param isLocked whether a stored client secret can't be read, because its key is lost or access was refused (so
     *     far)
     */
    public record State(SecretStorage storage, boolean isLocked) {}

    /**
     * Creates a vault without opening it.
     *
     * @param keyFile the file of the key, if the user chooses this storage
     */
    public Vault(Preferences preferences, Path keyFile) {
        this(
                preferences,
                name -> new KeychainKeyStorage("key " + name),
                new FileKeyStorage(keyFile),
                TIMEOUT,
                new Redaction());
    }

    /**
     * Creates a vault without opening it.
     *
     * @param keychain factory of the keychain's storage by the name of the key
     * @param timeout time that callers wait for the keychain
     */
    Vault(
            Preferences preferences,
            Function<String, VaultKeyStorage> keychain,
            VaultKeyStorage file,
            Duration timeout,
            Redaction redaction) {
        this.preferences = preferences;
        this.key = new VaultKeyManager(preferences, keychain, file, redaction);
        this.entries = new EncryptedEntries(preferences, key);
        this.timeout = timeout;
        this.redaction = redaction;
        this.state = currentState();
    }

    /** Returns the redaction of all secrets and tokens that this vault held in this run. */
    public Redaction redaction() {
        return redaction;
    }

    /** Sets the listener, which is called on the vault's thread when the state may have changed. */
    public void setListener(Consumer<State> listener) {
        this.listener = listener;
    }

    /** Returns the current state. */
    public State state() {
        return state;
    }

    /**
     * Returns the file that holds the key of the stored secrets, even if it is missing or damaged; empty if the
     * keychain holds the key.
     */
    public Optional<Path> keyFile() {
        return key.keyFile();
    }

    /** Fetches the key if there are encrypted texts. Returns at once. */
    public void open() {
        var unused = fetchKey();
    }

    private CompletableFuture<State> fetchKey() {
        var unused = opened.completeOnTimeout(false, timeout.toMillis(), TimeUnit.MILLISECONDS);
        return later(() -> {
                    // Secrets from outside, or secrets that an earlier version stored in plain text.
                    secrets().map(preferences::get).forEach(redaction::addSecret);
                    if (entries.hasStored()) {
                        key.fetch();
                    }
                    entries.load();
                    preferences.removePlainTexts();
                    // The key is marked after the save: if the process is killed in between, the key must still open
                    // the old texts.
                    if (entries.hasStored() && preferences.saveNow() == Preferences.Trouble.NONE) {
                        key.mark();
                    }
                })
                .whenComplete((_, bug) -> {
                    opened.complete(bug == null);
                    if (bug != null) {
                        LOG.log(Level.SEVERE, "The vault can't be opened", bug);
                    }
                });
    }

    /** Asks a locked keychain again and waits until the timeout at most. Not for the FX thread. */
    public void unlock() {
        if (state.isLocked()) {
            var unused = fetchKey()
                    .completeOnTimeout(state, timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /** Waits until the key was fetched or the timeout has passed. */
    public void awaitOpened() {
        var unused = opened.join();
    }

    /**
     * Returns the current value of a secret: the value from outside, else the stored value, else a blank text. May wait
     * for the keychain.
     */
    public String secret(Setting setting) {
        String secret =
                preferences.fixedValue(setting).or(() -> text(setting.key())).orElse("");
        redaction.addSecret(secret);
        return secret;
    }

    /**
     * Returns the address that a stored secret is bound to, if it is not the current one: a token address, or the
     * address of the web space or of the shared stock. Such a secret is not returned by {@link #secret} and must be
     * entered again. Does not wait for the keychain.
     */
    public Optional<String> otherAddress(Setting setting) {
        return preferences.fixedValue(setting).isPresent() ? Optional.empty() : entries.otherAddress(setting.key());
    }

    /** Returns whether a stored client secret is bound to another token address. Does not wait for the keychain. */
    public boolean hasSecretForOtherAddress() {
        return Stream.of(Setting.CLIENT_SECRET, Setting.STAGING_CLIENT_SECRET, Setting.PRODUCTION_CLIENT_SECRET)
                .anyMatch(setting -> otherAddress(setting).isPresent());
    }

    /** Returns whether a secret exists, even if it can't be decrypted. Does not wait for the keychain. */
    public boolean has(Setting setting) {
        return preferences.fixedValue(setting).isPresent() || entries.has(setting.key());
    }

    /**
     * Stores a secret, or deletes it if the text is blank. The value is valid at once. A lost key is replaced by a new
     * one.
     *
     * @return state after the attempt to store the secret
     */
    public CompletableFuture<State> put(Setting setting, String text) {
        redaction.addSecret(text);
        entries.cache(setting.key()).accept(text);
        return later(() -> entries.store(setting.key()));
    }

    /** Determines the storage of the key without storing a secret. */
    public CompletableFuture<State> decideStorage() {
        return later(key::decide);
    }

    /**
     * Moves the key to the storage that the preferences name now, and deletes it at the earlier one. The key stays
     * where it is if the new storage can't be used.
     */
    public CompletableFuture<State> moveToChosenStorage() {
        return later(() -> {
            if (key.switchStorage()) {
                entries.storeAll();
                // The old key is deleted after the new storage is noted on the disk.
                if (preferences.saveNow() == Preferences.Trouble.NONE) {
                    var unused = key.deleteUnused(Set.of());
                }
            }
        });
    }

    /**
     * Deletes every secret and token, and the key. Damaged preferences files that were moved aside are deleted too,
     * because any part of them may be a secret. A token that is being requested now is not stored; later secrets are.
     */
    public CompletableFuture<SecretErasure> forgetAll() {
        entries.deleteAll();
        return executor.submit(
                () -> {
                    entries.removeStored();
                    preferences.removePlainTexts();
                    SecretErasure report = SecretErasure.perform(preferences, key);
                    updateState();
                    return report;
                },
                new SecretErasure(true, List.of()));
    }

    /** Returns the stored text of a name. May wait for the keychain. */
    public Optional<String> text(String name) {
        if (!entries.isCached(name) && entries.has(name)) {
            awaitOpened();
        }
        return entries.text(name);
    }

    /**
     * Returns a consumer that stores a later, replaceable text such as a token. A locked key, which may become readable
     * again, is not replaced for it. The text is dropped if all texts are deleted before it arrives.
     */
    public Consumer<String> deferredStore(String name) {
        Consumer<String> cache = entries.cache(name);
        return text -> {
            cache.accept(text);
            var unused = later(() -> {
                if (!state.isLocked()) {
                    entries.store(name);
                }
            });
        };
    }

    /** Deletes the text of a name. */
    public void remove(String name) {
        if (entries.has(name)) {
            entries.cache(name).accept("");
            var unused = later(() -> entries.store(name));
        }
    }

    private CompletableFuture<State> later(Runnable task) {
        return executor.submit(
                () -> {
                    task.run();
                    // The preferences would save by themselves after a delay; a stored secret must be on the disk at
                    // once.
                    var unused = preferences.saveNow();
                    return updateState();
                },
                state);
    }

    private State updateState() {
        State updated = currentState();
        state = updated;
        listener.accept(updated);
        return updated;
    }

    private State currentState() {
        return new State(key.storage(), secrets().map(Setting::key).anyMatch(entries::isLocked));
    }

    static Stream<Setting> secrets() {
        return Stream.of(Setting.values()).filter(Setting::isSecret);
    }

    /** Completes pending writes, unless the keychain blocks them. */
    @Override
    public void close() {
        executor.close();
    }
}
