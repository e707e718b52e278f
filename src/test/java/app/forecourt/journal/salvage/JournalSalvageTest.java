package app.forecourt.journal.salvage;

import static app.forecourt.journal.JournalState.Kind.DAMAGED;
import static app.forecourt.journal.JournalState.Kind.SOUND;
import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.Journal;
import app.forecourt.journal.JournalFixture;
import app.forecourt.journal.JournalState;
import app.forecourt.journal.LargeJournal;
import app.forecourt.journal.database.Database;
import app.forecourt.photo.prepare.CoveredArea;
import app.forecourt.photo.upload.PhotoUpload;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the salvage of a damaged file, which copies its rows one by one into the new journal. */
class JournalSalvageTest extends JournalFixture {
    private static final long SEED = Long.getLong("forecourt.salvage.seed", 20_261_127);
    /** Writes a journal of about 12 MB, the size of a dealer's journal after some years. */
    private static final int CARS = Integer.getInteger("forecourt.salvage.cars", 2_000);

    private static final int NOISE = 20_000;
    private static final int FEW_CARS = 200;
    private static final int PAGE = 4096;

    private final Random random = new Random(SEED);

    private byte[] writeJournal(int cars, int submissions) throws Exception {
        LargeJournal.write(file(), cars, submissions, clock.instant());
        return Files.readAllBytes(file());
    }

    private byte[] withNoise(byte[] whole, int at, int length) throws IOException {
        byte[] broken = whole.clone();
        byte[] noise = new byte[Math.min(length, whole.length - at)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, broken, at, noise.length);
        Files.write(file(), broken);
        return broken;
    }

    private SalvageResult salvageResult(Journal journal) {
        JournalState state = journal.check();
        assertEquals(DAMAGED, state.kind());
        return state.salvage().orElseThrow();
    }

    private static int submissions(Journal journal) {
        return journal.stock().stream()
                .mapToInt(row -> row.submissions().size())
                .sum();
    }

    /** Sends other cars with the same VINs. Returns the number of cars that the duplicate guard does not stop. */
    private int countNotStopped(Journal journal, int submissions) {
        int passed = 0;
        for (int number = 0; number < submissions; number++) {
            Submission again = submission(UUID.randomUUID(), STAGING, LargeJournal.payload(number));
            if (journal.note(again, again.draft(), Set.of(), Set.of()) instanceof Journal.EnqueueResult.Enqueued) {
                passed++;
            }
        }
        return passed;
    }

    @Tag("proof")
    @Test
    void noiseOf20KilobytesCostsFewRows() throws Exception {
        int submissions = CARS * 9 / 10;
        byte[] whole = writeJournal(CARS, submissions);
        int at = whole.length / 2 + random.nextInt(PAGE);
        byte[] broken = withNoise(whole, at, NOISE);
        try (Journal journal = open()) {
            SalvageResult result = salvageResult(journal);
            System.out.printf(
                    "salvage: seed %d, %d bytes, noise at %d, %d cars and %d submissions: %s%n",
                    SEED, whole.length, at, CARS, submissions, result);
            assertEquals(CARS, result.cars() + result.lostCars());
            assertEquals(submissions, result.submissions() + result.lostSubmissions());
            assertTrue(
                    result.cars() >= CARS - 15 && result.submissions() - result.rebuilt() >= submissions - 15,
                    result::toString);
            assertEquals(result.cars(), journal.stock().size());
            assertEquals(result.submissions(), submissions(journal));
            assertEquals(0, countNotStopped(journal, Math.min(submissions, 1_800)));
            assertEquals(broken.length, Files.size(journal.open().aside().orElseThrow()));
        }
        try (Journal again = open()) {
            assertEquals(JournalState.of(SOUND), again.check());
            assertEquals(0, again.unreadableRows().count());
        }
    }

    @Tag("proof")
    @Test
    void noiseAnywhereCostsFewRows() throws Exception {
        int submissions = FEW_CARS * 9 / 10;
        byte[] whole = writeJournal(FEW_CARS, submissions);
        int fewestCars = FEW_CARS;
        int fewestSubmissions = submissions;
        for (int time = 0; time < Cases.times(5, 25); time++) {
            Files.deleteIfExists(file().resolveSibling("journal.db.bad"));
            int at = random.nextInt(whole.length - NOISE);
            withNoise(whole, at, NOISE);
            try (Journal journal = open()) {
                SalvageResult result = salvageResult(journal);
                fewestCars = Math.min(fewestCars, result.cars());
                fewestSubmissions = Math.min(fewestSubmissions, result.submissions());
                assertEquals(result.cars(), journal.stock().size());
                assertEquals(result.submissions(), submissions(journal));
                assertTrue(
                        !result.counted()
                                || (result.cars() + result.lostCars() == FEW_CARS
                                        && result.submissions() + result.lostSubmissions() == submissions),
                        result::toString);
                assertEquals(0, journal.waitingSubmissions().size());
            }
        }
        System.out.printf(
                "salvage: seed %d, 25 places, at least %d of %d cars and %d of %d submissions%n",
                SEED, fewestCars, FEW_CARS, fewestSubmissions, submissions);
        assertTrue(fewestCars >= FEW_CARS - 15 && fewestSubmissions >= submissions - 15);
    }

    @Test
    void photosUnderWayStayUnderWay() throws Exception {
        writeJournal(FEW_CARS, 20);
        PhotoUpload photo = PhotoUpload.chosen(Path.of("IMG 1.jpg"), UUID.randomUUID(), true, clock.instant());
        try (Journal journal = open()) {
            journal.photos().save(List.of(photo));
        }
        withNoise(Files.readAllBytes(file()), 0, PAGE);
        try (Journal journal = open()) {
            salvageResult(journal);
            assertEquals(List.of(photo), journal.photos().ofCar(photo.car()));
        }
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void coveredPhotosAndThoseOfTheNinthSchemaAreSalvaged(boolean isCovered) throws Exception {
        writeJournal(FEW_CARS, 20);
        PhotoUpload photo = PhotoUpload.chosen(Path.of("IMG 1.jpg"), UUID.randomUUID(), true, clock.instant())
                .cover(isCovered ? List.of(new CoveredArea(0.25, 0.5, 0.5, 0.2)) : List.of(), true, clock.instant());
        try (Journal journal = open()) {
            journal.photos().save(List.of(photo));
        }
        if (!isCovered) {
            try (Database database = Database.open(file())) {
                database.update("ALTER TABLE photo DROP COLUMN covered");
            }
        }
        withNoise(Files.readAllBytes(file()), 0, PAGE);
        try (Journal journal = open()) {
            salvageResult(journal);
            assertEquals(List.of(photo), journal.photos().ofCar(photo.car()));
        }
    }

    @Test
    void submissionsUnderWayAreUnknown() throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 20);
        withNoise(whole, 0, PAGE);
        try (Journal journal = open()) {
            assertEquals(2, salvageResult(journal).underWay());
            assertEmpty(journal.waitingSubmissions());
            for (int number : List.of(18, 19)) {
                Submission left = onlySubmission(journal, LargeJournal.car(number));
                assertEquals(SubmissionState.UNKNOWN, left.state());
                assertTrue(left.needsVerdict());
            }
            assertEquals(
                    SubmissionState.ACCEPTED,
                    onlySubmission(journal, LargeJournal.car(17)).state());
        }
    }

    /** Returns the number of the page that a query names. */
    private int pageNumber(String sql) throws Exception {
        try (Database database = Database.open(file())) {
            return database.queryFirst(sql, row -> row.getInt(1)).orElseThrow();
        }
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT rootpage FROM sqlite_schema WHERE name = 'car'",
                "SELECT rootpage FROM sqlite_schema WHERE name = 'attempt'",
                "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_car_1'",
                "SELECT rootpage FROM sqlite_schema WHERE name = 'attempt_in_stock'",
                "SELECT rootpage FROM sqlite_schema WHERE name = 'car_in_stock'"
            })
    void rowsBelowDamagedTreePagesAreFound(String sql) throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 180);
        withNoise(whole, (pageNumber(sql) - 1) * PAGE, PAGE);
        try (Journal journal = open()) {
            SalvageResult result = salvageResult(journal);
            assertEquals(FEW_CARS, result.cars());
            assertEquals(180, result.submissions());
            assertEquals(0, result.rebuilt());
            assertEquals(FEW_CARS, journal.stock().size());
            assertEquals(1, journal.templates().size());
            assertEquals(
                    Optional.of(LargeJournal.car(FEW_CARS - 1)),
                    journal.editPosition().map(EditPosition::car));
            assertTrue(journal.options(STAGING, "https://staging.autochat.ai").isPresent());
            assertEquals(0, countNotStopped(journal, 180));
        }
    }

    @Test
    void countIsUnknownIfBothIndexesAreDamaged() throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 180);
        int first = pageNumber("SELECT rootpage FROM sqlite_schema WHERE name = 'car_in_stock'");
        int second = pageNumber("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_car_1'");
        byte[] broken = withNoise(whole, (first - 1) * PAGE, PAGE);
        try (Journal journal = open()) {
            assertTrue(salvageResult(journal).isComplete());
        }
        withNoise(broken, (second - 1) * PAGE, PAGE);
        try (Journal journal = open()) {
            assertFalse(salvageResult(journal).counted());
        }
    }

    @Tag("proof")
    @Test
    void emptyIndexEntriesDoNotStopTheSalvage() throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 180);
        int root = pageNumber("SELECT rootpage FROM sqlite_schema WHERE name = 'car_in_stock'");
        int leaf = java.nio.ByteBuffer.wrap(whole).getInt((root - 1) * PAGE + 8);
        // A record of one byte that states that the record has no values.
        Arrays.fill(whole, leaf * PAGE - 3_000, leaf * PAGE, (byte) 1);
        // So that the damage is seen.
        withNoise(whole, 0, PAGE);
        try (Journal journal = open()) {
            assertEquals(FEW_CARS, salvageResult(journal).cars());
        }
    }

    @Tag("proof")
    @Test
    void randomDamageStopsNoSalvage() throws Exception {
        byte[] whole = writeJournal(100, 90);
        int damages = Integer.getInteger("forecourt.salvage.damages", 40);
        int fewest = 100;
        for (int time = 0; time < damages; time++) {
            byte[] broken = whole.clone();
            for (int part = 0; part <= time % 4; part++) {
                damage(broken, whole, time % 3);
            }
            Path other = home.resolve("damage-" + time).resolve("journal.db");
            Files.createDirectories(other.getParent());
            Files.write(other, broken);
            try (Journal journal = open(other)) {
                JournalState state = journal.check();
                if (state.kind() == DAMAGED) {
                    int cars = journal.stock().size();
                    fewest = Math.min(fewest, cars);
                    assertEquals(cars, state.salvage().map(SalvageResult::cars).orElse(0), "damage " + time);
                    assertEquals(0, journal.unreadableRows().count());
                    assertEmpty(journal.waitingSubmissions());
                }
            }
            try (Database database = Database.openReadOnly(other)) {
                assertEmpty(database.query("PRAGMA foreign_key_check", row -> row.getString(1)));
            }
        }
        System.out.printf(
                "salvage: seed %d, %d damages of three kinds, at least %d of 100 cars%n", SEED, damages, fewest);
        assertTrue(fewest > 70, "cars " + fewest);
    }

    /** Overwrites a part of the file with noise, one repeated byte, or another part of the file. */
    private void damage(byte[] broken, byte[] whole, int kind) {
        int length = 1 + random.nextInt(6_000);
        int at = random.nextInt(broken.length - length);
        switch (kind) {
            case 0 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, broken, at, length);
            }
            case 1 -> Arrays.fill(broken, at, at + length, (byte) random.nextInt(256));
            default -> System.arraycopy(whole, random.nextInt(whole.length - length), broken, at, length);
        }
    }

    @Test
    void lostRowsAreRebuilt() throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 180);
        byte[] broken = whole.clone();
        blank(broken, LargeJournal.submission(7) + LargeJournal.car(7).toString());
        blank(broken, LargeJournal.car(8) + "{\"");
        // So that the damage is seen.
        System.arraycopy(new byte[PAGE], 0, broken, PAGE, PAGE);
        Files.write(file(), broken);
        try (Journal journal = open()) {
            SalvageResult result = salvageResult(journal);
            assertEquals(FEW_CARS, result.cars());
            assertEquals(180, result.submissions());
            assertEquals(1, result.rebuilt());
            Submission rebuilt = onlySubmission(journal, LargeJournal.car(7));
            assertEquals(SubmissionState.ACCEPTED, rebuilt.state());
            assertEmpty(rebuilt.options());
            assertEquals(
                    onlySubmission(journal, LargeJournal.car(8)).draft(),
                    journal.car(LargeJournal.car(8)).orElseThrow().draft());
            assertEquals(0, countNotStopped(journal, 180));
        }
    }

    /** Overwrites the text after the start of a row with bytes that are not UTF-8. */
    private static void blank(byte[] file, String start) {
        byte[] wanted = start.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int found = 0;
        for (int at = 0; at < file.length - wanted.length; at++) {
            if (Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                Arrays.fill(file, at, at + wanted.length, (byte) 0xff);
                found++;
            }
        }
        assertTrue(found > 0, start);
    }

    @Test
    void truncatedFileKeepsItsReadableRows() throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 180);
        for (int length : List.of(whole.length - 1, whole.length - PAGE, whole.length / 2 + 17)) {
            Files.write(file(), Arrays.copyOf(whole, length));
            try (Journal journal = open()) {
                SalvageResult result = salvageResult(journal);
                assertTrue(result.cars() >= FEW_CARS * (length - 20 * PAGE) / whole.length, result::toString);
                assertEquals(result.cars(), journal.stock().size());
            }
        }
    }

    @Test
    void logOfAKilledProgramIsRead() throws Exception {
        Path left = home.resolve("left").resolve("journal.db");
        UUID late = writeFileWithLog(left);
        byte[] bytes = Files.readAllBytes(left);
        Arrays.fill(bytes, 0, 100, (byte) 0x5a);
        Files.write(left, bytes);
        try (Journal after = open(left)) {
            assertEquals(FEW_CARS + 1, salvageResult(after).cars());
            assertEquals(draft("opel", "late"), after.car(late).orElseThrow().draft());
        }
    }

    @Tag("proof")
    @Test
    void logOfATruncatedFileIsRead() throws Exception {
        Path left = home.resolve("left").resolve("journal.db");
        UUID late = writeFileWithLog(left);
        byte[] bytes = Files.readAllBytes(left);
        Arrays.fill(bytes, 0, 100, (byte) 0x5a);
        Files.write(left, Arrays.copyOf(bytes, bytes.length / 2));
        try (Journal after = open(left)) {
            salvageResult(after);
            assertEquals(draft("opel", "late"), after.car(late).orElseThrow().draft());
        }
    }

    /** Writes the files of a killed program: the log has one more car than the file. Returns that car. */
    private UUID writeFileWithLog(Path left) throws Exception {
        writeJournal(FEW_CARS, 180);
        Files.createDirectories(left.getParent());
        try (Journal journal = open()) {
            UUID late = saveCar(journal, draft("opel", "late"));
            for (String part : List.of("", "-wal")) {
                Files.copy(file().resolveSibling("journal.db" + part), left.resolveSibling("journal.db" + part));
            }
            return late;
        }
    }

    @Test
    void parsableGarbageRowsAreRefused() throws Exception {
        writeJournal(FEW_CARS, 180);
        try (Database database = Database.open(file())) {
            database.update("PRAGMA foreign_keys = OFF");
            database.update("UPDATE car SET mark = 'nonf' WHERE id = ?", LargeJournal.car(190));
            database.update("UPDATE car SET begun = -1 WHERE id = ?", LargeJournal.car(191));
            database.update("UPDATE attempt SET state = 'sentt' WHERE id = ?", LargeJournal.submission(3));
        }
        byte[] whole = Files.readAllBytes(file());
        withNoise(whole, (pageNumber("SELECT rootpage FROM sqlite_schema WHERE name = 'car'") - 1) * PAGE, PAGE);
        try (Journal journal = open()) {
            SalvageResult result = salvageResult(journal);
            assertEquals(FEW_CARS - 2, result.cars());
            assertEquals(2, result.lostCars());
            assertEquals(179, result.submissions());
            assertEquals(1, result.lostSubmissions());
            assertEquals(0, journal.unreadableRows().count());
        }
    }

    @Test
    void deletedRowsOnFreePagesStayDeleted() throws Exception {
        writeJournal(FEW_CARS, 0);
        try (Database database = Database.open(file())) {
            database.update("DELETE FROM car WHERE rowid > 50");
        }
        byte[] whole = Files.readAllBytes(file());
        withNoise(whole, (pageNumber("SELECT rootpage FROM sqlite_schema WHERE name = 'car'") - 1) * PAGE, PAGE);
        try (Journal journal = open()) {
            assertEquals(50, salvageResult(journal).cars());
        }
    }

    @Test
    void draftOfThisRunWins() throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 180);
        withNoise(whole, whole.length / 2, NOISE);
        Journal journal = open();
        journal.open();
        clock.advance(java.time.Duration.ofSeconds(5));
        journal.save(LargeJournal.car(1), draft("opel", "today"), Set.of());
        Submission today = enqueue(journal, submission(UUID.randomUUID()));
        boolean replaced = journal.open().kind() == DAMAGED;
        SalvageResult result = salvageResult(journal);
        assertTrue(result.cars() > FEW_CARS - 15);
        assertEquals(
                draft("opel", "today"),
                journal.car(LargeJournal.car(1)).orElseThrow().draft());
        assertEquals(
                replaced ? SubmissionState.WAITING : SubmissionState.UNKNOWN,
                onlySubmission(journal, today.car()).state());
        assertInstanceOf(
                Journal.EnqueueResult.AlreadyThere.class,
                journal.note(
                        submission(UUID.randomUUID(), STAGING, LargeJournal.payload(1)), draft("bmw", "1"),
                        Set.of(), Set.of()));
    }

    @Test
    void foreignFileIsMovedAside() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "notes");
        try (Journal journal = open()) {
            assertEquals(
                    new JournalState(DAMAGED, Optional.of(file().resolveSibling("journal.db.bad"))), journal.open());
        }
    }

    @Tag("proof")
    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x08, 0x11, 0x00})
    void flippedPageSizeCostsNoRows(int high) throws Exception {
        byte[] whole = writeJournal(FEW_CARS, 180);
        whole[16] = (byte) high;
        Files.write(file(), whole);
        try (Journal journal = open()) {
            SalvageResult result = salvageResult(journal);
            assertEquals(FEW_CARS, result.cars());
            assertEquals(180, result.submissions());
            assertTrue(result.isComplete(), result::toString);
        }
    }

    @Tag("proof")
    @Test
    void fileOfAnotherPageSizeIsRead() throws Exception {
        writeJournal(FEW_CARS, 180);
        int size = 8_192;
        try (Database database = Database.open(file())) {
            database.queryFirst("PRAGMA journal_mode = DELETE", row -> row.getString(1));
            database.update("PRAGMA page_size = " + size);
            database.update("VACUUM");
        }
        byte[] whole = Files.readAllBytes(file());
        int root = pageNumber("SELECT rootpage FROM sqlite_schema WHERE name = 'car'");
        assertEquals(size, java.nio.ByteBuffer.wrap(whole).getShort(16));
        withNoise(whole, (root - 1) * size, size);
        try (Journal journal = open()) {
            assertEquals(FEW_CARS, salvageResult(journal).cars());
        }
    }
}
