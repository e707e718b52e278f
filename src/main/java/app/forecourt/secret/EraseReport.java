package app.forecourt.secret;

import java.nio.file.Path;
import java.util.List;

/**
 * What may still be there of a sign-in that was forgotten.
 *
 * @param isKey whether a key may still lie in the keychain; what it opened is gone
 * @param files those that could not be deleted, or written anew, and may have secrets in them
 */
public record EraseReport(boolean isKey, List<Path> files) {
    public EraseReport {
        files = List.copyOf(files);
    }

    /** Whether it is certain that all is gone. */
    public boolean isNothing() {
        return !isKey && files.isEmpty();
    }
}
