package app.forecourt.option;

import app.forecourt.text.BundledResource;
import app.forecourt.text.Language;
import app.forecourt.text.LenientProperties;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Terms of options in four languages that users type or paste, from {@code option-words.properties}. Thread-safe. */
public final class OptionSearchTerms {
    /**
     * Line of the file: each synonym means all the options together.
     *
     * @param names canonical names of the options, see {@link EquivalentOptions#canonicalName}
     * @param words synonyms in all languages
     */
    public record Entry(Set<String> names, List<String> words) {}

    /** Synonym of an option and its language. */
    public record Synonym(String word, Language language) {}

    /** Languages in the order of the file. */
    private static final List<Language> LANGUAGES = List.of(Language.values());

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Synonym>> byName = new HashMap<>();

    /** Reads the synonyms of the program. */
    public OptionSearchTerms() {
        try (Reader reader = BundledResource.open(OptionSearchTerms.class, "option-words.properties")) {
            LenientProperties.read(reader).lines().forEach(line -> add(line.key(), line.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String key, String value) {
        Set<String> names = Set.copyOf(Arrays.stream(key.split("\\+"))
                .map(EquivalentOptions::canonicalName)
                .toList());
        List<Synonym> synonyms = new ArrayList<>();
        List<String> columns = List.of(value.split("\\|"));
        for (int i = 0; i < columns.size(); i++) {
            Language language = LANGUAGES.get(i);
            Arrays.stream(columns.get(i).split(","))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(word -> new Synonym(word, language))
                    .forEach(synonyms::add);
        }
        entries.add(
                new Entry(names, synonyms.stream().map(Synonym::word).distinct().toList()));
        names.forEach(
                name -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(synonyms));
    }

    /** Returns all lines of the file. */
    public List<Entry> entries() {
        return entries;
    }

    /** Returns whether the file has an option name or one of its synonyms. */
    public boolean knows(String name) {
        return byName.containsKey(EquivalentOptions.canonicalName(name));
    }

    /** Returns the synonyms of an option in all languages. */
    public List<Synonym> synonymsOf(String name) {
        return byName.getOrDefault(EquivalentOptions.canonicalName(name), List.of());
    }
}
