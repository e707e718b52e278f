package app.forecourt.settings;

import app.forecourt.file.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A preferences file that is no longer read: damaged and moved aside, or half written by a killed process. It may
 * contain plain-text secrets of an earlier version. It may also be the only place with the name of a key in the
 * keychain.
 */
public record LeftoverPreferencesFile(Path path) {
    private static final Logger LOG = Logger.getLogger(LeftoverPreferencesFile.class.getName());
    /** The limit of the size in bytes, far above the size of preferences. */
    private static final int MAX_BYTES = 8 << 20;
    /**
     * The pattern of key names, without the member's name, because it may be damaged. Other UUIDs match too; no key has
     * such a name, so deleting it does no harm.
     */
    private static final Pattern NAME = Pattern.compile("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    /** The complete section of the vault with the name of its key. */
    private static final Pattern VAULT_SECTION =
            Pattern.compile("\"vault\"\\s*:\\s*\\{(?:\\s*\"\\w+\"\\s*:\\s*\"[\\w-]+\"\\s*,?)*\\s*\\}");

    /**
     * The possible names of keys in the keychain.
     *
     * @param isComplete whether the file certainly had no other names
     */
    public record KeyNames(Set<String> names, boolean isComplete) {}

    /** Finds the possible names of keys in the file. Blocks on the disk. */
    public KeyNames keyNames() {
        String text = text();
        return new KeyNames(
                NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet()),
                // A half-written file has no names of its own: they are in the preferences that it was to replace, too.
                path.toString().endsWith(".new") || VAULT_SECTION.matcher(text).find());
    }

    /** Reads the file as single bytes, because damaged text may be no UTF-8. Blank if the file can't be read. */
    private String text() {
        try {
            return Files.isRegularFile(path) && Files.size(path) <= MAX_BYTES
                    ? Files.readString(path, StandardCharsets.ISO_8859_1)
                    : "";
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The stale preferences file can't be read", unreadable);
            return "";
        }
    }

    /** Deletes the file, and returns whether it is gone. */
    public boolean delete() {
        return PrivateFile.delete(path);
    }
}
