package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Preferences.Section;
import app.forecourt.settings.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The secrets and tokens by name: plain texts in memory, encrypted texts in the preferences. Any thread may read; only
 * the vault's thread, which has the key, encrypts and decrypts.
 *
 * <p>A client secret is bound to the token address at the time of entry. It can be read for no other address. Otherwise
 * a program that can edit the preferences, but can't read the key, could redirect the secret. The address is stored
 * beside the encrypted text and is authenticated with it. A token is bound by its name, which contains the address.
 */
final class EncryptedEntries {
    /** The prefix of an entry that is bound to an address. The ciphertext and the address follow. */
    private static final String BOUND_PREFIX = "2 ";

    private final Preferences preferences;
    private final VaultKeyManager key;
    /**
     * The plain texts of this run by name; an empty text was deleted. The deletion of all texts replaces the map. A
     * request that began before the deletion stores its result into the earlier map, where it is lost.
     */
    private volatile Map<String, BoundText> texts = new ConcurrentHashMap<>();

    /**
     * A text with the token address that it is bound to.
     *
     * @param address the token address; blank for a text that is bound to none
     */
    private record BoundText(String text, String address) {
        static final BoundText DELETED = new BoundText("", "");
    }

    EncryptedEntries(Preferences preferences, VaultKeyManager key) {
        this.preferences = preferences;
        this.key = key;
        // Earlier versions stored the secret in plain text, in a file of mode 0600.
        Vault.secrets()
                .forEach(setting -> Optional.of(preferences.stored(setting))
                        .filter(text -> !text.isBlank())
                        .ifPresent(cache(setting.key())));
    }

    private static boolean isSecret(String name) {
        return Vault.secrets().map(Setting::key).anyMatch(name::equals);
    }

    /**
     * Returns a consumer that caches a text for this run and binds it to the token address at that time. An empty text
     * deletes the entry. Does nothing after a deletion of all texts.
     */
    Consumer<String> cache(String name) {
        Map<String, BoundText> current = texts;
        return text -> current.put(name, new BoundText(text, address(name)));
    }

    /**
     * Returns the address that a text must be bound to: that of the web space or of the shared stock for their
     * passwords, the token address for a client secret, blank for tokens. This is the address in the preferences,
     * because another program may have edited the file. An address from outside does not count, because only the user
     * who starts the program can set it.
     */
    private String address(String name) {
        if (name.equals(Setting.PHOTO_SECRET.key())) {
            return preferences.stored(Setting.PHOTO_ADDRESS).strip();
        }
        if (name.equals(Setting.SHARED_STOCK_SECRET.key())) {
            return preferences.stored(Setting.SHARED_STOCK_ADDRESS).strip();
        }
        return isSecret(name) ? preferences.stored(Setting.TOKEN_ADDRESS).strip() : "";
    }

    /** Returns whether a text was decrypted, cached or deleted in this run. */
    boolean isCached(String name) {
        return texts.containsKey(name);
    }

    /** Returns whether a text exists, even if it can't be decrypted. */
    boolean has(String name) {
        BoundText cached = texts.get(name);
        return cached == null
                ? preferences.entry(Section.SEALED, name).isPresent()
                : !cached.text().isEmpty();
    }

    /** Returns a text if it was decrypted and is bound to the current address. */
    Optional<String> text(String name) {
        return bound(name)
                .filter(bound -> bound.address().equals(address(name)))
                .map(BoundText::text);
    }

    /** Returns the address that a decrypted text is bound to, if it is not the current one. */
    Optional<String> otherAddress(String name) {
        return bound(name).map(BoundText::address).filter(address -> !address.equals(address(name)));
    }

    /** Returns whether a text exists that can't be decrypted. */
    boolean isLocked(String name) {
        return has(name) && bound(name).isEmpty();
    }

    private Optional<BoundText> bound(String name) {
        return Optional.ofNullable(texts.get(name))
                .filter(bound -> !bound.text().isEmpty());
    }

    /** Returns whether the preferences contain encrypted texts. */
    boolean hasStored() {
        return !preferences.names(Section.SEALED).isEmpty();
    }

    /**
     * Decrypts the texts in the preferences, and stores the secrets that were typed while the keychain was locked, or
     * that were plain text. Binds secrets without an address to the current one.
     */
    void load() {
        Map<String, BoundText> current = texts;
        List<String> unsaved =
                current.keySet().stream().filter(EncryptedEntries::isSecret).toList();
        for (String name : preferences.names(Section.SEALED)) {
            String sealed = preferences.entry(Section.SEALED, name).orElse("");
            boolean isUnbound = isSecret(name) && !sealed.startsWith(BOUND_PREFIX);
            if (current.containsKey(name) || (isUnbound && key.isMarked())) {
                continue;
            }
            key.box().flatMap(box -> open(box, name, sealed)).ifPresent(bound -> {
                current.putIfAbsent(name, bound);
                if (isUnbound) {
                    store(name);
                }
            });
        }
        unsaved.forEach(this::store);
    }

    private Optional<BoundText> open(AesGcmBox box, String name, String sealed) {
        List<String> parts = List.of(sealed.split(" ", 3));
        if (sealed.startsWith(BOUND_PREFIX) && parts.size() == 3) {
            return box.decrypt(boundName(name, parts.getLast()), parts.get(1))
                    .map(text -> new BoundText(text, parts.getLast()));
        }
        return box.decrypt(name, sealed).map(text -> new BoundText(text, address(name)));
    }

    /**
     * Returns the data that is authenticated with a text. It is unique, because names and addresses have no line
     * breaks.
     */
    private static String boundName(String name, String address) {
        return address.isEmpty() ? name : BOUND_PREFIX + name + "\n" + address;
    }

    private static String seal(AesGcmBox box, String name, BoundText bound) {
        String sealed = box.encrypt(boundName(name, bound.address()), bound.text());
        return bound.address().isEmpty() ? sealed : BOUND_PREFIX + sealed + " " + bound.address();
    }

    /** Writes the cached text of a name into the preferences in encrypted form, or removes a deleted text there. */
    void store(String name) {
        BoundText bound = texts.getOrDefault(name, BoundText.DELETED);
        if (bound.text().isEmpty()) {
            preferences.setEntry(Section.SEALED, name, Optional.empty());
        } else {
            if (key.createIfMissing()) {
                // The new key can't decrypt the earlier texts.
                removeStored();
            }
            key.box().ifPresent(box -> preferences.setEntry(Section.SEALED, name, Optional.of(seal(box, name, bound))));
        }
    }

    /** Replaces the texts in the preferences by all cached texts, encrypted with a new key. */
    void storeAll() {
        Map<String, String> sealed = new HashMap<>();
        key.box()
                .ifPresent(box -> texts.keySet()
                        .forEach(name -> bound(name).ifPresent(bound -> sealed.put(name, seal(box, name, bound)))));
        // A save in between would write texts of two keys.
        preferences.changeTogether(() -> {
            removeStored();
            sealed.forEach((name, text) -> preferences.setEntry(Section.SEALED, name, Optional.of(text)));
            key.noteStorage();
        });
    }

    /** Removes the encrypted texts from the preferences. */
    void removeStored() {
        preferences.names(Section.SEALED).forEach(name -> preferences.setEntry(Section.SEALED, name, Optional.empty()));
    }

    /** Deletes all texts in memory. */
    void deleteAll() {
        Map<String, BoundText> none = new ConcurrentHashMap<>();
        // The encrypted texts stay until the vault's thread removes them, which a keychain may block. Marking them as
        // deleted here makes them unreadable at once.
        preferences.names(Section.SEALED).forEach(name -> none.put(name, BoundText.DELETED));
        texts = none;
    }
}
