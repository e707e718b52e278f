package app.forecourt.settings;

import app.forecourt.file.FileInUseException;
import app.forecourt.file.PrivateFile;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user's preferences, stored in one small JSON file that only the user can read. The file is read once, at the
 * start. Changes are written atomically {@value #SAVE_DELAY_MILLIS} ms later. Unknown members are kept, so that an
 * older version does not destroy the settings of a newer one.
 *
 * <p>Thread-safe. After the start, reading or changing a value does not access the disk.
 */
public final class Preferences implements AutoCloseable {
    private static final int SAVE_DELAY_MILLIS = 300;
    /** The delay before a failed write is retried. */
    private static final int RETRY_DELAY_MILLIS = 2000;
    /** The version of the file format. Version 1 contained secrets in plain text. */
    private static final int VERSION = 2;

    private static final String VERSION_MEMBER = "version";
    /** Members of earlier versions: tokens in plain text, and token requests counted by plain client ids. */
    private static final String PLAIN_TOKENS = "tokens";

    private static final String PLAIN_REQUESTS = "tokenRequests";

    /** The file, which is also the lock of its writes. */
    private final PrivateFile file;

    private final SystemEnvironment environment;
    private final Executor executor;
    private final Trouble troubleAtStart;
    private final AtomicBoolean isScheduled = new AtomicBoolean();
    private volatile Trouble trouble;
    /** The current values. A change replaces the object, so that readers and a running write need no lock. */
    private volatile ObjectNode values;

    private @Nullable ObjectNode saved;
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

    private Preferences(
            PrivateFile file,
            SystemEnvironment environment,
            Executor executor,
            Optional<ObjectNode> read,
            Trouble troubleAtStart) {
        this.file = file;
        this.environment = environment;
        this.executor = executor;
        this.troubleAtStart = troubleAtStart;
        this.trouble = troubleAtStart;
        this.values = read.orElseGet(JsonNodeFactory.instance::objectNode);
        values.put(VERSION_MEMBER, Math.max(VERSION, values.path(VERSION_MEMBER).asInt()));
        // Without a new file the next start reports the damage again, because this start may never show a window.
        this.saved = troubleAtStart == Trouble.PUT_ASIDE ? null : values;
    }

    /**
     * Reads the preferences file. A missing file has no values. A damaged one is moved aside. {@link #trouble()} tells.
     *
     * @param executor executor of the writes
     * @throws UncheckedIOException if another program has the file open, see {@link PreferencesWait}
     */
    public static Preferences open(Path path, SystemEnvironment environment, Executor executor) {
        PrivateFile file = new PrivateFile(path);
        Optional<ObjectNode> read = Optional.empty();
        Trouble trouble = Trouble.NONE;
        try {
            read = file.read().map(PreferencesJsonParser::read);
            if (read.isEmpty()
                    && file.leftovers().stream()
                            .anyMatch(left -> !left.toString().endsWith(".new"))) {
                trouble = Trouble.PUT_ASIDE;
            }
        } catch (IllegalArgumentException damaged) {
            trouble = file.moveAside() ? Trouble.PUT_ASIDE : Trouble.UNREADABLE;
        } catch (FileInUseException inUse) {
            throw new UncheckedIOException(inUse);
        } catch (IOException unreadable) {
            trouble = Trouble.UNREADABLE;
        }
        return new Preferences(file, environment, executor, read, trouble);
    }

    /** Returns the last problem with the file. */
    public Trouble trouble() {
        return trouble;
    }

    /**
     * Returns the value of a setting that is no secret: the value from outside, else the stored value, else the
     * default.
     */
    public String get(Setting setting) {
        return environment.value(setting).orElseGet(() -> stored(setting));
    }

    /** Returns the stored value or the default, without regard to a value from outside. */
    public String stored(Setting setting) {
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
    public void put(Setting setting, String value) {
        if (setting.isSecret()) {
            throw new IllegalArgumentException("secrets belong into the vault");
        }
        if (!stored(setting).equals(value)) {
            boolean isDefault = value.equals(setting.defaultValue());
            change(changed -> {
                if (isDefault) {
                    changed.remove(setting.key());
                } else {
                    changed.put(setting.key(), value);
                }
            });
        }
    }

    /** Returns the text of a name in a section; empty if the text is missing or blank. */
    public Optional<String> entry(Section section, String name) {
        return Optional.of(values.path(section.key).path(name).asText("")).filter(text -> !text.isEmpty());
    }

    /** Stores a text under a name, or removes it. */
    public void setEntry(Section section, String name, Optional<String> text) {
        if (!text.equals(entry(section, name))) {
            change(changed -> {
                // A user who edited the file may have replaced the object by any other JSON value.
                ObjectNode texts =
                        changed.get(section.key) instanceof ObjectNode object ? object : changed.putObject(section.key);
                text.ifPresentOrElse(value -> texts.put(name, value), () -> texts.remove(name));
            });
        }
    }

    /** Returns the names of the texts in a section. */
    public List<String> names(Section section) {
        return values.path(section.key).propertyStream().map(Map.Entry::getKey).toList();
    }

    /** Makes several changes that are saved together. Waits for a running write. */
    public void changeTogether(Runnable changes) {
        synchronized (file) {
            changes.run();
        }
    }

    /** Returns copies of the members with these names; missing members are left out. */
    public ObjectNode members(List<String> names) {
        return values.deepCopy().retain(names);
    }

    /** Replaces the members with these names. */
    public void setMembers(List<String> names, ObjectNode members) {
        if (!members(names).equals(members)) {
            change(changed -> changed.remove(names).setAll(members));
        }
    }

    /** Removes the secrets, tokens and client ids that earlier versions stored in plain text. */
    public void removePlainTexts() {
        Stream<String> secrets =
                Stream.of(Setting.values()).filter(Setting::isSecret).map(Setting::key);
        setMembers(
                Stream.concat(secrets, Stream.of(PLAIN_TOKENS, PLAIN_REQUESTS)).toList(),
                JsonNodeFactory.instance.objectNode());
    }

    private void change(Consumer<ObjectNode> change) {
        synchronized (this) {
            ObjectNode changed = values.deepCopy();
            change.accept(changed);
            values = changed;
        }
        saveIn(SAVE_DELAY_MILLIS);
    }

    /**
     * Returns damaged files that were moved aside and temporary files of interrupted writes. Waits for a running write,
     * because its temporary file is none of them.
     *
     * @throws IOException if the directory can't be read
     */
    public List<LeftoverPreferencesFile> staleFiles() throws IOException {
        synchronized (file) {
            return file.leftovers().stream().map(LeftoverPreferencesFile::new).toList();
        }
    }

    public Path path() {
        return file.path();
    }

    private void saveIn(int delayMillis) {
        if (!isScheduled.getAndSet(true)) {
            CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS, executor)
                    .execute(() -> {
                        isScheduled.set(false);
                        save();
                    });
        }
    }

    /**
     * Writes pending changes. Blocks on the disk.
     *
     * @return the reason why changes are not saved, or {@link Trouble#NONE}, also if a damaged file was moved aside at
     *     the start
     */
    public Trouble saveNow() {
        save();
        return trouble == Trouble.PUT_ASIDE ? Trouble.NONE : trouble;
    }

    private void save() {
        synchronized (file) {
            ObjectNode current = values;
            if (closed || troubleAtStart == Trouble.UNREADABLE) {
                return;
            }
            try {
                if (!current.equals(saved)) {
                    file.write(current.toPrettyString());
                }
                saved = current;
                trouble = troubleAtStart;
            } catch (IOException notWritten) {
                trouble = Trouble.NOT_SAVED;
                // Retried without a further change, because the process may be killed before one happens.
                saveIn(RETRY_DELAY_MILLIS);
            }
        }
    }

    /** Writes pending changes. Later changes are not written, because they could restore a deleted file. */
    @Override
    public void close() {
        synchronized (file) {
            save();
            closed = true;
        }
    }
}
