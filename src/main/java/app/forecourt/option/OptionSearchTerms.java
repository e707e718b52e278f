package app.forecourt.option;

import app.forecourt.text.BundledResource;
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

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    /** Reads the synonyms of the program. */
    public OptionSearchTerms() {
        try (Reader reader = BundledResource.open(OptionSearchTerms.class, "option-words.properties")) {
            LenientProperties.read(reader).lines().forEach(line -> add(line.key(), line.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String key, String value) {
        Set<String> names = Set
                .copyOf(Arrays.stream(key.split("\\+")).map(EquivalentOptions::canonicalName).toList());
        List<String> words = Arrays.stream(value.split("[|,]")).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
        entries.add(new Entry(names, words));
        names.forEach(name -> byName.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(words));
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
    public List<String> synonymsOf(String name) {
        return byName.getOrDefault(EquivalentOptions.canonicalName(name), List.of());
    }
}
