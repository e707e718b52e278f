package app.forecourt.profile;

import app.forecourt.profile.Preferences.Section;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Texts by name: what was learned in this run, as it is, and what lies sealed in the preferences. Reading is for any
 * thread, sealing for the one that has the key.
 */
final class SealedTexts {
    private final Preferences preferences;
    private final VaultKey key;
    /** An empty text is one that was forgotten. */
    private final Map<String, String> known = new ConcurrentHashMap<>();
    /** How often all was forgotten. What was begun in one era is not learned in the next. */
    private int era;

    SealedTexts(Preferences preferences, VaultKey key) {
        this.preferences = preferences;
        this.key = key;
    }

    /** Knows a text for this run, empty for none. */
    void learn(String name, String text) {
        known.put(name, text);
    }

    /** The era that lasts until all is forgotten. */
    synchronized int era() {
        return era;
    }

    /** Knows a text for this run, if it is still the same era; false if not. */
    synchronized boolean learn(String name, String text, int since) {
        if (era == since) {
            learn(name, text);
        }
        return era == since;
    }

    /** Whether it was learned in this run, or forgotten. */
    boolean knows(String name) {
        return known.containsKey(name);
    }

    /** Whether there is such a text, readable or not. */
    boolean has(String name) {
        String here = known.get(name);
        return here == null ? preferences.entry(Section.SEALED, name).isPresent() : !here.isEmpty();
    }

    /** The text as far as it can be read now. */
    Optional<String> readable(String name) {
        return Optional.ofNullable(known.get(name))
                .or(() -> preferences.entry(Section.SEALED, name)
                        .flatMap(sealed -> key.box().flatMap(box -> box.open(name, sealed))))
                .filter(text -> !text.isEmpty());
    }

    /** Whether any lies sealed. */
    boolean isSealed() {
        return !preferences.names(Section.SEALED).isEmpty();
    }

    /** Seals what was learned under that name, or removes what was forgotten. */
    void seal(String name) {
        String text = known.getOrDefault(name, "");
        if (text.isEmpty()) {
            preferences.entry(Section.SEALED, name, Optional.empty());
        } else {
            key.made(this::dropSealed).ifPresent(
                    box -> preferences.entry(Section.SEALED, name, Optional.of(box.seal(name, text))));
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
        var all = new HashMap<String, String>();
        Stream.concat(preferences.names(Section.SEALED).stream(), known.keySet().stream())
                .forEach(name -> readable(name).ifPresent(text -> all.put(name, text)));
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
        preferences.names(Section.SEALED).forEach(name -> known.put(name, ""));
    }
}
