package app.forecourt.secret;

import app.forecourt.settings.Preferences;
import app.forecourt.settings.StalePreferencesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The deletion of a sign-in from the disk and the keychain, with a report of all remains. */
record SignInEraser(Preferences preferences, EncryptedEntries texts, VaultKey key) {
    private static final Logger LOG = Logger.getLogger(SignInEraser.class.getName());

    /**
     * Deletes all secrets, tokens and keys; called on the vault's thread. Damaged preferences files are deleted as a
     * whole, because any part of them may be a secret.
     */
    EraseReport eraseAll() {
        texts.removeStored();
        preferences.removePlainTexts();
        var files = new ArrayList<Path>();
        List<StalePreferencesFile> leftovers = leftovers(files);
        boolean isKey = !key.delete(leftovers.stream().map(StalePreferencesFile::keyNames).toList());
        leftovers.stream().filter(leftover -> !leftover.delete()).map(StalePreferencesFile::path)
                .forEach(files::add);
        switch (preferences.saveNow()) {
            case NOT_SAVED, UNREADABLE -> files.add(preferences.path());
            case NONE, PUT_ASIDE -> {
            }
        }
        return new EraseReport(isKey, files);
    }

    private List<StalePreferencesFile> leftovers(List<Path> unknown) {
        try {
            return preferences.staleFiles();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "Stale preferences files can't be listed", unreadable);
            unknown.add(preferences.path().toAbsolutePath().getParent());
            return List.of();
        }
    }
}
