package app.forecourt.journal;

import static app.forecourt.journal.JournalOpenState.Kind.GONE;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
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
@Needs(SystemFeature.OPEN_FILES_MOVE)
class TwoOnOneHomeTest extends JournalFixture {
    private static final String GOLF = "{\"brand\":\"vw\",\"vin\":\"WVWZZZ1KZAW000001\"}";

    private final List<JournalOpenState> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void openJournal() {
        journal.whenReopened(told::add);
        journal.open();
    }

    /** Replaces the home by another one, and deletes the old one. */
    private void replaceBy(Path elsewhere) throws IOException {
        Path away = home.resolve("away");
        // Two moves in quick succession, because the first program checks its file every second.
        Files.move(file().getParent(), away);
        Files.move(elsewhere, file().getParent());
        delete(away);
    }

    /** Copies the journal into a folder of its own. */
    private Path copyElsewhere() throws IOException {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        copy(journal, elsewhere.resolve("journal.db"));
        return elsewhere;
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
        return submission(GOLF);
    }

    @Test
    void noWriteOfEitherProgramIsLost() throws IOException {
        var cars = new HashSet<UUID>();
        cars.add(sendCar(journal).car());
        Journal second = openSecondOnNewHome();
        cars.addAll(ids(second));
        for (int round = 0; round < 3; round++) {
            cars.add(sendCar(second).car());
            cars.add(saveCar(second));
            cars.add(sendCar(journal).car());
            cars.add(saveCar(draft("opel", "2")));
        }
        assertEquals(List.of(JournalOpenState.of(GONE)), told, "reported once, and nothing moved aside");
        journal.close();
        cars.add(saveCar(second, draft("fiat", "3")));
        second.close();
        Journal again = open();
        assertSound(again);
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
        duplicates(journal, golfSubmission());
    }

    /** The copy is put in place as if somebody restored yesterday's files while the program runs. */
    @Test
    void sentCarDoesNotWaitAgainAfterARestore() throws IOException {
        Submission waiting = enqueue(golfSubmission());
        Path copy = copyElsewhere();
        tick();
        Submission sent = waiting.asSending(now()).withOutcome(now(), ACCEPTED);
        journal.update(sent);
        replaceBy(copy);
        assertState(sent.state(), journal, sent);
    }

    @Test
    void newerVersionOfACarStays() throws IOException {
        UUID newerThere = saveCar(draft("bmw", "old"));
        UUID newerHere = saveCar(draft("opel", "old"));
        Path copy = copyElsewhere();
        tick();
        save(newerHere, draft("opel", "new"));
        replaceBy(copy);
        tick();
        save(open(), newerThere, draft("bmw", "new"));
        assertEquals(draft("bmw", "new"), draft(journal, newerThere));
        assertEquals(draft("opel", "new"), draft(journal, newerHere));
    }

    @Test
    void waitingCarOfTheFirstIsNotSent() throws IOException {
        Submission waiting = enqueue(golfSubmission());
        Journal second = openSecondOnNewHome();
        complete(second, golfSubmission(), ACCEPTED);
        assertFalse(journal.markSending(waiting.asSending(now())));
        assertState(SubmissionState.UNKNOWN, second, waiting);
    }

    @Test
    void outcomeOfASendingCarReachesBoth() throws IOException {
        Submission leaving = enqueue(golfSubmission()).asSending(now());
        assertTrue(journal.markSending(leaving));
        Journal second = openSecondOnNewHome();
        tick();
        journal.update(leaving.withOutcome(now(), ACCEPTED));
        assertState(SubmissionState.ACCEPTED, second, leaving);
        duplicates(second, golfSubmission());
    }

    @Test
    void closedProgramMergesItsRows() throws IOException {
        Submission sent = complete(golfSubmission(), ACCEPTED);
        Journal second = openSecondOnNewHome();
        journal.close();
        assertEquals(sent, onlySubmission(second, sent.car()));
        assertEquals(List.of(), told, "a closed journal reports nothing");
    }

    /** SQLite would apply the log to the other file and damage that file. */
    @Test
    void journalBesideTheLogOfTheFirstIsMerged() throws IOException {
        UUID car = saveCar();
        Path elsewhere = home.resolve("elsewhere/journal.db");
        UUID foreign;
        try (Journal other = open(elsewhere)) {
            foreign = saveCar(other, draft("opel", "2"));
        }
        Files.move(elsewhere, file(), StandardCopyOption.REPLACE_EXISTING);
        mark(car, SOLD);
        assertEquals(Set.of(car, foreign), cars(journal));
        assertEquals(SOLD, listed(journal, car).mark());
        journal.close();
        assertSound(open());
    }
}
