package app.forecourt.advert;

import app.forecourt.settings.Preferences;
import app.forecourt.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's building blocks and the language of descriptions, stored in the preferences. While the user edits the
 * blocks, the other desks see those of the beginning. Otherwise each half-typed block would stay beside that of another
 * desk.
 */
public final class BlockRepository {
    /** The maximum number of blocks. */
    public static final int MOST = 60;

    private static final String MEMBER = "textBlocks";
    private static final String CHANGED = "textBlocksChanged";
    private static final String LANGUAGE = "advertLanguage";
    private static final String NAME = "name";
    private static final String USED = "used";

    private final Preferences preferences;
    private final Clock clock;
    private final Runnable onStored;
    /** The stored blocks at the beginning of an edit; empty while the user edits none. */
    private Optional<Version> atBeginning = Optional.empty();

    /**
     * The blocks as they are stored.
     *
     * @param blocks the blocks as JSON; empty if none are stored
     * @param changedAt the time of their last change, which always grows; the epoch if it is unknown
     */
    public record Version(ObjectNode blocks, Instant changedAt) {}

    public BlockRepository(Preferences preferences, Clock clock) {
        this(preferences, clock, () -> {});
    }

    /** @param onStored runs after the user has stored other blocks, and at the end of each edit */
    public BlockRepository(Preferences preferences, Clock clock, Runnable onStored) {
        this.preferences = preferences;
        this.clock = clock;
        this.onStored = onStored;
    }

    /**
     * Returns the blocks in order. Until the user has stored blocks, these are the standard blocks.
     *
     * @param named the language for the names of unchanged standard blocks
     */
    public List<DescriptionBlock> blocks(Language named) {
        return read(preferences.members(List.of(MEMBER)))
                .map(blocks -> DescriptionBlock.withStandardNames(blocks, named))
                .orElseGet(() -> DescriptionBlock.standard(named));
    }

    /** Stores the blocks. */
    public synchronized void store(List<DescriptionBlock> blocks) {
        write(blocks);
        if (atBeginning.isEmpty()) {
            onStored.run();
        }
    }

    private void write(List<DescriptionBlock> blocks) {
        ObjectNode json = toJson(blocks);
        if (!json.equals(storedJson())) {
            Instant earliest = stored().changedAt().plusMillis(1);
            Instant now = clock.instant();
            preferences.setMembers(
                    List.of(MEMBER, CHANGED),
                    json.put(CHANGED, (now.isAfter(earliest) ? now : earliest).toEpochMilli()));
        }
    }

    private Version stored() {
        ObjectNode members = preferences.members(List.of(MEMBER, CHANGED));
        // The file may be edited by hand.
        long changed = Math.clamp(members.path(CHANGED).asLong(), 0, Long.MAX_VALUE - 1);
        return new Version(members.retain(MEMBER), Instant.ofEpochMilli(changed));
    }

    /** Begins an edit. Until its end, the blocks of other desks wait. */
    public synchronized void beginEdit() {
        atBeginning = Optional.of(stored());
    }

    /** Ends an edit, so that the other desks get the blocks. */
    public synchronized void endEdit() {
        atBeginning = Optional.empty();
        onStored.run();
    }

    /** Writes unsaved preferences to the disk and returns the result. Blocks on the disk. */
    public Preferences.Trouble saveNow() {
        return preferences.saveNow();
    }

    /** Returns the language used last. */
    public Optional<Language> language() {
        return Language.ofCode(
                preferences.members(List.of(LANGUAGE)).path(LANGUAGE).asText(""));
    }

    /** Stores the language of descriptions. */
    public void store(Language language) {
        preferences.setMembers(
                List.of(LANGUAGE), JsonNodeFactory.instance.objectNode().put(LANGUAGE, language.code()));
    }

    /** Returns the stored blocks as JSON; empty if none are stored. */
    public ObjectNode storedJson() {
        return preferences.members(List.of(MEMBER));
    }

    /** Returns the stored blocks as the other desks see them. */
    public synchronized Version shared() {
        return atBeginning.orElseGet(this::stored);
    }

    /** Returns blocks of another desk as {@link #storedJson()} would; empty if they can't be stored. */
    public Optional<JsonNode> toStored(JsonNode members) {
        return read(members).map(BlockRepository::toJson);
    }

    /**
     * Replaces the blocks by those of another desk. Does nothing during an edit, or if the user has stored others since
     * they were read.
     *
     * @param before the blocks as they were read; empty if none were stored
     * @return the blocks as they are stored then; empty if they are not replaced
     */
    public synchronized Optional<Version> replace(Optional<JsonNode> before, JsonNode members) {
        if (atBeginning.isPresent() || !storedJson().equals(before.orElseGet(JsonNodeFactory.instance::objectNode))) {
            return Optional.empty();
        }
        read(members).ifPresent(this::write);
        return Optional.of(stored());
    }

    /** Parses stored blocks. Damaged entries are ignored. */
    private static Optional<List<DescriptionBlock>> read(JsonNode members) {
        return members.path(MEMBER) instanceof ArrayNode array
                ? Optional.of(array.valueStream()
                        .filter(ObjectNode.class::isInstance)
                        .limit(MOST)
                        .map(BlockRepository::block)
                        .toList())
                : Optional.empty();
    }

    private static DescriptionBlock block(JsonNode row) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, text(row, language.code(), DescriptionBlock.LONGEST_TEXT));
        }
        return new DescriptionBlock(
                text(row, NAME, DescriptionBlock.LONGEST_NAME), row.path(USED).asBoolean(true), texts);
    }

    private static String text(JsonNode row, String member, int maxLength) {
        String text = row.path(member).asText("");
        return text.length() <= maxLength ? text : "";
    }

    private static ObjectNode toJson(List<DescriptionBlock> blocks) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = object.putArray(MEMBER);
        blocks.stream().limit(MOST).forEach(block -> {
            ObjectNode row = rows.addObject().put(NAME, block.name()).put(USED, block.used());
            block.texts().forEach((language, text) -> row.put(language.code(), text));
        });
        return object;
    }
}
