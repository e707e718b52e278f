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

/** What people call options in four languages, from {@code option-words.properties}. May be used from any thread. */
public final class OptionWords {
    /**
     * Words, and the names of the options that are all meant by each of them.
     *
     * @param names of options that mean the same, one for all: the first of {@link Synonyms}
     */
    public record Entry(Set<String> names, List<String> words) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    /** Those that come with the program; reads them. */
    public OptionWords() {
        try (Reader reader = BundledResource.open(OptionWords.class, "option-words.properties")) {
            LenientProperties.read(reader).lines().forEach(line -> learn(line.key(), line.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void learn(String key, String value) {
        Set<String> names = Set.copyOf(Arrays.stream(key.split("\\+")).map(Synonyms::meaning).toList());
        List<String> words = Arrays.stream(value.split("[|,]")).map(String::strip)
                .filter(word -> !word.isEmpty()).distinct().toList();
        entries.add(new Entry(names, words));
        names.forEach(name -> byName.computeIfAbsent(name, any -> new ArrayList<>()).addAll(words));
    }

    /** All lines of the file. */
    public List<Entry> entries() {
        return entries;
    }

    /** Whether the file tells of that name, or of one that means the same. */
    public boolean knows(String name) {
        return byName.containsKey(Synonyms.meaning(name));
    }

    /** What people call an option, in all languages. */
    public List<String> of(String name) {
        return byName.getOrDefault(Synonyms.meaning(name), List.of());
    }
}
