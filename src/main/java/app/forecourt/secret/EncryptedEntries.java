package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Preferences.Section;
import app.forecourt.settings.Setting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The secrets and tokens by name: a cache of this run's plain texts over the encrypted texts in the preferences. Any
 * thread may read; only the vault's thread, which has the key, encrypts.
 *
 * <p>
 * A client secret is bound to the token address at the time of entry. It can be read for no other address. Otherwise a
 * program that can edit the preferences, but can't read the key, could redirect the secret. The address is stored
 * beside the encrypted text and is authenticated with it. A token is bound by its name, which contains the address.
 */
final class EncryptedEntries {
    /** The prefix of an entry that is bound to an address. The ciphertext and the address follow. */
    private static final String BOUND_PREFIX = "2 ";

    private final Preferences preferences;
    private final VaultKey key;
    /** The plain texts of this run by name; an empty text was deleted. */
    private final Map<String, BoundText> known = new ConcurrentHashMap<>();
    /** Counts the deletions of all texts. A request that began before a deletion must not store its result after it. */
    private int generation;

    /**
     * A text with the token address that it is bound to.
     *
     * @param address the token address; blank for a text that is bound to none
     */
    private record BoundText(String text, String address) {
        static final BoundText DELETED = new BoundText("", "");
    }

    EncryptedEntries(Preferences preferences, VaultKey key) {
        this.preferences = preferences;
        this.key = key;
    }

    /** Caches a text for this run and binds it to the current token address. An empty text deletes the entry. */
    void cache(String name, String text) {
        known.put(name, new BoundText(text, address(name)));
    }

    /**
     * Returns the token address that a text must be bound to; blank for tokens. This is the address in the
     * preferences, because another program may have edited the file. An address from outside does not count, because
     * only the user who starts the program can set it.
     */
    private String address(String name) {
        return isSecret(name) ? preferences.stored(Setting.TOKEN_ADDRESS).strip() : "";
    }

    private static boolean isSecret(String name) {
        return Arrays.stream(Setting.values())
                .anyMatch(setting -> setting.isSecret() && setting.key().equals(name));
    }

    /** Returns the current generation, which ends when all texts are deleted. */
    synchronized int generation() {
        return generation;
    }

    /** Caches a text for this run if the generation is still the same, and returns whether it is. */
    synchronized boolean cache(String name, String text, int expectedGeneration) {
        if (generation == expectedGeneration) {
            cache(name, text);
        }
        return generation == expectedGeneration;
    }

    /** Returns whether a text was cached or deleted in this run. */
    boolean isCached(String name) {
        return known.containsKey(name);
    }

    /** Returns whether a text exists, even if it can't be decrypted. */
    boolean has(String name) {
        BoundText cached = known.get(name);
        return cached == null ? preferences.entry(Section.SEALED, name).isPresent()
                : !cached.text().isEmpty();
    }

    /** Returns a text if it can be decrypted now and is bound to the current token address. */
    Optional<String> text(String name) {
        return bound(name).filter(bound -> bound.address().equals(address(name))).map(BoundText::text);
    }

    /** Returns the token address that a decryptable text is bound to, if it is not the current one. */
    Optional<String> otherAddress(String name) {
        return bound(name).map(BoundText::address).filter(address -> !address.equals(address(name)));
    }

    private Optional<BoundText> bound(String name) {
        return Optional.ofNullable(known.get(name))
                .or(() -> preferences.entry(Section.SEALED, name)
                        .flatMap(sealed -> key.box().flatMap(box -> open(box, name, sealed))))
                .filter(bound -> !bound.text().isEmpty());
    }

    private Optional<BoundText> open(AesGcmBox box, String name, String sealed) {
        if (sealed.startsWith(BOUND_PREFIX)) {
            List<String> parts = List.of(sealed.split(" ", 3));
            String address = parts.size() == 3 ? parts.getLast() : "";
            return box.decrypt(boundName(name, address), parts.get(1))
                    .map(text -> new BoundText(text, address));
        }
        // An earlier version encrypted the text without an address. Such secrets are valid until the key is marked.
        return isSecret(name) && key.bindsSecrets() ? Optional.empty()
                : box.decrypt(name, sealed).map(text -> new BoundText(text, address(name)));
    }

    /**
     * Returns the data that is authenticated with a text. It is unique, because names and addresses have no line
     * breaks.
     */
    private static String boundName(String name, String address) {
        return BOUND_PREFIX + name + "\n" + address;
    }

    /** Returns whether the preferences contain encrypted texts. */
    boolean hasStored() {
        return !preferences.names(Section.SEALED).isEmpty();
    }

    /** Writes the cached text of a name into the preferences in encrypted form, or removes a deleted text there. */
    void store(String name) {
        BoundText bound = known.getOrDefault(name, BoundText.DELETED);
        if (bound.text().isEmpty()) {
            preferences.setEntry(Section.SEALED, name, Optional.empty());
        } else {
            key.getOrCreate(this::removeStored).ifPresent(
                    box -> preferences.setEntry(Section.SEALED, name, Optional.of(sealed(box, name, bound))));
        }
    }

    private static String sealed(AesGcmBox box, String name, BoundText bound) {
        return bound.address().isEmpty() ? box.encrypt(name, bound.text())
                : BOUND_PREFIX + box.encrypt(boundName(name, bound.address()), bound.text()) + " "
                        + bound.address();
    }

    /** Binds the secrets that an earlier version encrypted to the current token address. */
    void bindSecrets() {
        for (String name : preferences.names(Section.SEALED)) {
            if (isSecret(name) && !isCached(name)
                    && !preferences.entry(Section.SEALED, name).orElse(BOUND_PREFIX)
                            .startsWith(BOUND_PREFIX)) {
                bound(name).ifPresent(bound -> {
                    known.putIfAbsent(name, bound);
                    store(name);
                });
            }
        }
    }

    /** Writes all cached texts into the preferences in encrypted form. */
    void storeAll() {
        known.keySet().forEach(this::store);
    }

    /**
     * Caches all texts that can be decrypted, if the generation is still the same. This run then has the texts even if
     * the key or the encrypted texts get lost.
     */
    synchronized void cacheAll(int expectedGeneration) {
        if (generation != expectedGeneration) {
            return;
        }
        var readable = new HashMap<String, BoundText>();
        Stream.concat(preferences.names(Section.SEALED).stream(), known.keySet().stream())
                .forEach(name -> bound(name).ifPresent(bound -> readable.put(name, bound)));
        readable.forEach(known::putIfAbsent);
    }

    /** Removes the encrypted texts from the preferences. */
    void removeStored() {
        preferences.names(Section.SEALED)
                .forEach(name -> preferences.setEntry(Section.SEALED, name, Optional.empty()));
    }

    /** Deletes all cached texts and begins the next generation. */
    synchronized void deleteAll() {
        generation++;
        known.clear();
        // The encrypted texts stay until the vault's thread removes them, which a keychain may block. Marking them as
        // deleted here makes them unreadable at once.
        preferences.names(Section.SEALED).forEach(name -> known.put(name, BoundText.DELETED));
    }
}
