package app.forecourt.settings;

import java.io.IOException;
import java.io.InputStream;
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
 * Preferences that are read no more: damaged and put aside, or half written by a program that was killed. An earlier
 * version's secrets may stand in them as they are, and the name under which a key lies in the keychain may stand nowhere
 * else.
 */
public record StalePreferencesFile(Path path) {
    private static final Logger LOG = Logger.getLogger(StalePreferencesFile.class.getName());
    /** Bytes; far more than preferences ever have. */
    private static final int LARGEST = 8 << 20;
    /** Any of its kind, since the word before it may be damaged; under another one's name there is no key. */
    private static final Pattern NAME = Pattern.compile("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    private static final Pattern WHOLE_NOTE = Pattern
            .compile("\"vault\"\\s*:\\s*\\{(?:\\s*\"\\w+\"\\s*:\\s*\"[\\w-]+\"\\s*,?)*\\s*\\}");

    /**
     * The names that keys may have.
     *
     * @param areAll whether it is certain that there is no other
     */
    public record Names(Set<String> names, boolean areAll) {}

    public Names names() {
        String text = text();
        return new Names(
                NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet()),
                // What was half written is beside the preferences that it was to replace, and has no other name than they.
                path.toString().endsWith(".new") || WHOLE_NOTE.matcher(text).find());
    }

    /** Byte by byte, since it may be damaged in any way; blank when it can't be read. */
    private String text() {
        if (!Files.isRegularFile(path)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "What was put aside can't be read", unreadable);
            return "";
        }
    }

    /** Deletes it; false when it is still there. */
    public boolean delete() {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "What was put aside can't be deleted", stays);
            return false;
        }
    }
}
