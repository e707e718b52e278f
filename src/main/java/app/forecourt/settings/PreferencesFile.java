package app.forecourt.settings;

import app.forecourt.file.PrivateFile;
import app.forecourt.settings.Preferences.Section;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The preferences file on the disk, a JSON object. A write merges this process's changes into the file and keeps the
 * changes of other processes. Two processes can share a home if it can't be locked. The same happens if the home is
 * deleted while the first process runs.
 */
public final class PreferencesFile {
    /** The version of the file format. Version 1 contained secrets in plain text. */
    private static final int VERSION = 2;
    private static final String VERSION_MEMBER = "version";
    /**
     * The members that are replaced together, because texts encrypted with one key can't be decrypted with another.
     * The last writer wins.
     */
    private static final List<String> KEY_AND_SECRETS = List.of(Section.VAULT.key, Section.SEALED.key);

    /** The member of the vault's section with the names of keys that are still to be deleted. It survives the key. */
    public static final String STALE_KEYS = "left";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final PrivateFile file;
    /** The values that this process read or wrote last, without the changes of other processes. */
    private ObjectNode known = json.createObjectNode();

    PreferencesFile(Path path) {
        this.file = new PrivateFile(path);
    }

    Path path() {
        return file.path();
    }

    /**
     * Reads the values; an empty object if the file does not exist.
     *
     * @throws IOException if the file can't be read
     * @throws DamagedException if the file contains no JSON object
     */
    ObjectNode read() throws IOException, DamagedException {
        known = readObject().orElseGet(json::createObjectNode);
        return known.deepCopy();
    }

    boolean moveAside() {
        return file.moveAside();
    }

    /** Returns whether a damaged file was moved aside and no new file was written since. */
    boolean isMovedAside() throws IOException {
        return !Files.exists(path())
                && file.leftovers().stream()
                        .anyMatch(leftover -> leftover.toString().matches(".*\\.bad\\d*"));
    }

    List<Path> staleFiles() throws IOException {
        return file.leftovers();
    }

    /**
     * Writes the values that this process changed since its last read or write. Writes all values if the file does not
     * exist.
     *
     * @throws IOException if the file can't be written, or if it is damaged and can't be moved aside
     */
    void write(ObjectNode own) throws IOException {
        ObjectNode merged = readOrMoveAside().map(stored -> merge(stored, own)).orElseGet(own::deepCopy);
        merged.put(VERSION_MEMBER, Math.max(VERSION, merged.path(VERSION_MEMBER).asInt()));
        file.write(json.writeValueAsString(merged));
        known = own.deepCopy();
    }

    /** Reads the file again. Moves it aside if it was damaged since the last read. */
    private Optional<ObjectNode> readOrMoveAside() throws IOException {
        try {
            return readObject();
        } catch (DamagedException damaged) {
            if (!file.moveAside()) {
                throw new IOException("damaged, and stays where it is", damaged);
            }
            return Optional.empty();
        }
    }

    /** Applies this process's changes to the stored values. Its changed key or secrets replace those of another key. */
    private ObjectNode merge(ObjectNode stored, ObjectNode own) {
        ObjectNode base = known.deepCopy();
        boolean hasOtherKey = !keyAndSecrets(stored).path(Section.VAULT.key)
                .equals(keyAndSecrets(own).path(Section.VAULT.key));
        if (hasOtherKey && !keyAndSecrets(own).equals(keyAndSecrets(known))) {
            List.of(stored, base).forEach(PreferencesFile::removeKeyAndSecrets);
        }
        applyChanges(stored, base, own);
        return stored;
    }

    private static void removeKeyAndSecrets(ObjectNode values) {
        values.remove(Section.SEALED.key);
        if (values.path(Section.VAULT.key) instanceof ObjectNode vault) {
            vault.retain(STALE_KEYS);
        }
    }

    /** Returns the encrypted texts and the location of their key. */
    private static ObjectNode keyAndSecrets(ObjectNode values) {
        ObjectNode members = values.deepCopy().retain(KEY_AND_SECRETS);
        if (members.path(Section.VAULT.key) instanceof ObjectNode vault) {
            vault.remove(STALE_KEYS);
        }
        return members;
    }

    /**
     * Applies the changes of a three-way merge, member by member.
     *
     * @param stored the values on the disk, which are changed
     * @param base the values before this process's changes
     * @param own the values of this process
     */
    private static void applyChanges(ObjectNode stored, JsonNode base, ObjectNode own) {
        Set<String> names = new LinkedHashSet<>();
        base.fieldNames().forEachRemaining(names::add);
        own.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> base.path(name).equals(own.path(name)));
        for (String name : names) {
            if (own.get(name) instanceof ObjectNode ownObject
                    && stored.get(name) instanceof ObjectNode storedObject) {
                applyChanges(storedObject, base.path(name), ownObject);
            } else if (own.has(name)) {
                stored.set(name, own.path(name).deepCopy());
            } else {
                stored.remove(name);
            }
        }
    }

    private Optional<ObjectNode> readObject() throws IOException, DamagedException {
        try {
            Optional<String> text = file.read();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (json.readTree(text.get()) instanceof ObjectNode object) {
                return Optional.of(object);
            }
        } catch (IllegalArgumentException | JacksonException damaged) {
            throw new DamagedException(damaged);
        }
        throw new DamagedException(null);
    }

    /** An exception for a file that contains no JSON object. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1;

        private DamagedException(@Nullable Exception cause) {
            super(cause);
        }
    }
}
