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
 * The preferences on the disk, a JSON object. Only what this program changed is written into it: another one may have
 * the same home, where the lock can't be had or the home was deleted under the first, and what that one changed stays.
 */
public final class PreferencesFile {
    /** The layout of the file. The first one had secrets in it as they are. */
    private static final int VERSION = 2;
    private static final String VERSION_OF_FILE = "version";
    /** What is sealed with one key can't be opened with another: the later program's stays, the key with it. */
    private static final List<String> TOGETHER = List.of(Section.VAULT.key, Section.SEALED.key);

    /** Beside the key the names of those that are still to be deleted: they stay whatever becomes of it. */
    public static final String LEFT_KEYS = "left";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final PrivateFile file;
    /** As this program read or wrote it last, without what others changed. */
    private ObjectNode known = json.createObjectNode();

    PreferencesFile(Path path) {
        this.file = new PrivateFile(path);
    }

    Path path() {
        return file.path();
    }

    /** The values; none when there is no file. */
    ObjectNode read() throws IOException, DamagedException {
        known = there().orElseGet(json::createObjectNode);
        return known.deepCopy();
    }

    boolean moveAside() {
        return file.moveAside();
    }

    /** Whether one was put aside, and none has come in its place. */
    boolean isOnlyAside() throws IOException {
        return !Files.exists(path())
                && file.leftovers().stream().anyMatch(left -> left.toString().matches(".*\\.bad\\d*"));
    }

    List<Path> leftovers() throws IOException {
        return file.leftovers();
    }

    /** Writes these values as far as they were changed here since the last time, or all of them if there is no file. */
    void write(ObjectNode own) throws IOException {
        ObjectNode whole = sound().map(there -> changed(there, own)).orElseGet(own::deepCopy);
        whole.put(VERSION_OF_FILE, Math.max(VERSION, whole.path(VERSION_OF_FILE).asInt()));
        file.write(json.writeValueAsString(whole));
        known = own.deepCopy();
    }

    /** What was damaged since it was read is put aside too. */
    private Optional<ObjectNode> sound() throws IOException {
        try {
            return there();
        } catch (DamagedException damaged) {
            if (!file.moveAside()) {
                throw new IOException("damaged, and stays where it is", damaged);
            }
            return Optional.empty();
        }
    }

    private ObjectNode changed(ObjectNode there, ObjectNode own) {
        ObjectNode before = known.deepCopy();
        boolean anotherKey = !sealed(there).path(Section.VAULT.key)
                .equals(sealed(own).path(Section.VAULT.key));
        if (anotherKey && !sealed(own).equals(sealed(known))) {
            List.of(there, before).forEach(PreferencesFile::giveUpKey);
        }
        change(there, before, own);
        return there;
    }

    private static void giveUpKey(ObjectNode values) {
        values.remove(Section.SEALED.key);
        if (values.path(Section.VAULT.key) instanceof ObjectNode vault) {
            vault.retain(LEFT_KEYS);
        }
    }

    /** What is sealed, and with which key. */
    private static ObjectNode sealed(ObjectNode values) {
        ObjectNode sealed = values.deepCopy().retain(TOGETHER);
        if (sealed.path(Section.VAULT.key) instanceof ObjectNode vault) {
            vault.remove(LEFT_KEYS);
        }
        return sealed;
    }

    private static void change(ObjectNode there, JsonNode before, ObjectNode own) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        own.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> before.path(name).equals(own.path(name)));
        for (String name : names) {
            if (own.get(name) instanceof ObjectNode mine && there.get(name) instanceof ObjectNode theirs) {
                change(theirs, before.path(name), mine);
            } else if (own.has(name)) {
                there.set(name, own.path(name).deepCopy());
            } else {
                there.remove(name);
            }
        }
    }

    private Optional<ObjectNode> there() throws IOException, DamagedException {
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

    /** It is no JSON object. */
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1;

        private DamagedException(@Nullable Exception cause) {
            super(cause);
        }
    }
}
