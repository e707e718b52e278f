package app.forecourt.advert;

import app.forecourt.settings.Preferences;
import app.forecourt.text.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's building blocks and the language of descriptions, stored in the preferences. */
public final class BlockRepository {
    /** The maximum number of blocks. */
    public static final int MOST = 60;

    private static final String MEMBER = "textBlocks";
    private static final String LANGUAGE = "advertLanguage";
    private static final String NAME = "name";
    private static final String USED = "used";

    private final Preferences preferences;

    public BlockRepository(Preferences preferences) {
        this.preferences = preferences;
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

    public void store(List<DescriptionBlock> blocks) {
        ObjectNode json = toJson(blocks);
        if (!json.equals(preferences.members(List.of(MEMBER)))) {
            preferences.setMembers(List.of(MEMBER), json);
        }
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
