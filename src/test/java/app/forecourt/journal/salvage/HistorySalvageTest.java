package app.forecourt.journal.salvage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.history.StoredHistory;
import app.forecourt.history.StoredStep;
import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.LargeJournal;
import app.forecourt.journal.database.Database;
import app.forecourt.stock.StockMark;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Salvage of the cars' history. Steps that can be read come along, and no damaged step costs a car. */
class HistorySalvageTest extends JournalFixture {
    private static final int CARS = 200;
    private static final int STEPS = 3;
    private static final int PAGE = 4096;

    private final Random random = new Random(20_261_128);

    @BeforeEach
    void writeJournal() throws Exception {
        LargeJournal.write(file(), CARS, 0, clock.instant());
        try (Journal journal = open()) {
            for (int number = 0; number < CARS; number++) {
                for (int step = 1; step < STEPS; step++) {
                    clock.advance(Duration.ofMinutes(6));
                    journal.save(LargeJournal.car(number), draft("bmw", "P" + step), Set.of());
                }
                journal.setMark(LargeJournal.car(number), StockMark.SOLD, Optional.of(clock.instant()));
            }
        }
    }

    private List<Integer> pages(String table) throws Exception {
        try (Database database = Database.open(file())) {
            return database.query(
                    "SELECT pageno FROM dbstat WHERE name = '" + table + "' ORDER BY pageno", row -> row.getInt(1));
        }
    }

    private void damage(List<Integer> pages) throws Exception {
        byte[] bytes = Files.readAllBytes(file());
        for (int page : pages) {
            byte[] noise = new byte[PAGE];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, bytes, (page - 1) * PAGE, PAGE);
        }
        Files.write(file(), bytes);
    }

    private static StoredHistory history(Journal journal, int number) {
        return journal.history(LargeJournal.car(number)).orElseThrow();
    }

    private static int steps(Journal journal) {
        int steps = 0;
        for (int number = 0; number < CARS; number++) {
            steps += history(journal, number).steps().size();
        }
        return steps;
    }

    private static void assertAllCars(Journal journal) {
        SalvageResult result = journal.check().salvage().orElseThrow();
        assertEquals(CARS, result.cars());
        assertEquals(0, result.lostCars());
        assertEquals(CARS, journal.stock().size());
        for (int number = 0; number < CARS; number++) {
            assertEquals(
                    draft("bmw", "P2"),
                    journal.car(LargeJournal.car(number)).orElseThrow().draft());
        }
    }

    @Test
    void historyOfSalvagedCarsComesAlong() throws Exception {
        StoredHistory before;
        try (Journal journal = open()) {
            before = history(journal, 7);
        }
        assertEquals(STEPS + 1, before.steps().size());
        damage(pages("car").subList(0, 1));
        try (Journal journal = open()) {
            assertEquals(CARS, journal.check().salvage().orElseThrow().cars());
            assertEquals(before, history(journal, 7));
            assertEquals(CARS * (STEPS + 1), steps(journal));
        }
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(strings = {"history", "history_of_car", "sqlite_autoindex_history_1"})
    void damagedHistoryCostsNoCar(String table) throws Exception {
        List<Integer> pages = pages(table);
        assertTrue(pages.size() > 4, pages::toString);
        damage(pages.subList(0, 2));
        try (Journal journal = open()) {
            assertAllCars(journal);
            int steps = steps(journal);
            assertTrue(steps > CARS * (STEPS + 1) * 9 / 10, "steps " + steps);
        }
    }

    @Tag("proof")
    @Test
    void historyLostAsAWholeCostsNoCar() throws Exception {
        damage(pages("history"));
        try (Journal journal = open()) {
            assertAllCars(journal);
            assertEquals(0, steps(journal));
            clock.advance(Duration.ofMinutes(6));
            journal.save(LargeJournal.car(7), draft("bmw", "P9"), Set.of());
            assertEquals(
                    List.of(draft("bmw", "P2")),
                    history(journal, 7).steps().stream()
                            .map(StoredStep::draft)
                            .flatMap(Optional::stream)
                            .toList());
        }
    }

    /** The damage is found only when the end of a step is saved. */
    @Tag("proof")
    @Test
    void draftTypedAfterTheDamageIsSaved() throws Exception {
        damage(pages("history"));
        try (Journal journal = open()) {
            journal.open();
            clock.advance(Duration.ofMinutes(6));
            journal.save(LargeJournal.car(7), draft("bmw", "P9"), Set.of());
            assertEquals(
                    draft("bmw", "P9"),
                    journal.car(LargeJournal.car(7)).orElseThrow().draft());
            assertEquals(CARS, journal.stock().size());
            assertTrue(journal.check().isDurable());
        }
        try (Journal again = open()) {
            assertEquals(JournalState.of(JournalState.Kind.SOUND), again.check());
            assertEquals(
                    draft("bmw", "P9"),
                    again.car(LargeJournal.car(7)).orElseThrow().draft());
        }
    }

    @Tag("proof")
    @Test
    void stepsThatMakeNoSenseAreLeftOut() throws Exception {
        try (Database database = Database.open(file())) {
            database.update("PRAGMA foreign_keys = OFF");
            database.update("UPDATE history SET event = 'later' WHERE car = ?", LargeJournal.car(1));
            database.update("UPDATE history SET draft = '{' WHERE draft IS NOT NULL AND car = ?", LargeJournal.car(2));
            database.update("UPDATE history SET at = ? WHERE car = ?", Long.MAX_VALUE, LargeJournal.car(3));
            database.update("UPDATE history SET number = ? WHERE car = ?", Long.MIN_VALUE, LargeJournal.car(4));
            database.update("UPDATE history SET sent = -1 WHERE car = ?", LargeJournal.car(5));
            database.update("UPDATE history SET car = 'nobody' WHERE car = ?", LargeJournal.car(6));
            database.update("UPDATE history SET car = ? WHERE car = ?", "x".repeat(100_000), LargeJournal.car(8));
        }
        damage(List.of(1));
        try (Journal journal = open()) {
            assertAllCars(journal);
            for (int number : List.of(1, 3, 4, 5, 6, 8)) {
                assertEquals(List.of(), history(journal, number).steps(), "car " + number);
            }
            assertEquals(1, history(journal, 2).steps().size());
            assertEquals(STEPS + 1, history(journal, 7).steps().size());
            assertEquals(0, journal.unreadableRows().count());
        }
    }

    @Tag("proof")
    @Test
    void historyOfZerosCostsNoCar() throws Exception {
        List<Integer> pages = pages("history");
        byte[] bytes = Files.readAllBytes(file());
        for (int page : pages) {
            Arrays.fill(bytes, (page - 1) * PAGE, page * PAGE, (byte) 0);
        }
        Files.write(file(), bytes);
        try (Journal journal = open()) {
            assertAllCars(journal);
        }
    }
}
