package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.forecourt.settings.Profile;
import app.forecourt.stock.EnqueueResult;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The home is deleted under a running program and the program started again: in the end both write into one journal. */
@Timeout(30)
class TwoOnOneHomeTest extends JournalFixture {
    private static final long PATIENCE = 10_000_000_000L;
    private static final long BETWEEN_LOOKS = 10_000_000L;
    private static final String GOLF = "{\"brand\":\"vw\",\"vin\":\"WVWZZZ1KZAW000001\"}";

    private final List<JournalState> told = new CopyOnWriteArrayList<>();
    private Journal first;

    @BeforeEach
    void oneRuns() {
        assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("unix"));
        first = open();
        first.whenLost(told::add);
        first.open();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Puts another home in place, and deletes the one that was there. */
    private void replaceBy(Path elsewhere) throws IOException {
        Path away = home.resolve("away");
        // Two steps at once: the first one looks every second.
        Files.move(file().getParent(), away);
        Files.move(elsewhere, file().getParent());
        delete(away);
    }

    /** Deletes the home and starts another one before the first has seen it. */
    private Journal startedOnNothing() throws IOException {
        Path elsewhere = home.resolve("elsewhere");
        UUID none;
        try (Journal other = open(elsewhere.resolve("journal.db"))) {
            none = saved(other, draft("none", ""));
        }
        replaceBy(elsewhere);
        Journal second = open();
        assertEquals(List.of(none), second.stock().stream().map(StockRow::id).toList());
        return second;
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.list(file().getParent())) {
            return all.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    private Submission golf() {
        return attempt(UUID.randomUUID(), Profile.STAGING, GOLF);
    }

    private static void mayBeThere(Journal journal, Submission attempt) {
        assertInstanceOf(EnqueueResult.AlreadyThere.class,
                journal.note(attempt, attempt.sent(), Set.of(), Set.of()));
    }

    @Test
    void nothingThatOneOfThemWroteIsLostOrPutAside() throws IOException {
        var cars = new HashSet<UUID>();
        cars.add(ended(first, attempt(UUID.randomUUID()), ACCEPTED).car());
        Journal second = startedOnNothing();
        second.stock().forEach(row -> cars.add(row.id()));
        for (int round = 0; round < 3; round++) {
            cars.add(ended(second, attempt(UUID.randomUUID()), ACCEPTED).car());
            cars.add(saved(second, draft("bmw", "1")));
            cars.add(ended(first, attempt(UUID.randomUUID()), ACCEPTED).car());
            cars.add(saved(first, draft("opel", "2")));
        }
        assertEquals(List.of(JournalState.of(JournalState.Kind.GONE)), told,
                "said once, and nothing put aside");
        first.close();
        cars.add(saved(second, draft("fiat", "3")));
        second.close();
        Journal again = open();
        assertEquals(JournalState.of(JournalState.Kind.SOUND), again.check());
        assertEquals(cars, again.stock().stream().map(StockRow::id).collect(Collectors.toSet()));
        assertEquals(7, again.lately(100).size());
        assertEquals(Set.of("journal.db", "journal.db-wal", "journal.db-shm"), files());
    }

    @Test
    void whatTheSecondHasSentTheFirstDoesNotSendAgain() throws IOException {
        Journal second = startedOnNothing();
        ended(second, golf(), ACCEPTED);
        mayBeThere(first, golf());
    }

    @Test
    void whatTheFirstHasSentTheSecondDoesNotSendAgain() throws IOException {
        ended(first, golf(), ACCEPTED);
        Journal second = startedOnNothing();
        saved(first, draft("bmw", "1"));
        mayBeThere(second, golf());
    }

    /** The second may have sent the car meanwhile; she is asked. */
    /** As when somebody restores yesterday's files while it runs. */
    @Test
    void whatWasSentSinceACopyDoesNotWaitAgainWhenThatIsPutInPlace() throws IOException {
        Submission waiting = noted(first, golf());
        Path copy = Files.createDirectory(home.resolve("elsewhere")).resolve(file().getFileName());
        first.copyTo(copy);
        tick();
        Submission sent = waiting.leaving(clock.instant()).ended(clock.instant(), ACCEPTED);
        first.note(sent);
        replaceBy(copy.getParent());
        assertEquals(sent.state(), only(first, sent.car()).state());
    }

    @Test
    void whatTheFirstWasWaitingToSendDoesNotLeave() throws IOException {
        Submission waiting = noted(first, golf());
        Journal second = startedOnNothing();
        ended(second, golf(), ACCEPTED);
        assertFalse(first.leave(waiting.leaving(clock.instant())));
        assertEquals(SubmissionState.UNKNOWN, only(second, waiting.car()).state());
    }

    @Test
    void whatWasOnItsWayIsKnownWhenItHasCome() throws IOException {
        Submission leaving = noted(first, golf()).leaving(clock.instant());
        assertTrue(first.leave(leaving));
        Journal second = startedOnNothing();
        tick();
        first.note(leaving.ended(clock.instant(), ACCEPTED));
        assertEquals(SubmissionState.ACCEPTED, only(second, leaving.car()).state());
        mayBeThere(second, golf());
    }

    @Test
    void oneThatDoesNothingSeesItToo() throws IOException {
        Submission sent = ended(first, golf(), ACCEPTED);
        delete(file().getParent());
        long end = System.nanoTime() + PATIENCE;
        while (!Files.exists(file())) {
            assertTrue(System.nanoTime() < end, "not noticed");
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        Journal second = open();
        assertEquals(List.of(sent.car()), second.stock().stream().map(StockRow::id).toList());
        mayBeThere(second, golf());
    }

    @Test
    void oneThatIsClosedLeavesWhatItKnew() throws IOException {
        Submission sent = ended(first, golf(), ACCEPTED);
        Journal second = startedOnNothing();
        first.close();
        assertEquals(sent, only(second, sent.car()));
        assertEquals(List.of(), told, "nobody is there any more");
    }

    /** SQLite would take it for the other file's, and spoil that. */
    @Test
    void anotherJournalBesideOurLogIsPutAside() throws IOException {
        UUID car = saved(first, draft("bmw", "1"));
        Path elsewhere = home.resolve("elsewhere").resolve("journal.db");
        try (Journal other = open(elsewhere)) {
            saved(other, draft("opel", "2"));
        }
        Files.move(elsewhere, file(), StandardCopyOption.REPLACE_EXISTING);
        first.mark(car, StockMark.SOLD);
        assertEquals(List.of(car), first.stock().stream().map(StockRow::id).toList());
        assertTrue(told.getFirst().aside().isPresent());
    }
}
