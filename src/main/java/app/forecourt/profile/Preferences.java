package app.forecourt.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What this desk prefers, in one small JSON file that only its owner can read. Read once, at the start; written a
 * moment after a change, never half. Members it does not know are kept, so an older version does no harm.
 *
 * <p>
 * Safe for use by several threads. Reading never touches the disk.
 */
public final class Preferences implements TokenStore, AutoCloseable {
    private static final Duration SAVED_AFTER = Duration.ofMillis(300);
    private static final URI NO_ADDRESS = URI.create("unreadable:address");
    private static final String TOKENS = "tokens";
    private static final String TOKEN = "token";
    private static final String OBTAINED = "obtained";
    private static final String EXPIRES = "expires";

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final PrivateFile file;
    private final Surroundings surroundings;
    private final Executor late;
    private final ObjectNode values;
    private final Trouble found;
    private @Nullable Trouble trouble;
    private boolean dirty;
    private boolean scheduled;

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

    private Preferences(PrivateFile file, Surroundings surroundings, Executor executor) {
        this.file = file;
        this.surroundings = surroundings;
        this.late = CompletableFuture.delayedExecutor(SAVED_AFTER.toMillis(), TimeUnit.MILLISECONDS,
                executor);
        ObjectNode read = json.createObjectNode();
        Trouble met = Trouble.NONE;
        try {
            read = file.read().map(this::parsed).orElse(read);
        } catch (IllegalArgumentException damaged) {
            met = file.putAside() ? Trouble.PUT_ASIDE : Trouble.UNREADABLE;
        } catch (IOException unreadable) {
            met = Trouble.UNREADABLE;
        }
        this.values = read;
        this.found = met;
    }

    /**
     * Reads the file; a missing one is an empty one, and a damaged one is put aside, never overwritten.
     *
     * @param executor runs the writing, off the caller's thread
     */
    public static Preferences open(Path file, Surroundings surroundings, Executor executor) {
        return new Preferences(new PrivateFile(file), surroundings, executor);
    }

    private ObjectNode parsed(String text) {
        try {
            if (json.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException damaged) {
            throw new IllegalArgumentException("damaged", damaged);
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    /** What went wrong with the file, last. */
    public synchronized Trouble trouble() {
        return trouble == null ? found : trouble;
    }

    /** The setting's value: what the surroundings say, else what was typed, else its default. */
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

    /** Keeps a value; the default is kept by leaving it out, so that a later default can take its place. */
    public synchronized void put(Setting setting, String value) {
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
        Profile standard = get(Setting.CLIENT_ID).isBlank() || get(Setting.CLIENT_SECRET).isBlank()
                ? Profile.PRACTICE
                : Profile.STAGING;
        return Profile.ofKey(get(Setting.PROFILE)).or(() -> Profile.ofKey(typed(Setting.PROFILE)))
                .orElse(standard);
    }

    /**
     * How to reach staging or production as set now.
     *
     * @throws IllegalArgumentException for practice, whose address is known only to the server that runs it
     */
    public Connection connection(Profile profile) {
        return connection(profile, this::get);
    }

    /** The same with other values, to test them before they are kept. */
    public Connection connection(Profile profile, Function<Setting, String> values) {
        Setting address;
        Setting dealership;
        switch (profile) {
            case STAGING -> {
                address = Setting.STAGING_ADDRESS;
                dealership = Setting.STAGING_DEALERSHIP;
            }
            case PRODUCTION -> {
                address = Setting.PRODUCTION_ADDRESS;
                dealership = Setting.PRODUCTION_DEALERSHIP;
            }
            default -> throw new IllegalArgumentException("practice has no settings");
        }
        return new Connection(profile, uri(values.apply(address)), uri(values.apply(Setting.TOKEN_ADDRESS)),
                values.apply(Setting.CLIENT_ID).strip(), values.apply(Setting.CLIENT_SECRET).strip(),
                values.apply(dealership).strip());
    }

    /** What is typed may be no address at all; it then becomes one that no client accepts. */
    private static URI uri(String text) {
        try {
            return new URI(text.strip());
        } catch (URISyntaxException typo) {
            return NO_ADDRESS;
        }
    }

    @Override
    public synchronized Optional<Token> token(String key) {
        var kept = values.path(TOKENS).path(key);
        try {
            return kept.path(TOKEN).asText("").isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Token(kept.path(TOKEN).asText(), Instant.parse(kept.path(OBTAINED).asText()),
                                    Instant.parse(kept.path(EXPIRES).asText())));
        } catch (DateTimeParseException edited) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(String key, Token token) {
        tokens().putObject(key).put(TOKEN, token.value())
                .put(OBTAINED, token.obtained().toString()).put(EXPIRES, token.expires().toString());
        saveLater();
    }

    @Override
    public synchronized void forget(String key) {
        if (values.path(TOKENS).has(key)) {
            tokens().remove(key);
            saveLater();
        }
    }

    /** A hand that edited the file may have put anything in their place. */
    private ObjectNode tokens() {
        return values.get(TOKENS) instanceof ObjectNode tokens ? tokens : values.putObject(TOKENS);
    }

    /** Writes what is not written yet, and says what came of the last writing. Blocks on the disk. */
    public Trouble saveNow() {
        save();
        return trouble();
    }

    private void saveLater() {
        dirty = true;
        if (!scheduled) {
            scheduled = true;
            late.execute(this::save);
        }
    }

    private synchronized void save() {
        scheduled = false;
        if (!dirty || found == Trouble.UNREADABLE) {
            return;
        }
        try {
            file.write(json.writeValueAsString(values));
            dirty = false;
            trouble = null;
        } catch (IOException notWritten) {
            trouble = Trouble.NOT_SAVED;
        }
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        save();
    }
}
