package app.forecourt.profile;

import app.forecourt.profile.Preferences.Section;
import app.forecourt.profile.Vault.Keeping;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one key of a vault and the place where it is kept. For one thread, which the places may hold up. */
final class VaultKey {
    private static final Logger LOG = Logger.getLogger(VaultKey.class.getName());
    private static final String ID = "id";
    private static final String KEPT_IN = "keptIn";

    private final Preferences preferences;
    private final KeyPlace keychain;
    private final KeyPlace file;
    private final Redaction redaction;
    private Keeping keeping = Keeping.UNDECIDED;
    private volatile @Nullable SecretBox box;

    VaultKey(Preferences preferences, KeyPlace keychain, KeyPlace file, Redaction redaction) {
        this.preferences = preferences;
        this.keychain = keychain;
        this.file = file;
        this.redaction = redaction;
    }

    /** A name for the key, so that several desks of one user have their own, and one that is moved finds its again. */
    static String name(Preferences preferences) {
        return preferences.entry(Section.VAULT, ID).orElseGet(() -> {
            String fresh = UUID.randomUUID().toString();
            preferences.entry(Section.VAULT, ID, Optional.of(fresh));
            return fresh;
        });
    }

    Keeping keeping() {
        return keeping;
    }

    /** What it opens; for any thread. Empty while there is no key. */
    Optional<SecretBox> box() {
        return Optional.ofNullable(box);
    }

    /** Fetches the key from where it was kept before. */
    void fetch() {
        fetch(before());
    }

    /** Finds out where a key is to be kept from now on, unless that is known. */
    void decide() {
        if (keeping == Keeping.UNDECIDED) {
            fetch(switch (wanted()) {
                case "file" -> Keeping.FILE;
                case "run" -> Keeping.RUN_ONLY;
                default -> Keeping.KEYCHAIN;
            });
        }
    }

    private void fetch(Keeping from) {
        keeping = from;
        try {
            Optional<String> key = from == Keeping.RUN_ONLY ? Optional.empty() : place().read();
            key.ifPresent(redaction::learn);
            box = key.flatMap(SecretBox::of).orElse(null);
        } catch (IOException unreachable) {
            LOG.log(Level.INFO, "There is no place for the key", unreachable);
            // It may be there at the next start: what is sealed with it stays.
            keeping = Keeping.RUN_ONLY;
        }
    }

    /**
     * Makes a key and keeps it, if there is none; empty when it can't be kept.
     *
     * @param fresh is run when it is new, so that nothing opens that was sealed before
     */
    Optional<SecretBox> made(Runnable fresh) {
        decide();
        if (keeping == Keeping.RUN_ONLY) {
            return box();
        }
        if (box != null) {
            // It may be there from before, and the note of it lost with the settings.
            remember();
            return box();
        }
        try {
            String key = SecretBox.freshKey();
            redaction.learn(key);
            place().write(key);
            if (!place().read().equals(Optional.of(key))) {
                throw new IOException("It forgets at once");
            }
            fresh.run();
            remember();
            box = SecretBox.of(key).orElseThrow();
        } catch (IOException refused) {
            LOG.log(Level.WARNING, "The key can't be kept", refused);
            keeping = Keeping.RUN_ONLY;
        }
        return box();
    }

    private void remember() {
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
        keeping = Keeping.UNDECIDED;
        box = null;
        decide();
    }

    /** Goes back to a place that has the key still. */
    void back(Keeping before) {
        fetch(before);
    }

    /** Deletes the key at a place that is no longer the one. */
    void leave(Keeping before) {
        if (before == keeping || before == Keeping.UNDECIDED || before == Keeping.RUN_ONLY) {
            return;
        }
        try {
            (before == Keeping.FILE ? file : keychain).delete();
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "The key can't be deleted", stays);
        }
        if (keeping == Keeping.RUN_ONLY) {
            preferences.entry(Section.VAULT, KEPT_IN, Optional.empty());
        }
    }

    /** Deletes the key wherever it may be; false when it may still be somewhere. */
    boolean delete() {
        boolean gone = true;
        boolean inKeychain = (wasKept() && before() == Keeping.KEYCHAIN)
                || (box != null && keeping == Keeping.KEYCHAIN);
        for (KeyPlace place : inKeychain ? List.of(keychain, file) : List.of(file)) {
            try {
                place.delete();
            } catch (IOException stays) {
                LOG.log(Level.WARNING, "The key can't be deleted", stays);
                gone = false;
            }
        }
        preferences.entry(Section.VAULT, KEPT_IN, Optional.empty());
        box = null;
        keeping = Keeping.UNDECIDED;
        return gone;
    }

    private boolean wasKept() {
        return preferences.entry(Section.VAULT, KEPT_IN).isPresent();
    }

    private Keeping before() {
        return preferences.entry(Section.VAULT, KEPT_IN).filter(Keeping.FILE.name()::equalsIgnoreCase)
                .map(any -> Keeping.FILE).orElse(Keeping.KEYCHAIN);
    }

    private KeyPlace place() {
        return keeping == Keeping.FILE ? file : keychain;
    }
}
