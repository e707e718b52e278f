package app.forecourt.secret;

import java.nio.file.Path;
import java.util.List;

/**
 * The report of erasing a sign-in: everything that may be left of it.
 *
 * @param isKeyLeft whether a key may still be in the keychain; the texts that were encrypted with it are deleted
 * @param remainingFiles files that could not be deleted or rewritten, and may contain secrets
 */
public record EraseReport(boolean isKeyLeft, List<Path> remainingFiles) {
    public EraseReport {
        remainingFiles = List.copyOf(remainingFiles);
    }

    /** Returns whether the key and all files are certainly gone. */
    public boolean isComplete() {
        return !isKeyLeft && remainingFiles.isEmpty();
    }
}
