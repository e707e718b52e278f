package app.forecourt.profile;

import app.forecourt.profile.Preferences.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    /** Seconds for the last sealing when the program ends. */
    private static final int LAST_WORK = 2;

    private final Preferences preferences;
    private final VaultKey key;
    private final Duration patience;
    private final Redaction redaction;
    private final ExecutorService hands = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("vault").daemon().factory());
    /** Done when the key was fetched, or will not be waited for any longer. */
    private final CompletableFuture<Boolean> waited = new CompletableFuture<>();
    /** What was learned in this run, by name; an empty text is one that was forgotten. */
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private volatile State state = new State(Keeping.UNDECIDED, false);
    private volatile Consumer<State> listener = any -> {};

    /** Where secrets are kept. */
    public enum Keeping {
        /** There is nothing to keep yet, or the keychain has not answered yet. */
        UNDECIDED,
        /** The key is in the system's keychain. */
        KEYCHAIN,
        /** The key is in a file that only the user can read, as the user wants it. */
        FILE,
        /** Nowhere: they last as long as this run. */
        RUN_ONLY
    }

    /**
     * How the vault is doing.
     *
     * @param isLocked whether a client secret lies there that can't be read: its key is gone, or not given out (yet)
     */
    public record State(Keeping keeping, boolean isLocked) {}

    /**
     * A vault that is not opened yet.
     *
     * @param keyFile where the key is when it is in a file
     */
    public Vault(Preferences preferences, Path keyFile) {
        this(preferences, new Keychain("key " + VaultKey.name(preferences)), new KeyFile(keyFile), PATIENCE);
    }

    /** @param patience how long those who need a secret wait for the keychain */
    public Vault(Preferences preferences, KeyPlace keychain, KeyPlace file, Duration patience) {
        this(preferences, keychain, file, patience, new Redaction());
    }

    Vault(Preferences preferences, KeyPlace keychain, KeyPlace file, Duration patience,
            Redaction redaction) {
        this.preferences = preferences;
        this.key = new VaultKey(preferences, keychain, file, redaction);
        this.patience = patience;
        this.redaction = redaction;
        secrets().forEach(
                setting -> preferences.plain(setting).ifPresent(text -> known.put(setting.key(), text)));
        this.state = now();
        // What the surroundings say, or an earlier version kept as it is.
        secrets().map(preferences::get).forEach(redaction::learn);
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
        var unused = waited.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
        var opening = later(() -> {
            if (!preferences.names(Section.SEALED).isEmpty()) {
                key.fetch();
            }
            takeInThePlain();
        }).whenComplete((now, bug) -> waited.complete(bug == null));
        opening.exceptionally(bug -> {
            LOG.log(Level.SEVERE, "The vault can't be opened", bug);
            return state;
        });
    }

    /** Waits until the key was fetched, or will not be waited for any longer: what is there is known then. */
    public void await() {
        var unused = waited.join();
    }

    /** Earlier versions kept the secret as it is, in a file of mode 0600. */
    private void takeInThePlain() {
        secrets().map(Setting::key).filter(known::containsKey)
                .forEach(name -> seal(name, known.getOrDefault(name, "")));
        preferences.dropPlain();
    }

    /** A secret as it holds now: what the surroundings say, else what was typed, else blank. May wait for the keychain. */
    public String secret(Setting setting) {
        String secret = preferences.given(setting).or(() -> text(setting.key())).orElse("");
        redaction.learn(secret);
        return secret;
    }

    /** Whether there is such a secret, readable or not. Does not wait. */
    public boolean has(Setting setting) {
        return preferences.given(setting).isPresent() || isThere(setting.key());
    }

    /**
     * Keeps a secret, blank for none; it holds at once. A key that is lost is given up for a new one.
     *
     * @return how the vault is doing when it is kept, or is not
     */
    public CompletableFuture<State> put(Setting setting, String text) {
        redaction.learn(text);
        known.put(setting.key(), text);
        return later(() -> seal(setting.key(), text));
    }

    /** Finds out where a secret would be kept, without keeping any. */
    public CompletableFuture<State> settle() {
        return later(key::decide);
    }

    /**
     * Keeps everything where the preferences now say, and nowhere else; where it is, if that place can't be had.
     */
    public CompletableFuture<State> move() {
        return later(() -> {
            // Whatever comes of it, this run has them.
            everything().forEach(known::putIfAbsent);
            Keeping before = key.keeping();
            key.change();
            if (key.isForThisRunOnly()) {
                dropSealed();
            } else {
                Map.copyOf(known).forEach(this::seal);
            }
            if (key.keeping() == Keeping.RUN_ONLY && !key.isForThisRunOnly()) {
                key.back(before);
            } else {
                // The old place gives the key up when the new one is on the disk.
                var unused = preferences.saveNow();
                key.leave(before);
            }
        });
    }

    /** Forgets every secret and token, and the key. What is returned says whether it is certain that all is gone. */
    public CompletableFuture<Boolean> forgetAll() {
        known.clear();
        return CompletableFuture.supplyAsync(() -> {
            known.clear();
            boolean gone = empty();
            var unused = preferences.saveNow();
            var now = become();
            LOG.fine(() -> "Forgotten: " + now);
            return gone;
        }, hands);
    }

    /** A text that was kept under that name. May wait for the keychain. */
    Optional<String> text(String name) {
        if (!known.containsKey(name) && isThere(name)) {
            await();
        }
        return readable(name);
    }

    /** Keeps a text that is no loss: a key that may come back is not given up for it. */
    void add(String name, String text) {
        known.put(name, text);
        var unused = later(() -> {
            if (!state.isLocked()) {
                seal(name, text);
            }
        });
    }

    /** Forgets a text. */
    void remove(String name) {
        if (isThere(name)) {
            known.put(name, "");
            var unused = later(() -> seal(name, ""));
        }
    }

    private CompletableFuture<State> later(Runnable task) {
        try {
            return CompletableFuture.supplyAsync(() -> {
                task.run();
                // At once, though the preferences would see to it in a moment: what is kept is kept.
                var unused = preferences.saveNow();
                return become();
            }, hands);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(state);
        }
    }

    private State become() {
        State now = now();
        state = now;
        listener.accept(now);
        return now;
    }

    private State now() {
        return new State(key.keeping(), secrets().map(Setting::key)
                .anyMatch(name -> isThere(name) && readable(name).isEmpty()));
    }

    private static Stream<Setting> secrets() {
        return Arrays.stream(Setting.values()).filter(Setting::isSecret);
    }

    private boolean isThere(String name) {
        String here = known.get(name);
        return here == null ? preferences.entry(Section.SEALED, name).isPresent() : !here.isEmpty();
    }

    private Optional<String> readable(String name) {
        return Optional.ofNullable(known.get(name))
                .or(() -> preferences.entry(Section.SEALED, name)
                        .flatMap(sealed -> key.box().flatMap(box -> box.open(name, sealed))))
                .filter(text -> !text.isEmpty());
    }

    private void seal(String name, String text) {
        if (text.isEmpty()) {
            preferences.entry(Section.SEALED, name, Optional.empty());
        } else {
            key.made(this::dropSealed).ifPresent(
                    box -> preferences.entry(Section.SEALED, name, Optional.of(box.seal(name, text))));
        }
    }

    private void dropSealed() {
        preferences.names(Section.SEALED)
                .forEach(name -> preferences.entry(Section.SEALED, name, Optional.empty()));
    }

    private Map<String, String> everything() {
        var all = new HashMap<String, String>();
        Stream.concat(preferences.names(Section.SEALED).stream(), known.keySet().stream())
                .forEach(name -> readable(name).ifPresent(text -> all.put(name, text)));
        return all;
    }

    private boolean empty() {
        dropSealed();
        return key.delete();
    }

    /** Seals what is not sealed yet, unless the keychain holds that up. */
    @Override
    public void close() {
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LAST_WORK, TimeUnit.SECONDS)) {
                LOG.warning("The keychain does not answer");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
