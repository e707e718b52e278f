package app.forecourt.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this desk prefers, in one small JSON file that only its owner can read. Read once, at the start; written a
 * moment after a change, never half, and no more than was changed. Members it does not know are kept, so an older
 * version does no harm.
 *
 * <p>
 * Safe for use by several threads. Reading never touches the disk.
 */
public final class Preferences implements AutoCloseable {
    private static final Duration SAVED_AFTER = Duration.ofMillis(300);
    /** Until what the disk did not take is written once more. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
    private static final String PLAIN_TOKENS = "tokens";
    /** Counted by client id, as it is. */
    private static final String PLAIN_REQUESTS = "tokenRequests";

    private final PreferencesFile file;
    private final SystemEnvironment surroundings;
    private final Executor executor;
    private final ObjectNode values;
    private final Trouble found;
    private @Nullable Trouble trouble;
    private boolean dirty;
    private boolean scheduled;
    private boolean closed;

    /** Texts by name that are no settings. */
    public enum Section {
        /** Secrets, sealed by the {@code Vault}. */
        SEALED("sealed"),
        /** Where the vault's key is. */
        VAULT("vault"),
        /** How often tokens were asked for, by client; its name does not tell its id. */
        TOKEN_REQUESTS("askedForTokens");

        final String key;

        Section(String key) {
            this.key = key;
        }
    }

    /** What could not be done with the file; the program goes on without it. */
    public enum Trouble {
        NONE,
        /** The file was damaged and has been put aside beside it, as {@code .bad}. */
        PUT_ASIDE,
        /** The file could be neither read nor put aside: it is left alone and nothing is kept. */
        UNREADABLE,
        /** The last change could not be written. */
        NOT_SAVED
    }

    private Preferences(PreferencesFile file, SystemEnvironment surroundings, Executor executor) {
        this.file = file;
        this.surroundings = surroundings;
        this.executor = executor;
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        Trouble met = Trouble.NONE;
        try {
            read = file.read();
            met = file.isOnlyAside() ? Trouble.PUT_ASIDE : met;
        } catch (PreferencesFile.DamagedException damaged) {
            met = file.moveAside() ? Trouble.PUT_ASIDE : Trouble.UNREADABLE;
        } catch (IOException unreadable) {
            met = Trouble.UNREADABLE;
        }
        this.values = read;
        this.found = met;
        // Once there is a new one it was told; the start that put it aside may never have had a window.
        this.dirty = met == Trouble.PUT_ASIDE;
    }

    /**
     * Reads the file; a missing one is an empty one, and a damaged one is put aside, never overwritten.
     *
     * @param executor runs the writing, off the caller's thread
     */
    public static Preferences open(Path file, SystemEnvironment surroundings, Executor executor) {
        return new Preferences(new PreferencesFile(file), surroundings, executor);
    }

    /** What went wrong with the file, last. */
    public synchronized Trouble trouble() {
        return trouble == null ? found : trouble;
    }

    /** The setting's value, of one that is no secret: what the surroundings say, else what was typed, else its default. */
    public String get(Setting setting) {
        return surroundings.value(setting).orElseGet(() -> typed(setting));
    }

    /** What was typed for it, or its default, whatever the surroundings say. */
    public synchronized String typed(Setting setting) {
        String text = values.path(setting.key()).asText("");
        return text.isEmpty() ? setting.standard() : text;
    }

    /** The environment variable or system property that fixes this setting for now. */
    public Optional<String> fixedBy(Setting setting) {
        return surroundings.source(setting);
    }

    /** What the surroundings say of a setting, if they do. */
    public Optional<String> given(Setting setting) {
        return surroundings.value(setting);
    }

    /** Keeps a value; the default is kept by leaving it out, so that a later default can take its place. */
    public synchronized void put(Setting setting, String value) {
        if (setting.isSecret()) {
            throw new IllegalArgumentException("not here");
        }
        if (typed(setting).equals(value)) {
            return;
        }
        if (value.equals(setting.standard())) {
            values.remove(setting.key());
        } else {
            values.put(setting.key(), value);
        }
        saveLater();
    }

    /** The profile to open with: the given one, else the last, else staging once there are credentials. */
    public Profile profile() {
        boolean secret = given(Setting.CLIENT_SECRET).isPresent()
                || entry(Section.SEALED, Setting.CLIENT_SECRET.key()).isPresent()
                || !typed(Setting.CLIENT_SECRET).isBlank();
        Profile standard = !secret || get(Setting.CLIENT_ID).isBlank() ? Profile.PRACTICE : Profile.STAGING;
        return Profile.ofKey(get(Setting.PROFILE)).or(() -> Profile.ofKey(typed(Setting.PROFILE)))
                .orElse(standard);
    }

    /** The text of that name. */
    public synchronized Optional<String> entry(Section section, String name) {
        return Optional.of(values.path(section.key).path(name).asText("")).filter(text -> !text.isEmpty());
    }

    /** Keeps a text under a name, or none. */
    public synchronized void entry(Section section, String name, Optional<String> text) {
        if (!text.equals(entry(section, name))) {
            // A hand that edited the file may have put anything in its place.
            ObjectNode texts = values.get(section.key) instanceof ObjectNode there ? there
                    : values.putObject(section.key);
            text.ifPresentOrElse(some -> texts.put(name, some), () -> texts.remove(name));
            saveLater();
        }
    }

    /** The names there are. */
    public synchronized List<String> names(Section section) {
        return List.copyOf(
                values.path(section.key).propertyStream().map(Map.Entry::getKey).toList());
    }

    /** Copies of the members of these names, as far as the file has them. */
    public synchronized ObjectNode members(List<String> names) {
        return values.deepCopy().retain(names);
    }

    /** Puts other members in the place of those of these names. */
    public synchronized void members(List<String> names, ObjectNode now) {
        if (!members(names).equals(now)) {
            values.remove(names);
            values.setAll(now);
            saveLater();
        }
    }

    /** A secret that an earlier version kept as it is. */
    public synchronized Optional<String> plain(Setting secret) {
        return Optional.of(values.path(secret.key()).asText("")).filter(text -> !text.isBlank());
    }

    /** Removes what earlier versions kept as it is. */
    public synchronized void dropPlain() {
        List<String> plain = Stream.concat(
                Arrays.stream(Setting.values()).filter(Setting::isSecret).map(Setting::key),
                Stream.of(PLAIN_TOKENS, PLAIN_REQUESTS)).filter(values::has).toList();
        if (!plain.isEmpty()) {
            values.remove(plain);
            saveLater();
        }
    }

    /** The files that this one has left; not while another is being written. */
    public synchronized List<StalePreferencesFile> leftovers() throws IOException {
        return file.leftovers().stream().map(StalePreferencesFile::new).toList();
    }

    /** The file. */
    public Path path() {
        return file.path();
    }

    /**
     * Writes what is not written yet, and says why something is not kept. That a file was put aside at the start is no
     * reason, and was said then. Blocks on the disk.
     */
    public synchronized Trouble saveNow() {
        save();
        return trouble() == Trouble.PUT_ASIDE ? Trouble.NONE : trouble();
    }

    private void saveLater() {
        dirty = true;
        saveIn(SAVED_AFTER);
    }

    private void saveIn(Duration pause) {
        if (!scheduled) {
            scheduled = true;
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, executor)
                    .execute(this::saveInTurn);
        }
    }

    private synchronized void saveInTurn() {
        scheduled = false;
        save();
    }

    private synchronized void save() {
        if (!dirty || closed || found == Trouble.UNREADABLE) {
            return;
        }
        try {
            file.write(values);
            dirty = false;
            trouble = null;
        } catch (IOException notWritten) {
            trouble = Trouble.NOT_SAVED;
            // Nobody may change anything more before a kill.
            saveIn(AGAIN_AFTER);
        }
    }

    /** Writes what is not written yet, and nothing after that: what comes late must not bring a deleted file back. */
    @Override
    public synchronized void close() {
        save();
        closed = true;
    }
}
