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
 * The user's preferences, stored in one small JSON file that only the user can read. The file is read once, at the
 * start. Changes are written atomically {@value #SAVE_DELAY_MILLIS} ms later; only changed members are written.
 * Unknown members are kept, so that an older version does not destroy the settings of a newer one.
 *
 * <p>
 * Thread-safe. After the start, reading a value does not access the disk.
 */
public final class Preferences implements AutoCloseable {
    private static final int SAVE_DELAY_MILLIS = 300;
    private static final Duration SAVE_DELAY = Duration.ofMillis(SAVE_DELAY_MILLIS);
    /** The delay before a failed write is retried. */
    private static final Duration RETRY_DELAY = Duration.ofSeconds(2);
    /** Members of earlier versions: tokens in plain text, and token requests counted by plain client ids. */
    private static final String PLAIN_TOKENS = "tokens";
    private static final String PLAIN_REQUESTS = "tokenRequests";

    private final PreferencesFile file;
    private final SystemEnvironment environment;
    private final Executor executor;
    private final ObjectNode values;
    private final Trouble troubleAtStart;
    private @Nullable Trouble trouble;
    private boolean dirty;
    private boolean scheduled;
    private boolean closed;

    /** The sections of the file with texts by name that are no settings. */
    public enum Section {
        /** Secrets and tokens, encrypted by the {@code Vault}. */
        SEALED("sealed"),
        /** The location of the vault's key. */
        VAULT("vault"),
        /** The number of token requests by client. The names do not reveal the client ids. */
        TOKEN_REQUESTS("askedForTokens");

        final String key;

        Section(String key) {
            this.key = key;
        }
    }

    /** The problems with the file. The program continues in spite of them. */
    public enum Trouble {
        NONE,
        /** The file was damaged and was renamed to {@code .bad} in the same directory. */
        PUT_ASIDE,
        /** The file could be neither read nor moved aside. It stays unchanged and nothing is saved. */
        UNREADABLE,
        /** The last change could not be written. */
        NOT_SAVED
    }

    private Preferences(PreferencesFile file, SystemEnvironment environment, Executor executor) {
        this.file = file;
        this.environment = environment;
        this.executor = executor;
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        Trouble found = Trouble.NONE;
        try {
            read = file.read();
            found = file.isMovedAside() ? Trouble.PUT_ASIDE : found;
        } catch (PreferencesFile.DamagedException damaged) {
            found = file.moveAside() ? Trouble.PUT_ASIDE : Trouble.UNREADABLE;
        } catch (IOException unreadable) {
            found = Trouble.UNREADABLE;
        }
        this.values = read;
        this.troubleAtStart = found;
        // Without a new file the next start reports the damage again, because this start may never show a window.
        this.dirty = troubleAtStart == Trouble.PUT_ASIDE;
    }

    /**
     * Reads the preferences file. A missing file has no values. A damaged file is moved aside, never overwritten.
     * Problems are reported by {@link #trouble()}.
     *
     * @param executor executor of the writes
     */
    public static Preferences open(Path file, SystemEnvironment environment, Executor executor) {
        return new Preferences(new PreferencesFile(file), environment, executor);
    }

    /** Returns the last problem with the file. */
    public synchronized Trouble trouble() {
        return trouble == null ? troubleAtStart : trouble;
    }

    /**
     * Returns the value of a setting that is no secret: the value from outside, else the stored value, else the
     * default.
     */
    public String get(Setting setting) {
        return environment.value(setting).orElseGet(() -> stored(setting));
    }

    /** Returns the stored value or the default, without regard to a value from outside. */
    public synchronized String stored(Setting setting) {
        String text = values.path(setting.key()).asText("");
        return text.isEmpty() ? setting.defaultValue() : text;
    }

    /** Returns the name of the environment variable or system property that fixes a setting. */
    public Optional<String> fixedBy(Setting setting) {
        return environment.source(setting);
    }

    /** Returns the value of a setting from an environment variable or system property. */
    public Optional<String> fixedValue(Setting setting) {
        return environment.value(setting);
    }

    /**
     * Stores a value. The default is stored by removing the member, so that a later version can change the default.
     *
     * @throws IllegalArgumentException if the setting is a secret, which belongs into the {@code Vault}
     */
    public synchronized void put(Setting setting, String value) {
        if (setting.isSecret()) {
            throw new IllegalArgumentException("secrets belong into the vault");
        }
        if (stored(setting).equals(value)) {
            return;
        }
        if (value.equals(setting.defaultValue())) {
            values.remove(setting.key());
        } else {
            values.put(setting.key(), value);
        }
        saveLater();
    }

    /**
     * Returns the profile at the start: the profile from outside, else the last one, else staging if credentials
     * exist.
     */
    public Profile profile() {
        boolean hasSecret = fixedValue(Setting.CLIENT_SECRET).isPresent()
                || entry(Section.SEALED, Setting.CLIENT_SECRET.key()).isPresent()
                || !stored(Setting.CLIENT_SECRET).isBlank();
        Profile standard = !hasSecret || get(Setting.CLIENT_ID).isBlank() ? Profile.PRACTICE
                : Profile.STAGING;
        return Profile.ofKey(get(Setting.PROFILE)).or(() -> Profile.ofKey(stored(Setting.PROFILE)))
                .orElse(standard);
    }

    /** Returns the text of a name in a section; empty if the text is missing or blank. */
    public synchronized Optional<String> entry(Section section, String name) {
        return Optional.of(values.path(section.key).path(name).asText("")).filter(text -> !text.isEmpty());
    }

    /** Stores a text under a name, or removes it. */
    public synchronized void setEntry(Section section, String name, Optional<String> text) {
        if (!text.equals(entry(section, name))) {
            // A user who edited the file may have replaced the object by any other JSON value.
            ObjectNode texts = values.get(section.key) instanceof ObjectNode object ? object
                    : values.putObject(section.key);
            text.ifPresentOrElse(value -> texts.put(name, value), () -> texts.remove(name));
            saveLater();
        }
    }

    /** Returns the names of the texts in a section. */
    public synchronized List<String> names(Section section) {
        return List.copyOf(
                values.path(section.key).propertyStream().map(Map.Entry::getKey).toList());
    }

    /** Makes several changes, none of which is saved without the others. */
    public synchronized void changeTogether(Runnable changes) {
        changes.run();
    }

    /** Returns copies of the members with these names; missing members are left out. */
    public synchronized ObjectNode members(List<String> names) {
        return values.deepCopy().retain(names);
    }

    /** Replaces the members with these names. */
    public synchronized void setMembers(List<String> names, ObjectNode members) {
        if (!members(names).equals(members)) {
            values.remove(names);
            values.setAll(members);
            saveLater();
        }
    }

    /** Returns a secret that an earlier version stored in plain text. */
    public synchronized Optional<String> plainTextSecret(Setting secret) {
        return Optional.of(values.path(secret.key()).asText("")).filter(text -> !text.isBlank());
    }

    /** Removes the secrets, tokens and client ids that earlier versions stored in plain text. */
    public synchronized void removePlainTexts() {
        List<String> plain = Stream.concat(
                Arrays.stream(Setting.values()).filter(Setting::isSecret).map(Setting::key),
                Stream.of(PLAIN_TOKENS, PLAIN_REQUESTS)).filter(values::has).toList();
        if (!plain.isEmpty()) {
            values.remove(plain);
            saveLater();
        }
    }

    /**
     * Returns damaged files that were moved aside and temporary files of interrupted writes. Waits for a running write,
     * because its temporary file is none of them.
     *
     * @throws IOException if the directory can't be read
     */
    public synchronized List<StalePreferencesFile> staleFiles() throws IOException {
        return file.staleFiles().stream().map(StalePreferencesFile::new).toList();
    }

    public Path path() {
        return file.path();
    }

    /**
     * Writes pending changes. Blocks on the disk.
     *
     * @return the reason why changes are not saved, or {@link Trouble#NONE}, also if a damaged file was moved aside at
     *             the start
     */
    public synchronized Trouble saveNow() {
        save();
        return trouble() == Trouble.PUT_ASIDE ? Trouble.NONE : trouble();
    }

    private void saveLater() {
        dirty = true;
        saveIn(SAVE_DELAY);
    }

    private void saveIn(Duration delay) {
        if (!scheduled) {
            scheduled = true;
            CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, executor)
                    .execute(this::saveAsScheduled);
        }
    }

    private synchronized void saveAsScheduled() {
        scheduled = false;
        save();
    }

    private synchronized void save() {
        if (!dirty || closed || troubleAtStart == Trouble.UNREADABLE) {
            return;
        }
        try {
            file.write(values);
            dirty = false;
            trouble = null;
        } catch (IOException notWritten) {
            trouble = Trouble.NOT_SAVED;
            // Retried without a further change, because the process may be killed before one happens.
            saveIn(RETRY_DELAY);
        }
    }

    /** Writes pending changes. Later changes are not written, because they could restore a deleted file. */
    @Override
    public synchronized void close() {
        save();
        closed = true;
    }
}
