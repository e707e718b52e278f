package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Preferences.Section;
import app.forecourt.settings.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The key of a vault and its storage. Used on the vault's thread only, because storages may block. */
final class VaultKeyManager {
    private static final Logger LOG = Logger.getLogger(VaultKeyManager.class.getName());
    private static final String ID = "id";
    private static final String KEPT_IN = "keptIn";
    /** The entry with the names of unused keys that may still be in the keychain. */
    private static final String UNUSED = "left";
    /** The prefix of a marked key. Every secret that is encrypted with such a key is bound to its address. */
    private static final String MARK = "2:";

    private final Preferences preferences;
    private final Function<String, VaultKeyStorage> keychain;
    private final VaultKeyStorage file;
    private final Redaction redaction;
    private SecretStorage storage = SecretStorage.UNDECIDED;
    /** The key in Base64 without its mark; no valid key while there is none. */
    private String key = "";

    private boolean isMarked;
    private @Nullable String name;

    /** @param keychain factory of the keychain's storage by the name of the key */
    VaultKeyManager(
            Preferences preferences,
            Function<String, VaultKeyStorage> keychain,
            VaultKeyStorage file,
            Redaction redaction) {
        this.preferences = preferences;
        this.keychain = keychain;
        this.file = file;
        this.redaction = redaction;
    }

    SecretStorage storage() {
        return storage;
    }

    /**
     * Returns the file of the key by which the texts in the preferences are encrypted; empty if the key is in the
     * keychain. May be called from any thread.
     */
    Optional<Path> keyFile() {
        return keptIn().filter(SecretStorage.FILE::equals).flatMap(_ -> file.file());
    }

    /** Returns the encryption with the key; empty while there is no key. */
    Optional<AesGcmBox> box() {
        return AesGcmBox.of(key);
    }

    /**
     * Returns whether secrets without an address are rejected. The mark is stored with the key, so that a program with
     * access to the preferences alone can't remove it. Otherwise an old copy of the preferences would be valid again.
     */
    boolean isMarked() {
        return isMarked;
    }

    /** Marks the key after the bound secrets were written to the disk. */
    void mark() {
        if (isMarked || !isStored() || box().isEmpty()) {
            return;
        }
        try {
            keyStorage(storage).write(MARK + key);
            isMarked = true;
        } catch (IOException refused) {
            LOG.log(Level.INFO, "The key can't be marked", refused);
        }
    }

    private boolean isStored() {
        return storage == SecretStorage.KEYCHAIN || storage == SecretStorage.FILE;
    }

    /** Reads the key from the storage of the last run. */
    void fetch() {
        fetch(keptIn().orElse(SecretStorage.KEYCHAIN));
    }

    /** Chooses the storage by the preferences and reads the key there, unless a storage is chosen already. */
    void decide() {
        if (storage == SecretStorage.UNDECIDED) {
            fetch(chosen());
        }
    }

    private SecretStorage chosen() {
        return switch (preferences.get(Setting.KEEP_SECRETS).strip().toLowerCase(Locale.ROOT)) {
            case "file" -> SecretStorage.FILE;
            case "run" -> SecretStorage.RUN_ONLY;
            default -> SecretStorage.KEYCHAIN;
        };
    }

    private void fetch(SecretStorage place) {
        storage = place;
        try {
            use(isStored() ? keyStorage(place).read().orElse("") : "");
        } catch (IOException unreachable) {
            LOG.log(Level.INFO, "The storage of the key does not work", unreachable);
            // The storage may work again at the next start, so the encrypted texts stay.
            storage = SecretStorage.RUN_ONLY;
        }
    }

    private void use(String text) {
        isMarked = text.startsWith(MARK);
        key = isMarked ? text.substring(MARK.length()) : text;
        redaction.addSecret(key);
    }

    /** Creates and stores a key if there is none, and returns whether it was created. */
    boolean createIfMissing() {
        decide();
        if (!isStored()) {
            return false;
        }
        boolean isMissing = box().isEmpty();
        if (isMissing && !create(storage)) {
            storage = SecretStorage.RUN_ONLY;
            return false;
        }
        // Stored again, because the preferences may have lost the storage of an older key.
        noteStorage();
        return isMissing;
    }

    /**
     * Switches to the storage that the preferences name, with a new key. The earlier storage has its key until
     * {@link #deleteUnused}.
     *
     * @return false if nothing changed, because the storage is the same or can't be used
     */
    boolean switchStorage() {
        SecretStorage next = chosen();
        if (next == SecretStorage.RUN_ONLY) {
            fetch(next);
            return true;
        }
        return next != storage && create(next);
    }

    /** Stores a new key and uses it, and returns whether that was possible. Else the current key stays in use. */
    private boolean create(SecretStorage place) {
        String fresh = AesGcmBox.newKey();
        redaction.addSecret(fresh);
        try {
            keyStorage(place).write(MARK + fresh);
            if (!keyStorage(place).read().equals(Optional.of(MARK + fresh))) {
                throw new IOException("the storage lost the key at once");
            }
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "The key can't be stored", refused);
            return false;
        }
        storage = place;
        use(MARK + fresh);
        return true;
    }

    /** Notes the current storage. The name of a key in the keychain that it replaces is listed for deletion. */
    void noteStorage() {
        Set<String> unused = unusedNames();
        if (keptIn().equals(Optional.of(SecretStorage.KEYCHAIN))) {
            unused.add(name());
        }
        if (storage == SecretStorage.KEYCHAIN) {
            unused.remove(name());
            note(ID, name());
        }
        note(UNUSED, String.join(" ", unused));
        note(KEPT_IN, isStored() ? storage.name().toLowerCase(Locale.ROOT) : "");
    }

    private void note(String entry, String text) {
        preferences.setEntry(Section.VAULT, entry, Optional.of(text).filter(noted -> !noted.isEmpty()));
    }

    private Set<String> unusedNames() {
        var names = new HashSet<>(
                List.of(preferences.entry(Section.VAULT, UNUSED).orElse("").split(" ")));
        names.remove("");
        return names;
    }

    /** Returns the storage of the last run; empty if no key was stored. */
    private Optional<SecretStorage> keptIn() {
        return preferences
                .entry(Section.VAULT, KEPT_IN)
                .map(word ->
                        SecretStorage.FILE.name().equalsIgnoreCase(word) ? SecretStorage.FILE : SecretStorage.KEYCHAIN);
    }

    /**
     * Deletes the key in every storage, and the keys with names that only damaged preferences contain.
     *
     * @return whether all keys are certainly gone
     */
    boolean delete(Set<String> damagedNames) {
        if (box().isPresent() && isStored()) {
            // Stored again, because the preferences may have lost it.
            noteStorage();
        }
        storage = SecretStorage.UNDECIDED;
        key = "";
        noteStorage();
        return deleteUnused(damagedNames);
    }

    /**
     * Deletes the keys that are not used any more. The names of keys that could not be deleted are stored, so that the
     * next call retries.
     *
     * @param moreNames further names of keys in the keychain
     * @return whether all of them are certainly gone
     */
    boolean deleteUnused(Set<String> moreNames) {
        Set<String> names = unusedNames();
        names.addAll(moreNames);
        names.removeIf(unused -> delete(keychain.apply(unused)));
        note(UNUSED, String.join(" ", names));
        return (storage == SecretStorage.FILE || delete(file)) && names.isEmpty();
    }

    private static boolean delete(VaultKeyStorage place) {
        try {
            place.delete();
            return true;
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "The key can't be deleted", stays);
            return false;
        }
    }

    private VaultKeyStorage keyStorage(SecretStorage place) {
        return place == SecretStorage.FILE ? file : keychain.apply(name());
    }

    /**
     * Returns the name of the key in the keychain. Each home has a name of its own, so that several homes of one user
     * have different keys. A moved home finds its key again.
     */
    private String name() {
        if (name == null) {
            name = preferences
                    .entry(Section.VAULT, ID)
                    .orElseGet(() -> UUID.randomUUID().toString());
        }
        return name;
    }
}
