package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.Preferences.Section;
import app.forecourt.settings.PreferencesFile;
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

/** The one key of a vault and the place where it is kept. For one thread, which the places may hold up. */
final class VaultKey {
    private static final Logger LOG = Logger.getLogger(VaultKey.class.getName());
    private static final String ID = "id";
    private static final String KEPT_IN = "keptIn";
    /** Before a key under which every secret is bound to its address. */
    private static final String MARK = "2:";
    private static final String LEFT = PreferencesFile.LEFT_KEYS;

    private final Preferences preferences;
    private final Function<Supplier<String>, KeyStorage> keychain;
    private final KeyStorage file;
    private final Redaction redaction;
    private SecretStorage keeping = SecretStorage.UNDECIDED;
    private volatile @Nullable AesGcmBox box;
    /** Whether the key is marked: every secret under it is bound to its address. */
    private volatile boolean binding;

    /** @param keychain the place of the key of that name; the name is asked for when the place is */
    VaultKey(Preferences preferences, Function<Supplier<String>, KeyStorage> keychain, KeyStorage file,
            Redaction redaction) {
        this.preferences = preferences;
        this.keychain = keychain;
        this.file = file;
        this.redaction = redaction;
    }

    /** A name for the key, so that several desks of one user have their own, and one that is moved finds its again. */
    private String name() {
        return preferences.entry(Section.VAULT, ID).orElseGet(() -> {
            String fresh = UUID.randomUUID().toString();
            preferences.entry(Section.VAULT, ID, Optional.of(fresh));
            return fresh;
        });
    }

    SecretStorage keeping() {
        return keeping;
    }

    /** What it opens; for any thread. Empty while there is no key. */
    Optional<AesGcmBox> box() {
        return Optional.ofNullable(box);
    }

    /**
     * Whether no secret without an address opens with the key any more. That is noted beside the key itself, where who
     * can only edit the preferences can't take it back: an old copy of them would open again otherwise.
     */
    boolean bindsSecrets() {
        return binding;
    }

    /** Marks the key, once what is bound lies on the disk. */
    void bindSecrets() {
        if (box == null || binding || keeping == SecretStorage.UNDECIDED
                || keeping == SecretStorage.RUN_ONLY) {
            return;
        }
        try {
            Optional<String> key = place(keeping).read().filter(text -> AesGcmBox.of(text).isPresent());
            if (key.isPresent()) {
                place(keeping).write(MARK + key.get());
                binding = true;
            }
        } catch (IOException refused) {
            LOG.log(Level.INFO, "The key can't be marked", refused);
        }
    }

    /** Fetches the key from where it was kept before. */
    void fetch() {
        fetch(keptIn().orElse(SecretStorage.KEYCHAIN));
    }

    /** Finds out where a key is to be kept from now on, unless that is known. */
    void decide() {
        if (keeping == SecretStorage.UNDECIDED) {
            fetch(switch (wanted()) {
                case "file" -> SecretStorage.FILE;
                case "run" -> SecretStorage.RUN_ONLY;
                default -> SecretStorage.KEYCHAIN;
            });
        }
    }

    private void fetch(SecretStorage from) {
        keeping = from;
        try {
            Optional<String> text = from == SecretStorage.RUN_ONLY ? Optional.empty() : place(from).read();
            binding = text.filter(kept -> kept.startsWith(MARK)).isPresent();
            Optional<String> key = text
                    .map(kept -> kept.startsWith(MARK) ? kept.substring(MARK.length()) : kept);
            key.ifPresent(redaction::addSecret);
            box = key.flatMap(AesGcmBox::of).orElse(null);
        } catch (IOException unreachable) {
            LOG.log(Level.INFO, "There is no place for the key", unreachable);
            // It may be there at the next start: what is sealed with it stays.
            keeping = SecretStorage.RUN_ONLY;
        }
    }

    /**
     * Makes a key and keeps it, if there is none; empty when it can't be kept.
     *
     * @param fresh is run when it is new, so that nothing opens that was sealed before
     */
    Optional<AesGcmBox> made(Runnable fresh) {
        decide();
        if (keeping == SecretStorage.RUN_ONLY) {
            return box();
        }
        if (box != null) {
            // It may be there from before, and the note of it lost with the settings.
            remember();
            return box();
        }
        try {
            String key = AesGcmBox.freshKey();
            redaction.addSecret(key);
            place(keeping).write(MARK + key);
            if (!place(keeping).read().equals(Optional.of(MARK + key))) {
                throw new IOException("It forgets at once");
            }
            fresh.run();
            remember();
            binding = true;
            box = AesGcmBox.of(key).orElseThrow();
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "The key can't be kept", refused);
            keeping = SecretStorage.RUN_ONLY;
        }
        return box();
    }

    private void remember() {
        if (keeping != SecretStorage.KEYCHAIN && keptIn().equals(Optional.of(SecretStorage.KEYCHAIN))) {
            // The only note of a key there that nobody could reach just now.
            note(name(), true);
        }
        preferences.entry(Section.VAULT, KEPT_IN, Optional.of(keeping.name().toLowerCase(Locale.ROOT)));
    }

    /** Whether the user wants no place at all. */
    boolean isForThisRunOnly() {
        return "run".equals(wanted());
    }

    private String wanted() {
        return preferences.get(Setting.KEEP_SECRETS).strip().toLowerCase(Locale.ROOT);
    }

    /** Goes to the place that the preferences now say; the one before keeps its key. */
    void change() {
        keeping = SecretStorage.UNDECIDED;
        box = null;
        decide();
    }

    /** Goes back to a place that has the key still. */
    void back(SecretStorage before) {
        fetch(before);
    }

    /** Deletes the key at a place that is no longer the one. */
    void leave(SecretStorage before) {
        if (before == keeping || before == SecretStorage.UNDECIDED || before == SecretStorage.RUN_ONLY) {
            return;
        }
        boolean gone = delete(place(before));
        if (before == SecretStorage.KEYCHAIN) {
            note(name(), !gone);
        }
        if (keeping == SecretStorage.RUN_ONLY) {
            preferences.entry(Section.VAULT, KEPT_IN, Optional.empty());
        }
    }

    /**
     * Deletes the key wherever it may be, and those that only damaged preferences name; false when one may still be
     * somewhere. It is tried again then when all is forgotten once more.
     */
    boolean delete(List<StalePreferencesFile.Names> damaged) {
        Set<String> names = left();
        if (keptIn().equals(Optional.of(SecretStorage.KEYCHAIN))
                || (box != null && keeping == SecretStorage.KEYCHAIN)) {
            names.add(name());
        }
        damaged.forEach(noted -> names.addAll(noted.names()));
        List<String> left = names.stream().filter(name -> !delete(keychain.apply(() -> name))).toList();
        boolean gone = delete(file) && left.isEmpty()
                && damaged.stream().allMatch(StalePreferencesFile.Names::areAll)
                && preferences.trouble() != Preferences.Trouble.UNREADABLE;
        left(left);
        preferences.entry(Section.VAULT, KEPT_IN, Optional.empty());
        box = null;
        keeping = SecretStorage.UNDECIDED;
        return gone;
    }

    /** The names of keys that the keychain may have still, though they are of no use any more. */
    private Set<String> left() {
        return Stream.of(preferences.entry(Section.VAULT, LEFT).orElse("").split(" "))
                .filter(name -> !name.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void left(Collection<String> names) {
        preferences.entry(Section.VAULT, LEFT,
                Optional.of(String.join(" ", names)).filter(any -> !any.isEmpty()));
    }

    private void note(String name, boolean isLeft) {
        Set<String> names = left();
        if (isLeft ? names.add(name) : names.remove(name)) {
            left(names);
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

    /** Where it was kept last, if anywhere. */
    private Optional<SecretStorage> keptIn() {
        return preferences.entry(Section.VAULT, KEPT_IN)
                .map(word -> SecretStorage.FILE.name().equalsIgnoreCase(word) ? SecretStorage.FILE
                        : SecretStorage.KEYCHAIN);
    }

    private KeyStorage place(SecretStorage which) {
        return which == SecretStorage.FILE ? file : keychain.apply(this::name);
    }
}
