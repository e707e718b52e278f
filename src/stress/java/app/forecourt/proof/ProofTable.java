package app.forecourt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a proof has counted, and the errors that it found. Several threads may add to it. */
public final class ProofTable {
    private final Map<String, Object> rows = new LinkedHashMap<>();
    private final Set<String> errors = new LinkedHashSet<>();

    /** Sets the value of a row. */
    public synchronized void put(String row, Object value) {
        rows.put(row, value);
    }

    /** Adds to the count of a row. */
    public synchronized void add(String row, int number) {
        rows.put(row, count(row) + number);
    }

    /** Returns the count of a row. */
    public synchronized int count(String row) {
        return (int) rows.getOrDefault(row, 0);
    }

    /** Adds an error unless a condition holds. */
    public synchronized void require(boolean condition, String error) {
        if (!condition) {
            errors.add(error);
        }
    }

    public synchronized void addErrors(Collection<String> found) {
        errors.addAll(found);
    }

    @Override
    public synchronized String toString() {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + ": " + row.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Writes the counts into {@code target/proof/}, and fails if an error was found. */
    public synchronized void publish(String file) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "proof"));
        Files.writeString(folder.resolve(file), this + "\n");
        assertEquals(Set.of(), errors);
    }
}
