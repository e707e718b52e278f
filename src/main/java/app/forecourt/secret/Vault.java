package app.forecourt.secret;

import app.forecourt.concurrent.VaultExecutor;
import app.forecourt.settings.Preferences;
import app.forecourt.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Client secrets and tokens. They lie sealed in the preferences; the one key that opens them lies in the system's
 * keychain or, if the user wants that, in a file of its own. Where there is neither, they last as long as this run.
 *
 * <p>
 * Made without touching anything. The key is fetched by a thread of the vault's own, which a keychain that asks for its
 * password may hold up for as long as it likes; those who need a secret wait for a while, and are told when it comes
 * later. The keychain is left alone until there is something to keep.
 */
public final class Vault implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Vault.class.getName());
    /** How long those who need a secret wait for the keychain. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final EraseReport ALL = new EraseReport(true, List.of());

    private final Preferences preferences;
    private final VaultKey key;
    private final EncryptedEntries texts;
    private final Duration patience;
    private final Redaction redaction;
    private final VaultExecutor hands = new VaultExecutor();
    /** Done when the key was fetched, or will not be waited for any longer. */
    private final CompletableFuture<Boolean> waited = new CompletableFuture<>();
    private volatile State state = new State(SecretStorage.UNDECIDED, false);
    private volatile Consumer<State> listener = any -> {};

    /**
     * How the vault is doing.
     *
     * @param isLocked whether a client secret lies there that can't be read: its key is gone, or not given out (yet)
     */
    public record State(SecretStorage keeping, boolean isLocked) {}

    /**
     * A vault that is not opened yet.
     *
     * @param keyFile where the key is when it is in a file
     */
    public Vault(Preferences preferences, Path keyFile) {
        this(preferences, name -> new KeychainKeyStorage(() -> "key " + name.get()),
                new FileKeyStorage(keyFile), PATIENCE,
                new Redaction());
    }

    /** @param patience how long those who need a secret wait for the keychain */
    public Vault(Preferences preferences, KeyStorage keychain, KeyStorage file, Duration patience) {
        this(preferences, anyName -> keychain, file, patience, new Redaction());
    }

    Vault(Preferences preferences, Function<Supplier<String>, KeyStorage> keychain, KeyStorage file,
            Duration patience, Redaction redaction) {
        this.preferences = preferences;
        this.key = new VaultKey(preferences, keychain, file, redaction);
        this.texts = new EncryptedEntries(preferences, key);
        this.patience = patience;
        this.redaction = redaction;
        // Earlier versions kept the secret as it is, in a file of mode 0600.
        secrets().forEach(
                setting -> preferences.plain(setting).ifPresent(text -> texts.remember(setting.key(), text)));
        this.state = now();
    }

    /** Takes out of texts what this vault has held in this run. */
    public Redaction redaction() {
        return redaction;
    }

    /** Is told how the vault is doing when that may have changed, on a thread of the vault's. */
    public void listen(Consumer<State> changed) {
        listener = changed;
    }

    /** How it is doing now. */
    public State state() {
        return state;
    }

    /** Fetches the key, if there is anything to open with it. Returns at once. */
    public void open() {
        var unused = opening();
    }

    private CompletableFuture<State> opening() {
        var unused = waited.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
        return later(() -> {
            // What the surroundings say, or an earlier version kept as it is.
            secrets().map(preferences::get).forEach(redaction::addSecret);
            if (texts.isSealed()) {
                key.fetch();
                texts.bindSecrets();
            }
            secrets().map(Setting::key).filter(texts::contains).forEach(texts::seal);
            preferences.dropPlain();
            // Not before: a kill between the two must leave a key that still opens what lies there.
            if (texts.isSealed() && preferences.saveNow() == Preferences.Trouble.NONE) {
                key.bindSecrets();
            }
        }).whenComplete((now, bug) -> {
            waited.complete(bug == null);
            if (bug != null) {
                LOG.log(Level.SEVERE, "The vault can't be opened", bug);
            }
        });
    }

    /** Asks a keychain that has not opened it once more, and waits a while. Not for the window's thread. */
    public void unlock() {
        if (state.isLocked()) {
            var unused = opening().completeOnTimeout(state, patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    /** Waits until the key was fetched, or will not be waited for any longer: what is there is known then. */
    public void await() {
        var unused = waited.join();
    }

    /** A secret as it holds now: what the surroundings say, else what was typed, else blank. May wait for the keychain. */
    public String secret(Setting setting) {
        String secret = preferences.given(setting).or(() -> text(setting.key())).orElse("");
        redaction.addSecret(secret);
        return secret;
    }

    /**
     * The sign-in address that a kept secret is for, if that is another one than the one of now: it is not given out
     * then, and has to be typed again. Does not wait.
     */
    public Optional<String> otherAddress(Setting setting) {
        return preferences.given(setting).isPresent() ? Optional.empty() : texts.otherAddress(setting.key());
    }

    /** Whether any secret is kept for another sign-in address. Does not wait. */
    public boolean isForAnotherAddress() {
        return secrets().anyMatch(setting -> otherAddress(setting).isPresent());
    }

    /** Whether there is such a secret, readable or not. Does not wait. */
    public boolean has(Setting setting) {
        return preferences.given(setting).isPresent() || texts.has(setting.key());
    }

    /**
     * Keeps a secret, blank for none; it holds at once. A key that is lost is given up for a new one.
     *
     * @return how the vault is doing when it is kept, or is not
     */
    public CompletableFuture<State> put(Setting setting, String text) {
        redaction.addSecret(text);
        texts.remember(setting.key(), text);
        return later(() -> texts.seal(setting.key()));
    }

    /** Finds out where a secret would be kept, without keeping any. */
    public CompletableFuture<State> settle() {
        return later(key::decide);
    }

    /**
     * Keeps everything where the preferences now say, and nowhere else; where it is, if that place can't be had.
     */
    public CompletableFuture<State> move() {
        int era = texts.generation();
        return later(() -> {
            // Whatever comes of it, this run has them.
            texts.learnAll(era);
            SecretStorage before = key.keeping();
            key.change();
            if (key.isForThisRunOnly()) {
                texts.dropSealed();
            } else {
                texts.sealAll();
            }
            if (key.keeping() == SecretStorage.RUN_ONLY && !key.isForThisRunOnly()) {
                key.back(before);
            } else {
                // The old place gives the key up when the new one is on the disk.
                var unused = preferences.saveNow();
                key.leave(before);
            }
        });
    }

    /**
     * Forgets every secret and token, and the key; also what damaged preferences have of them, which were put aside and
     * are deleted: what is left of a file that can't be read may be a secret. What is still being asked for is not kept
     * when it comes, and what is typed from now on is.
     */
    public CompletableFuture<EraseReport> forgetAll() {
        texts.forget();
        return hands.later(() -> {
            EraseReport remains = new SignInEraser(preferences, texts, key).all();
            updateState();
            return remains;
        }, ALL);
    }

    /** A text that was kept under that name. May wait for the keychain. */
    public Optional<String> text(String name) {
        if (!texts.contains(name) && texts.has(name)) {
            await();
        }
        return texts.readable(name);
    }

    /**
     * A place for a text that is yet to come and is no loss: a key that may come back is not given up for it, and when
     * all was forgotten meanwhile, it is not kept.
     */
    public Consumer<String> place(String name) {
        int era = texts.generation();
        return text -> {
            if (texts.remember(name, text, era)) {
                var unused = later(() -> {
                    if (!state.isLocked()) {
                        texts.seal(name);
                    }
                });
            }
        };
    }

    /** Forgets a text. */
    public void remove(String name) {
        if (texts.has(name)) {
            texts.remember(name, "");
            var unused = later(() -> texts.seal(name));
        }
    }

    private CompletableFuture<State> later(Runnable task) {
        return hands.later(() -> {
            task.run();
            // At once, though the preferences would see to it in a moment: what is kept is kept.
            var unused = preferences.saveNow();
            return updateState();
        }, state);
    }

    private State updateState() {
        State now = now();
        state = now;
        listener.accept(now);
        return now;
    }

    private State now() {
        return new State(key.keeping(), secrets().map(Setting::key)
                .anyMatch(name -> texts.has(name) && texts.readable(name).isEmpty()
                        && texts.otherAddress(name).isEmpty()));
    }

    private static Stream<Setting> secrets() {
        return Arrays.stream(Setting.values()).filter(Setting::isSecret);
    }

    /** Seals what is not sealed yet, unless the keychain holds that up. */
    @Override
    public void close() {
        hands.close();
    }
}
