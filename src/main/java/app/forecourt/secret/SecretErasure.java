package app.forecourt.secret;

import app.forecourt.settings.LeftoverPreferencesFile;
import app.forecourt.settings.LeftoverPreferencesFile.KeyNames;
import app.forecourt.settings.Preferences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The erasure of a stored sign-in, and everything that may be left of it.
 *
 * @param isKeyLeft whether a key may still be in the keychain; the texts that were encrypted with it are deleted
 * @param remainingFiles files that could not be deleted or rewritten, and may contain secrets
 */
public record SecretErasure(boolean isKeyLeft, List<Path> remainingFiles) {
    private static final Logger LOG = Logger.getLogger(SecretErasure.class.getName());

    public SecretErasure {
        remainingFiles = List.copyOf(remainingFiles);
    }

    /** Returns whether the key and all files are certainly gone. */
    public boolean isComplete() {
        return !isKeyLeft && remainingFiles.isEmpty();
    }

    /** Deletes the key and the damaged preferences files, and saves the preferences. Runs on the vault's thread. */
    static SecretErasure perform(Preferences preferences, VaultKeyManager key) {
        List<LeftoverPreferencesFile> damaged = List.of();
        var remaining = new ArrayList<Path>();
        try {
            damaged = preferences.staleFiles();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Stale preferences files can't be listed", unreadable);
            remaining.add(preferences.path().toAbsolutePath().getParent());
        }
        List<KeyNames> names =
                damaged.stream().map(LeftoverPreferencesFile::keyNames).toList();
        boolean isKeyGone = key.delete(
                        names.stream().flatMap(found -> found.names().stream()).collect(Collectors.toSet()))
                && names.stream().allMatch(KeyNames::isComplete)
                && preferences.trouble() != Preferences.Trouble.UNREADABLE;
        damaged.stream()
                .filter(file -> !file.delete())
                .map(LeftoverPreferencesFile::path)
                .forEach(remaining::add);
        if (preferences.saveNow() != Preferences.Trouble.NONE) {
            remaining.add(preferences.path());
        }
        return new SecretErasure(!isKeyGone, remaining);
    }
}
