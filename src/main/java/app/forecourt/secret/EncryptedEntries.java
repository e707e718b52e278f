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
 * Texts by name: what was learned in this run, as it is, and what lies sealed in the preferences. Reading is for any
 * thread, sealing for the one that has the key.
 *
 * <p>
 * A client secret is bound to the sign-in address that it was typed for: it opens for no other, so that whoever can
 * edit the preferences, but not the key, can't have it sent elsewhere. The address lies beside what is sealed and is
 * authenticated with it. A token is bound by its name, which has the address in it.
 */
final class EncryptedEntries {
    /** Begins a text that is sealed with its address, which follows behind it. */
    private static final String BOUND = "2 ";

    private final Preferences preferences;
    private final VaultKey key;
    /** An empty text is one that was forgotten. */
    private final Map<String, Bound> known = new ConcurrentHashMap<>();
    /** How often all was forgotten. What was begun in one era is not learned in the next. */
    private int era;

    /** A text and the sign-in address that it is for; blank for one that is for none. */
    private record Bound(String text, String address) {
        static final Bound FORGOTTEN = new Bound("", "");
    }

    EncryptedEntries(Preferences preferences, VaultKey key) {
        this.preferences = preferences;
        this.key = key;
    }

    /** Knows a text for this run and for the sign-in address of now, empty for none. */
    void remember(String name, String text) {
        known.put(name, new Bound(text, address(name)));
    }

    /**
     * The sign-in address that a text of that name has to be for now: the one in the preferences, which an edited file
     * may have changed. What the surroundings say instead of it comes from who starts the program.
     */
    private String address(String name) {
        return isSecret(name) ? preferences.typed(Setting.TOKEN_ADDRESS).strip() : "";
    }

    private static boolean isSecret(String name) {
        return Arrays.stream(Setting.values())
                .anyMatch(setting -> setting.isSecret() && setting.key().equals(name));
    }

    /** The era that lasts until all is forgotten. */
    synchronized int generation() {
        return era;
    }

    /** Knows a text for this run, if it is still the same era; false if not. */
    synchronized boolean remember(String name, String text, int since) {
        if (era == since) {
            remember(name, text);
        }
        return era == since;
    }

    /** Whether it was learned in this run, or forgotten. */
    boolean contains(String name) {
        return known.containsKey(name);
    }

    /** Whether there is such a text, readable or not. */
    boolean has(String name) {
        Bound here = known.get(name);
        return here == null ? preferences.entry(Section.SEALED, name).isPresent() : !here.text().isEmpty();
    }

    /** The text as far as it can be read now, and is for the sign-in address of now. */
    Optional<String> readable(String name) {
        return bound(name).filter(bound -> bound.address().equals(address(name))).map(Bound::text);
    }

    /** The sign-in address that a text can be read for, if that is another one than the one of now. */
    Optional<String> otherAddress(String name) {
        return bound(name).map(Bound::address).filter(address -> !address.equals(address(name)));
    }

    private Optional<Bound> bound(String name) {
        return Optional.ofNullable(known.get(name))
                .or(() -> preferences.entry(Section.SEALED, name)
                        .flatMap(sealed -> key.box().flatMap(box -> open(box, name, sealed))))
                .filter(bound -> !bound.text().isEmpty());
    }

    private Optional<Bound> open(AesGcmBox box, String name, String sealed) {
        if (sealed.startsWith(BOUND)) {
            List<String> parts = List.of(sealed.split(" ", 3));
            String address = parts.size() == 3 ? parts.getLast() : "";
            return box.open(name(name, address), parts.get(1)).map(text -> new Bound(text, address));
        }
        // An earlier version sealed it without an address, and with a key that is not marked yet.
        return isSecret(name) && key.bindsSecrets() ? Optional.empty()
                : box.open(name, sealed).map(text -> new Bound(text, address(name)));
    }

    /** What is authenticated with a text: no name and no address has a line break in it. */
    private static String name(String name, String address) {
        return BOUND + name + "\n" + address;
    }

    /** Whether any lies sealed. */
    boolean isSealed() {
        return !preferences.names(Section.SEALED).isEmpty();
    }

    /** Seals what was learned under that name, or removes what was forgotten. */
    void seal(String name) {
        Bound bound = known.getOrDefault(name, Bound.FORGOTTEN);
        if (bound.text().isEmpty()) {
            preferences.entry(Section.SEALED, name, Optional.empty());
        } else {
            key.made(this::dropSealed).ifPresent(
                    box -> preferences.entry(Section.SEALED, name, Optional.of(sealed(box, name, bound))));
        }
    }

    private static String sealed(AesGcmBox box, String name, Bound bound) {
        return bound.address().isEmpty() ? box.seal(name, bound.text())
                : BOUND + box.seal(name(name, bound.address()), bound.text()) + " " + bound.address();
    }

    /** Binds the secrets that an earlier version sealed to the sign-in address of now. */
    void bindSecrets() {
        for (String name : preferences.names(Section.SEALED)) {
            if (isSecret(name) && !contains(name)
                    && !preferences.entry(Section.SEALED, name).orElse(BOUND).startsWith(BOUND)) {
                bound(name).ifPresent(bound -> {
                    known.putIfAbsent(name, bound);
                    seal(name);
                });
            }
        }
    }

    /** Seals all that was learned. */
    void sealAll() {
        known.keySet().forEach(this::seal);
    }

    /** Learns all that can be read, if it is still the same era, so that this run has it whatever becomes of the rest. */
    synchronized void learnAll(int since) {
        if (era != since) {
            return;
        }
        var all = new HashMap<String, Bound>();
        Stream.concat(preferences.names(Section.SEALED).stream(), known.keySet().stream())
                .forEach(name -> bound(name).ifPresent(bound -> all.put(name, bound)));
        all.forEach(known::putIfAbsent);
    }

    /** Removes what lies sealed. */
    void dropSealed() {
        preferences.names(Section.SEALED)
                .forEach(name -> preferences.entry(Section.SEALED, name, Optional.empty()));
    }

    /** Forgets what was learned, and begins another era. */
    synchronized void forget() {
        era++;
        known.clear();
        // What lies sealed lies there until the one that has the key comes to it, who may be held up; it opens no more.
        preferences.names(Section.SEALED).forEach(name -> known.put(name, Bound.FORGOTTEN));
    }
}
