package app.forecourt.journal;

import static app.forecourt.journal.JournalState.Kind.GONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.forecourt.settings.Profile;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Tests of a home that is deleted under a running program, with a second program started: both write into one journal
 * in the end.
 */
@Timeout(LongWait.TEST_SECONDS)
class TwoOnOneHomeTest extends JournalFixture {
    private static final String GOLF = "{\"brand\":\"vw\",\"vin\":\"WVWZZZ1KZAW000001\"}";

    private final List<JournalState> told = new CopyOnWriteArrayList<>();
    private Journal first;

    @BeforeEach
    void openFirst() {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("unix"));
        first = open();
        first.whenReopened(told::add);
        first.open();
    }

    /** Replaces the home by another one, and deletes the old one. */
    private void replaceBy(Path elsewhere) throws IOException {
        Path away = home.resolve("away");
        // Two moves in quick succession, because the first program checks its file every second.
        Files.move(file().getParent(), away);
        Files.move(elsewhere, file().getParent());
        delete(away);
    }

    /** Replaces the home and opens a second journal before the first one notices. */
    private Journal openSecondOnNewHome() throws IOException {
        Path elsewhere = home.resolve("elsewhere");
        UUID none;
        try (Journal other = open(elsewhere.resolve("journal.db"))) {
            none = saveCar(other, draft("none", ""));
        }
        replaceBy(elsewhere);
        Journal second = open();
        assertEquals(List.of(none), ids(second));
        return second;
    }

    private Submission golfSubmission() {
        return submission(UUID.randomUUID(), Profile.STAGING, GOLF);
    }

    @Test
    void noWriteOfEitherProgramIsLost() throws IOException {
        var cars = new HashSet<UUID>();
        cars.add(sendCar(first).car());
        Journal second = openSecondOnNewHome();
        cars.addAll(ids(second));
        for (int round = 0; round < 3; round++) {
            cars.add(sendCar(second).car());
            cars.add(saveCar(second));
            cars.add(sendCar(first).car());
            cars.add(saveCar(first, draft("opel", "2")));
        }
        assertEquals(List.of(JournalState.of(GONE)), told, "reported once, and nothing moved aside");
        first.close();
        cars.add(saveCar(second, draft("fiat", "3")));
        second.close();
        Journal again = open();
        assertEquals(sound(), again.check());
        assertEquals(cars, cars(again));
        assertEquals(
                7,
                cars.stream()
                        .mapToInt(car -> stored(again, car).submissions().size())
                        .sum());
        assertEquals(
                Set.of("journal.db", "journal.db-wal", "journal.db-shm", "journal-0.changes"),
                fileNames(file().getParent()));
    }

    @Test
    void carSentBySecondIsDuplicateForFirst() throws IOException {
        Journal second = openSecondOnNewHome();
        complete(second, golfSubmission(), ACCEPTED);
        duplicates(first, golfSubmission());
    }

    /** The copy is put in place as if somebody restored yesterday's files while the program runs. */
    @Test
    void sentCarDoesNotWaitAgainAfterARestore() throws IOException {
        Submission waiting = enqueue(first, golfSubmission());
        Path copy = Files.createDirectory(home.resolve("elsewhere")).resolve(file().getFileName());
        copy(first, copy);
        tick();
        Submission sent = waiting.asSending(now()).withOutcome(now(), ACCEPTED);
        first.update(sent);
        replaceBy(copy.getParent());
        assertEquals(sent.state(), onlySubmission(first, sent.car()).state());
    }

    @Test
    void newerVersionOfACarStays() throws IOException {
        UUID newerThere = saveCar(first, draft("bmw", "old"));
        UUID newerHere = saveCar(first, draft("opel", "old"));
        Path copy = Files.createDirectory(home.resolve("elsewhere")).resolve(file().getFileName());
        copy(first, copy);
        tick();
        save(first, newerHere, draft("opel", "new"));
        replaceBy(copy.getParent());
        tick();
        save(open(), newerThere, draft("bmw", "new"));
        assertEquals(draft("bmw", "new"), draft(first, newerThere));
        assertEquals(draft("opel", "new"), draft(first, newerHere));
    }

    @Test
    void waitingCarOfTheFirstIsNotSent() throws IOException {
        Submission waiting = enqueue(first, golfSubmission());
        Journal second = openSecondOnNewHome();
        complete(second, golfSubmission(), ACCEPTED);
        assertFalse(first.markSending(waiting.asSending(now())));
        assertEquals(
                SubmissionState.UNKNOWN, onlySubmission(second, waiting.car()).state());
    }

    @Test
    void outcomeOfASendingCarReachesBoth() throws IOException {
        Submission leaving = enqueue(first, golfSubmission()).asSending(now());
        assertTrue(first.markSending(leaving));
        Journal second = openSecondOnNewHome();
        tick();
        first.update(leaving.withOutcome(now(), ACCEPTED));
        assertEquals(
                SubmissionState.ACCEPTED, onlySubmission(second, leaving.car()).state());
        duplicates(second, golfSubmission());
    }

    @Test
    void closedProgramMergesItsRows() throws IOException {
        Submission sent = complete(first, golfSubmission(), ACCEPTED);
        Journal second = openSecondOnNewHome();
        first.close();
        assertEquals(sent, onlySubmission(second, sent.car()));
        assertEquals(List.of(), told, "a closed journal reports nothing");
    }

    /** SQLite would apply the log to the other file and damage that file. */
    @Test
    void journalBesideTheLogOfTheFirstIsMerged() throws IOException {
        UUID car = saveCar(first);
        Path elsewhere = home.resolve("elsewhere").resolve("journal.db");
        UUID foreign;
        try (Journal other = open(elsewhere)) {
            foreign = saveCar(other, draft("opel", "2"));
        }
        Files.move(elsewhere, file(), StandardCopyOption.REPLACE_EXISTING);
        first.setMark(car, StockMark.SOLD, Optional.of(now()));
        assertEquals(Set.of(car, foreign), cars(first));
        assertEquals(StockMark.SOLD, listed(first, car).mark());
        first.close();
        assertEquals(sound(), open().check());
    }
}
