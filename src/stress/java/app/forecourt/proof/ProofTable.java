package app.forecourt.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The counts of a proof and what it found wrong, a row each. Several threads may add to it. */
public final class ProofTable {
    private static final int MOST_SHOWN = 10;

    private final Map<String, Object> rows = new LinkedHashMap<>();
    private final Map<String, Set<String>> wrong = new LinkedHashMap<>();

    /** @param kinds what may be wrong; each has a row in any case */
    public ProofTable(String... kinds) {
        for (String kind : kinds) {
            wrong.put(kind, new LinkedHashSet<>());
        }
    }

    /** Sets the value of a row. */
    public synchronized void put(String row, Object value) {
        rows.put(row, value);
    }

    /** Adds to the count of a row. */
    public synchronized void add(String row, int number) {
        rows.put(row, count(row) + number);
    }

    /** Sets a row to the larger one of its count and a number. */
    public synchronized void max(String row, int number) {
        rows.put(row, Math.max(count(row), number));
    }

    /** Returns the count of a row. */
    public synchronized int count(String row) {
        return (int) rows.getOrDefault(row, 0);
    }

    /** Adds an error unless a condition holds. */
    public void require(boolean condition, String kind, String error) {
        if (!condition) {
            addErrors(kind, List.of(error));
        }
    }

    public synchronized void addErrors(String kind, List<String> errors) {
        wrong.get(kind).addAll(errors);
    }

    /** Returns some errors of each kind. */
    public synchronized List<String> errors() {
        return wrong.values().stream()
                .flatMap(errors -> errors.stream().limit(MOST_SHOWN))
                .toList();
    }

    /** Returns the table as Markdown. */
    public synchronized List<String> lines() {
        var lines = new ArrayList<>(List.of("| what | count |", "|---|---|"));
        rows.forEach((row, value) -> lines.add(ReportSection.row(row, value)));
        wrong.forEach((kind, errors) -> lines.add(ReportSection.row(kind, errors.size())));
        errors().forEach(error -> lines.add("\n" + error));
        return lines;
    }

    /** Writes the page into {@code target/}, and fails if something is wrong. */
    public void publish(String file, String title) throws IOException {
        var page = new ArrayList<>(List.of(title, ""));
        page.addAll(lines());
        Files.write(Path.of("target", file), page);
        System.out.println(String.join("\n", page));
        assertEquals(List.of(), errors());
    }
}
