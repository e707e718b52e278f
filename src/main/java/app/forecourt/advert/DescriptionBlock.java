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
 * A part of a description that serves many cars. What it takes from the car stands between braces: {@code {mileage}}.
 *
 * @param name what the dealer calls it; not told to buyers
 * @param used whether it is part of the description
 * @param texts by language; one that it has no text in leaves it out
 */
public record DescriptionBlock(String name, boolean used, Map<Language, String> texts) {
    /** Characters of a name. */
    public static final int LONGEST_NAME = 60;
    /** Characters of a text. */
    public static final int LONGEST_TEXT = 4_000;
    /** The price is a field of its own, which may change while the text stays; not every dealer takes cars in. */
    private static final List<String> LEFT_OUT = List.of("price", "trade");

    public DescriptionBlock {
        var copy = new EnumMap<Language, String>(Language.class);
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                copy.put(language, text);
            }
        });
        texts = Collections.unmodifiableMap(copy);
    }

    /** The text in a language, blank if there is none. */
    public String text(Language language) {
        return texts.getOrDefault(language, "");
    }

    /** The same with another text in one language. */
    public DescriptionBlock with(Language language, String text) {
        var changed = new EnumMap<Language, String>(Language.class);
        changed.putAll(texts);
        changed.put(language, text);
        return new DescriptionBlock(name, used, changed);
    }

    /** The same under another name. */
    public DescriptionBlock called(String now) {
        return new DescriptionBlock(now, used, texts);
    }

    /** The same as part of the description, or not. */
    public DescriptionBlock used(boolean now) {
        return new DescriptionBlock(name, now, texts);
    }

    /**
     * The blocks that come with the program.
     *
     * @param named the language of their names
     */
    public static List<DescriptionBlock> standard(Language named) {
        Map<Language, AdvertMessages> books = new EnumMap<>(Language.class);
        Arrays.stream(Language.values())
                .forEach(language -> books.put(language, new AdvertMessages(language)));
        return List.of("opening", "facts", "options", "price", "visit", "trade", "reserve").stream()
                .map(key -> {
                    var texts = new EnumMap<Language, String>(Language.class);
                    books.forEach((language, book) -> texts.put(language, book.plain("block." + key)));
                    return new DescriptionBlock(
                            Objects.requireNonNull(books.get(named)).plain("block." + key + ".name"),
                            !LEFT_OUT.contains(key), texts);
                }).toList();
    }

    /** The same blocks; those that are as they come with the program are called in that language what they are. */
    static List<DescriptionBlock> named(List<DescriptionBlock> blocks, Language language) {
        List<DescriptionBlock> now = standard(language);
        Map<DescriptionBlock, String> names = new HashMap<>();
        for (Language any : Language.values()) {
            List<DescriptionBlock> there = standard(any);
            for (int at = 0; at < there.size(); at++) {
                names.put(there.get(at).used(true), now.get(at).name());
            }
        }
        return blocks.stream().map(block -> block.called(names.getOrDefault(block.used(true), block.name())))
                .toList();
    }
}
