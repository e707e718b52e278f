package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Preferences.Section;
import app.forecourt.settings.Setting;
import app.forecourt.settings.StalePreferencesFile;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The key of a vault and its storage. Used on the vault's thread only, because storages may block. */
final class VaultKey {
    private static final Logger LOG = Logger.getLogger(VaultKey.class.getName());
    private static final String ID = "id";
    private static final String KEPT_IN = "keptIn";
    /** The prefix of a marked key. Every secret that is encrypted with such a key is bound to its address. */
    private static final String MARK = "2:";
    private static final String STALE_NAMES = "left";

    private final Preferences preferences;
    private final Function<Supplier<String>, KeyStorage> keychain;
    private final KeyStorage file;
    private final Redaction redaction;
    private SecretStorage keeping = SecretStorage.UNDECIDED;
    private volatile @Nullable AesGcmBox box;
    /** True if the key is marked, so that every secret encrypted with it is bound to its address. */
    private volatile boolean isMarked;

    /** @param keychain factory of the keychain's storage by key name; the name is read when the storage is used */
    VaultKey(Preferences preferences, Function<Supplier<String>, KeyStorage> keychain, KeyStorage file,
            Redaction redaction) {
        this.preferences = preferences;
        this.keychain = keychain;
        this.file = file;
        this.redaction = redaction;
    }

    /**
     * Returns the name of the key in the keychain. Each home has a name of its own, so that several homes of one user
     * have different keys. A moved home finds its key again.
     */
    private String name() {
        return preferences.entry(Section.VAULT, ID).orElseGet(() -> {
            String fresh = UUID.randomUUID().toString();
            preferences.setEntry(Section.VAULT, ID, Optional.of(fresh));
            return fresh;
        });
    }

    SecretStorage storage() {
        return keeping;
    }

    /** Returns the encryption with the key; empty while there is no key. May be called on any thread. */
    Optional<AesGcmBox> box() {
        return Optional.ofNullable(box);
    }

    /**
     * Returns whether secrets without an address are rejected. The mark is stored with the key, so that a program with
     * access to the preferences alone can't remove it. Otherwise an old copy of the preferences would be valid again.
     */
    boolean bindsSecrets() {
        return isMarked;
    }

    /** Marks the key after the bound secrets were written to the disk. */
    void bindSecrets() {
        if (box == null || isMarked || keeping == SecretStorage.UNDECIDED
                || keeping == SecretStorage.RUN_ONLY) {
            return;
        }
        try {
            Optional<String> key = keyStorage(keeping).read().filter(text -> AesGcmBox.of(text).isPresent());
            if (key.isPresent()) {
                keyStorage(keeping).write(MARK + key.get());
                isMarked = true;
            }
        } catch (IOException refused) {
            LOG.log(Level.INFO, "The key can't be marked", refused);
        }
    }

    /** Reads the key from the storage of the last run. */
    void fetch() {
        fetch(keptIn().orElse(SecretStorage.KEYCHAIN));
    }

    /** Chooses the storage by the preferences and reads the key there, unless a storage is chosen already. */
    void decide() {
        if (keeping == SecretStorage.UNDECIDED) {
            fetch(switch (wanted()) {
                case "file" -> SecretStorage.FILE;
                case "run" -> SecretStorage.RUN_ONLY;
                default -> SecretStorage.KEYCHAIN;
            });
        }
    }

    private void fetch(SecretStorage storage) {
        keeping = storage;
        try {
            Optional<String> text = storage == SecretStorage.RUN_ONLY ? Optional.empty()
                    : keyStorage(storage).read();
            isMarked = text.filter(stored -> stored.startsWith(MARK)).isPresent();
            Optional<String> key = text
                    .map(stored -> stored.startsWith(MARK) ? stored.substring(MARK.length()) : stored);
            key.ifPresent(redaction::addSecret);
            box = key.flatMap(AesGcmBox::of).orElse(null);
        } catch (IOException unreachable) {
            LOG.log(Level.INFO, "The storage of the key does not work", unreachable);
            // The storage may work again at the next start, so the encrypted texts stay.
            keeping = SecretStorage.RUN_ONLY;
        }
    }

    /**
     * Returns the encryption with the key. Creates and stores a key if there is none; empty if it can't be stored.
     *
     * @param onNewKey action for a new key, because it can't decrypt earlier texts
     */
    Optional<AesGcmBox> getOrCreate(Runnable onNewKey) {
        decide();
        if (keeping == SecretStorage.RUN_ONLY) {
            return box();
        }
        if (box != null) {
            // The key may be older than the preferences, if their note of its storage got lost.
            noteStorage();
            return box();
        }
        try {
            String key = AesGcmBox.newKey();
            redaction.addSecret(key);
            keyStorage(keeping).write(MARK + key);
            if (!keyStorage(keeping).read().equals(Optional.of(MARK + key))) {
                throw new IOException("the storage lost the key at once");
            }
            onNewKey.run();
            noteStorage();
            isMarked = true;
            box = AesGcmBox.of(key).orElseThrow();
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "The key can't be stored", refused);
            keeping = SecretStorage.RUN_ONLY;
        }
        return box();
    }

    private void noteStorage() {
        if (keeping != SecretStorage.KEYCHAIN && keptIn().equals(Optional.of(SecretStorage.KEYCHAIN))) {
            // The old note is the only trace of a key in an unreachable keychain. The key is listed for deletion.
            noteStale(name(), true);
        }
        preferences.setEntry(Section.VAULT, KEPT_IN, Optional.of(keeping.name().toLowerCase(Locale.ROOT)));
    }

    /** Returns whether the user chose to store no secrets. */
    boolean isRunOnly() {
        return "run".equals(wanted());
    }

    private String wanted() {
        return preferences.get(Setting.KEEP_SECRETS).strip().toLowerCase(Locale.ROOT);
    }

    /** Switches to the storage that the preferences name now. The earlier storage keeps its key. */
    void switchStorage() {
        keeping = SecretStorage.UNDECIDED;
        box = null;
        decide();
    }

    /** Switches back to an earlier storage, which still has the key. */
    void switchBack(SecretStorage storage) {
        fetch(storage);
    }

    /** Deletes the key in an earlier storage. */
    void deleteFrom(SecretStorage storage) {
        if (storage == keeping || storage == SecretStorage.UNDECIDED || storage == SecretStorage.RUN_ONLY) {
            return;
        }
        boolean isDeleted = delete(keyStorage(storage));
        if (storage == SecretStorage.KEYCHAIN) {
            noteStale(name(), !isDeleted);
        }
        if (keeping == SecretStorage.RUN_ONLY) {
            preferences.setEntry(Section.VAULT, KEPT_IN, Optional.empty());
        }
    }

    /**
     * Deletes the key in every storage, and the keys with names that only damaged preferences contain. The names of
     * keys that could not be deleted are stored, so that the next call retries.
     *
     * @return whether all keys are certainly gone
     */
    boolean delete(List<StalePreferencesFile.KeyNames> damaged) {
        Set<String> names = staleNames();
        if (keptIn().equals(Optional.of(SecretStorage.KEYCHAIN))
                || (box != null && keeping == SecretStorage.KEYCHAIN)) {
            names.add(name());
        }
        damaged.forEach(found -> names.addAll(found.names()));
        List<String> undeleted = names.stream().filter(name -> !delete(keychain.apply(() -> name))).toList();
        boolean isGone = delete(file) && undeleted.isEmpty()
                && damaged.stream().allMatch(StalePreferencesFile.KeyNames::isComplete)
                && preferences.trouble() != Preferences.Trouble.UNREADABLE;
        storeStaleNames(undeleted);
        preferences.setEntry(Section.VAULT, KEPT_IN, Optional.empty());
        box = null;
        keeping = SecretStorage.UNDECIDED;
        return isGone;
    }

    /** Returns the names of unused keys that may still be in the keychain. */
    private Set<String> staleNames() {
        return Stream.of(preferences.entry(Section.VAULT, STALE_NAMES).orElse("").split(" "))
                .filter(name -> !name.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void storeStaleNames(Collection<String> names) {
        preferences.setEntry(Section.VAULT, STALE_NAMES,
                Optional.of(String.join(" ", names)).filter(text -> !text.isEmpty()));
    }

    private void noteStale(String name, boolean isStale) {
        Set<String> names = staleNames();
        if (isStale ? names.add(name) : names.remove(name)) {
            storeStaleNames(names);
        }
    }

    private static boolean delete(KeyStorage place) {
        try {
            place.delete();
            return true;
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "The key can't be deleted", stays);
            return false;
        }
    }

    /** Returns the storage of the last run; empty if no key was stored. */
    private Optional<SecretStorage> keptIn() {
        return preferences.entry(Section.VAULT, KEPT_IN)
                .map(word -> SecretStorage.FILE.name().equalsIgnoreCase(word) ? SecretStorage.FILE
                        : SecretStorage.KEYCHAIN);
    }

    private KeyStorage keyStorage(SecretStorage storage) {
        return storage == SecretStorage.FILE ? file : keychain.apply(this::name);
    }
}
