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

/** This desk's building blocks and the language it writes in, as the preferences have them now. */
public final class BlockRepository {
    /** The most there are. */
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
     * The blocks in order, those that come with the program until others were kept.
     *
     * @param named the language of the names of those, as long as they are as they came
     */
    public List<DescriptionBlock> all(Language named) {
        return read(preferences.members(List.of(MEMBER))).map(kept -> DescriptionBlock.named(kept, named))
                .orElseGet(() -> DescriptionBlock.standard(named));
    }

    /** Keeps them. */
    public void put(List<DescriptionBlock> blocks) {
        preferences.members(List.of(MEMBER), write(blocks));
    }

    /** Writes what was kept and is not on the disk yet, and says what came of it. Blocks on the disk. */
    public Preferences.Trouble saveNow() {
        return preferences.saveNow();
    }

    /** The language that was written in last. */
    public Optional<Language> language() {
        return Language.ofCode(preferences.members(List.of(LANGUAGE)).path(LANGUAGE).asText(""));
    }

    /** Keeps the language that is written in. */
    public void put(Language language) {
        preferences.members(List.of(LANGUAGE),
                JsonNodeFactory.instance.objectNode().put(LANGUAGE, language.code()));
    }

    /** The blocks as they are kept, to be moved to another computer; empty when none were. */
    public ObjectNode kept() {
        return preferences.members(List.of(MEMBER));
    }

    /** Takes up blocks that were kept on another computer, unless there are some here. */
    public void bring(JsonNode members) {
        if (kept().isEmpty()) {
            read(members).ifPresent(this::put);
        }
    }

    /** What a hand has spoiled is as if it were not there. */
    private static Optional<List<DescriptionBlock>> read(JsonNode members) {
        return members.path(MEMBER) instanceof ArrayNode array
                ? Optional.of(array.valueStream().filter(ObjectNode.class::isInstance).limit(MOST)
                        .map(BlockRepository::block).toList())
                : Optional.empty();
    }

    private static DescriptionBlock block(JsonNode row) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, text(row, language.code(), DescriptionBlock.LONGEST_TEXT));
        }
        return new DescriptionBlock(text(row, NAME, DescriptionBlock.LONGEST_NAME),
                row.path(USED).asBoolean(true), texts);
    }

    private static String text(JsonNode row, String member, int most) {
        String text = row.path(member).asText("");
        return text.length() <= most ? text : "";
    }

    private static ObjectNode write(List<DescriptionBlock> blocks) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = object.putArray(MEMBER);
        blocks.stream().limit(MOST).forEach(block -> {
            ObjectNode row = rows.addObject().put(NAME, block.name()).put(USED, block.used());
            block.texts().forEach((language, text) -> row.put(language.code(), text));
        });
        return object;
    }
}
