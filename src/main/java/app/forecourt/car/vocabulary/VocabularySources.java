package app.forecourt.car.vocabulary;

import app.forecourt.text.BundledResource;
import app.forecourt.text.LenientProperties;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bundled file of words, read on the first use, and those of the user. Thread-safe. */
final class VocabularySources {
    private final List<LenientProperties> files = new ArrayList<>();
    private volatile @Nullable VocabularyIndex index;

    /**
     * Adds a file after the others.
     *
     * @return its unusable lines
     */
    List<String> add(LenientProperties file) {
        synchronized (files) {
            index();
            files.add(file);
            return rebuildIndex();
        }
    }

    /** Returns the index of all files. */
    VocabularyIndex index() {
        VocabularyIndex current = index;
        if (current == null) {
            synchronized (files) {
                if (files.isEmpty()) {
                    files.add(bundled());
                    rebuildIndex();
                }
                current = Objects.requireNonNull(index);
            }
        }
        return current;
    }

    /** Builds a new index and publishes it when it is complete, so that no thread sees half a file. */
    private List<String> rebuildIndex() {
        var newIndex = new VocabularyIndex();
        List<String> unusable = files.stream().map(newIndex::add).toList().getLast();
        index = newIndex;
        return unusable;
    }

    static LenientProperties bundled() {
        try (Reader reader = BundledResource.open(Vocabulary.class, "vocabulary.properties")) {
            return LenientProperties.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
