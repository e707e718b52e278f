package app.forecourt.journal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.journal.EnqueueResult;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.stock.Submission;
import app.forecourt.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Damages the journal at random positions: no car is lost and none is sent again while its log of changes is whole. */
class DamageTest extends JournalFixture {
    private static final long SEED = 20_261_202;
    private static final int CARS = 60;

    private final Random random = new Random(SEED);
    private final Set<UUID> cars = new HashSet<>();

    /** The kinds of damage. */
    private enum Kind {
        PAGE_1,
        ANY_PAGE,
        NOISE,
        TRUNCATED,
        WAL,
        LOG,
        LOG_TRUNCATED,
        BOTH
    }

    private Submission submission(int number) {
        return submission("{\"brand\":\"vw\",\"vin\":\"WVWZZZ1KZAW%06d\"}".formatted(number));
    }

    /**
     * Returns the files as a kill leaves them: some cars are in the backup, the last ones in the log of SQLite only.
     */
    private Map<String, byte[]> writeJournal() throws IOException {
        try (Journal journal = open()) {
            for (int number = 0; number < CARS / 2; number++) {
                cars.add(complete(journal, submission(number), ACCEPTED).car());
            }
            journal.backUp();
        }
        for (int number = CARS / 2; number < CARS; number++) {
            cars.add(complete(submission(number), ACCEPTED).car());
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(file().getParent())) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        journal.close();
        return files;
    }

    private void damage(Map<String, byte[]> files, Kind kind) {
        switch (kind) {
            case PAGE_1 -> noise(files, "journal.db", 0, PAGE);
            case ANY_PAGE -> noise(files, "journal.db", random.nextInt(pages(files)) * PAGE, PAGE);
            case NOISE -> noise(files, "journal.db", random.nextInt(pages(files) * PAGE), 20_000);
            case TRUNCATED -> truncate(files, "journal.db");
            case WAL -> noise(files, "journal.db-wal", random.nextInt(10_000), 20_000);
            case LOG -> noise(files, "journal-1.changes", random.nextInt(10_000), 2_000);
            case LOG_TRUNCATED -> truncate(files, "journal-1.changes");
            case BOTH -> {
                noise(files, "journal.db", 0, PAGE);
                noise(files, "journal-1.changes", random.nextInt(10_000), 2_000);
            }
        }
    }

    private static int pages(Map<String, byte[]> files) {
        return files.get("journal.db").length / PAGE;
    }

    private void truncate(Map<String, byte[]> files, String name) {
        files.computeIfPresent(name, (_, bytes) -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    }

    private void noise(Map<String, byte[]> files, String name, int start, int length) {
        files.computeIfPresent(name, (_, bytes) -> {
            byte[] damaged = bytes.clone();
            for (int index = start; index < Math.min(bytes.length, start + length); index++) {
                damaged[index] = (byte) random.nextInt(256);
            }
            return damaged;
        });
    }

    private void write(Map<String, byte[]> files) throws IOException {
        try (Stream<Path> left = Files.list(file().getParent())) {
            for (Path path : left.filter(Files::isRegularFile).toList()) {
                Files.delete(path);
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(file().resolveSibling(file.getKey()), file.getValue());
        }
    }

    @Test
    void noCarIsLostOrSentAgain() throws IOException {
        Map<String, byte[]> whole = writeJournal();
        Map<Kind, Integer> lost = new TreeMap<>();
        for (int round = 0; round < Cases.times(8, 200); round++) {
            Kind kind = Kind.values()[round % Kind.values().length];
            Map<String, byte[]> damaged = new TreeMap<>(whole);
            damage(damaged, kind);
            write(damaged);
            try (Journal journal = open()) {
                journal.check();
                Set<UUID> found = cars(journal);
                lost.merge(kind, CARS - found.size(), Integer::sum);
                for (int number = 0; kind != Kind.BOTH && number < CARS; number += 7) {
                    assertInstanceOf(
                            EnqueueResult.AlreadyThere.class, note(journal, submission(number)), kind + " " + number);
                }
            }
        }
        System.out.println("damage: seed " + SEED + ", cars lost of " + CARS + " each time " + lost);
        lost.remove(Kind.BOTH);
        assertEquals(List.of(0), lost.values().stream().distinct().toList());
    }
}
