package app.forecourt.journal.salvage;

import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFile;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.JournalState;
import app.forecourt.testing.Cases;
import app.forecourt.testing.JavaProcess;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the salvage of crafted files ends in bounded time and memory. The program then opens a new journal. */
class CraftedFileTest extends JournalFixture {
    /** Seconds; a crafted file takes a few seconds on a busy machine. */
    private static final UUID TYPED = new UUID(9, 9);

    private interface Crafting {
        void write(Path file) throws IOException;
    }

    /** The kinds of crafted files. */
    enum Kind {
        /** 32 KB. */
        OVERFLOW_LOOP(file -> CraftedFile.overflowLoop(file, 8)),
        /** 15 MB. */
        SHARED_OVERFLOW(file -> CraftedFile.sharedOverflow(file, 15 << 20, 1_900)),
        /** 21 MB. */
        HUGE_ROWS(file -> CraftedFile.sharedOverflow(file, 20 << 20, 20)),
        /** 4 MB. */
        SAME_KEY(file -> CraftedFile.sameKey(file, 1_000)),
        /** 30 MB. */
        DEEP_INDEX(file -> CraftedFile.deepIndex(file, 60_000)),
        /** 12 KB. */
        HUGE_COUNT(file -> CraftedFile.countedByLog(file, Integer.MAX_VALUE)),
        /** 12 KB. */
        NEGATIVE_COUNT(file -> CraftedFile.countedByLog(file, -1));

        private final Crafting crafting;

        Kind(Crafting crafting) {
            this.crafting = crafting;
        }
    }

    /** A small program that opens the journal, saves a car, and prints the state of the file. */
    static final class OpensMain {
        private OpensMain() {}

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            try (Journal journal = new Journal(file, file.resolveSibling("copies"), new SettableClock())) {
                JournalState state = journal.check();
                journal.save(TYPED, draft("bmw", "typed"), Set.of());
                System.out.println(state.kind());
            }
        }
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(file().resolveSibling(""))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    static Stream<Kind> kinds() {
        return Cases.some(1, Stream.of(Kind.values()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void craftedFileIsMovedAsideInTime(Kind kind) throws Exception {
        Files.createDirectories(file().resolveSibling(""));
        kind.crafting.write(file());
        byte[] crafted = Files.readAllBytes(file());
        Path said = home.resolve("said");
        List<String> options = new ArrayList<>(JavaProcess.BRIEF);
        options.add("-Xmx200m");
        Process process = new ProcessBuilder(JavaProcess.command(options, OpensMain.class, file().toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            LongWait.untilEnded(process);
        } finally {
            process.destroyForcibly().waitFor();
        }
        System.out.printf("crafted: %s of %d bytes%n", kind, crafted.length);
        String output = Files.readString(said);
        assertEquals("DAMAGED", output.lines().reduce("", (earlier, line) -> line), output);
        assertTrue(!output.contains("Error"), output);
        assertArrayEquals(crafted, Files.readAllBytes(file().resolveSibling("journal.db.bad")));
        assertEmpty(fileNames().stream()
                .filter(name -> name.matches(".*[.](new|ready).*"))
                .toList());
        try (Journal journal = open()) {
            assertEquals(JournalState.of(JournalState.Kind.SOUND), journal.check());
            assertEquals(draft("bmw", "typed"), journal.car(TYPED).orElseThrow().draft());
        }
    }

    @Test
    void sharedOverflowChainIsReadAFewTimes() throws Exception {
        Files.createDirectories(file().resolveSibling(""));
        CraftedFile.sharedOverflow(file(), 2 << 20, 900);
        try (DatabasePages pages = DatabasePages.open(file())) {
            int[] rows = new int[1];
            new PageScanner(pages).scanRows(values -> rows[0]++);
            assertTrue(pages.budget().isSpent());
            assertTrue(rows[0] > 10 && rows[0] < 100, "rows " + rows[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, IllegalStateException.class})
    void failureOfTheSalvageOpensANewJournal(Class<? extends Throwable> failure) throws Exception {
        Files.createDirectories(file().resolveSibling(""));
        CraftedFile.deepIndex(file(), 2);
        byte[] crafted = Files.readAllBytes(file());
        Throwable thrown = failure.getDeclaredConstructor().newInstance();
        var journalFile = new JournalFile(file(), Duration.ZERO, (damaged, database, now) -> {
            switch (thrown) {
                case Error error -> throw error;
                default -> throw new IllegalStateException(thrown);
            }
        });
        JournalFile.Opened opened = journalFile.open(clock.instant());
        opened.database().close();
        assertEquals(
                new JournalState(JournalState.Kind.DAMAGED, Optional.of(file().resolveSibling("journal.db.bad"))),
                opened.state());
        assertArrayEquals(crafted, Files.readAllBytes(file().resolveSibling("journal.db.bad")));
        assertEquals(
                List.of("journal.db", "journal.db.bad"),
                fileNames().stream()
                        .filter(name -> name.startsWith("journal.db"))
                        .toList());
    }
}
