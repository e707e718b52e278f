package app.forecourt.advert;

import app.forecourt.text.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A reusable part of a description. Placeholders for the car's facts are in braces: {@code {mileage}}.
 *
 * @param name the dealer's name for the block; not shown to buyers
 * @param used whether the block is part of the description
 * @param texts the texts by language; a block without a text in a language is left out
 */
public record DescriptionBlock(String name, boolean used, Map<Language, String> texts) {
    /** The maximum length of a name, in characters. */
    public static final int LONGEST_NAME = 60;
    /** The maximum length of a text, in characters. */
    public static final int LONGEST_TEXT = 4_000;
    /** Blocks unused at first. The price has its own field and may change; not every dealer takes trade-ins. */
    private static final List<String> UNUSED_AT_FIRST = List.of("price", "trade");

    public DescriptionBlock {
        var copy = new EnumMap<Language, String>(Language.class);
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                copy.put(language, text);
            }
        });
        texts = Collections.unmodifiableMap(copy);
    }

    /** Returns the text in a language, blank if there is none. */
    public String text(Language language) {
        return texts.getOrDefault(language, "");
    }

    /** Returns a copy with another text in one language. */
    public DescriptionBlock withText(Language language, String text) {
        var changed = new EnumMap<Language, String>(Language.class);
        changed.putAll(texts);
        changed.put(language, text);
        return new DescriptionBlock(name, used, changed);
    }

    /** Returns a copy with another name. */
    public DescriptionBlock withName(String newName) {
        return new DescriptionBlock(newName, used, texts);
    }

    /** Returns a copy that is used or not. */
    public DescriptionBlock used(boolean newUsed) {
        return new DescriptionBlock(name, newUsed, texts);
    }

    /**
     * Returns the standard blocks.
     *
     * @param named the language of their names
     */
    public static List<DescriptionBlock> standard(Language named) {
        Map<Language, AdvertPhrases> messages = new EnumMap<>(Language.class);
        Arrays.stream(Language.values()).forEach(language -> messages.put(language, new AdvertPhrases(language)));
        return List.of("opening", "facts", "options", "price", "visit", "trade", "reserve").stream()
                .map(key -> {
                    var texts = new EnumMap<Language, String>(Language.class);
                    messages.forEach((language, translation) -> texts.put(language, translation.plain("block." + key)));
                    return new DescriptionBlock(
                            Objects.requireNonNull(messages.get(named)).plain("block." + key + ".name"),
                            !UNUSED_AT_FIRST.contains(key),
                            texts);
                })
                .toList();
    }

    /**
     * Returns the blocks. A block with a standard name gets it in the given language, also if its texts were changed,
     * because the desks of a shared stock may have different languages.
     */
    static List<DescriptionBlock> withStandardNames(List<DescriptionBlock> blocks, Language language) {
        List<DescriptionBlock> translated = standard(language);
        Map<String, String> names = new HashMap<>();
        for (Language candidate : Language.values()) {
            List<DescriptionBlock> original = standard(candidate);
            for (int i = 0; i < original.size(); i++) {
                names.put(original.get(i).name(), translated.get(i).name());
            }
        }
        return blocks.stream()
                .map(block -> block.withName(names.getOrDefault(block.name(), block.name())))
                .toList();
    }
}
