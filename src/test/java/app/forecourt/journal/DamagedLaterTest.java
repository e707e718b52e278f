package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.database.Database;
import app.forecourt.stock.EditPosition;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StockRow;
import app.forecourt.stock.Submission;
import app.forecourt.stock.SubmissionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file whose damage is found when it is open already: what was saved since is in the one that is begun. */
class DamagedLaterTest extends OnDisk {
    private static final long SEED = 20_260_301;
    private static final int PAGE = 4096;

    private final List<Found> told = new ArrayList<>();
    private Submission waitsSinceYesterday;

    @BeforeEach
    void aJournalOfFortyCars() {
        try (Journal journal = open()) {
            for (int number = 0; number < 40; number++) {
                ended(journal, attempt(UUID.randomUUID()), ACCEPTED);
            }
            waitsSinceYesterday = noted(journal, attempt(UUID.randomUUID()));
        }
    }

    private void spoil(int page) throws IOException {
        byte[] bytes = Files.readAllBytes(file());
        byte[] garbage = new byte[PAGE];
        new Random(SEED + page).nextBytes(garbage);
        System.arraycopy(garbage, 0, bytes, page * PAGE, PAGE);
        Files.write(file(), bytes);
    }

    private Journal listened() {
        Journal journal = open();
        journal.whenLost(told::add);
        return journal;
    }

    @Test
    void whatIsSavedBeforeTheEndOfTheCheckIsInTheNewFile() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        // The first page is looked at when it is opened.
        for (int page = 1; page < whole.length / PAGE; page += 6) {
            Files.write(file(), whole);
            spoil(page);
            Files.deleteIfExists(file().resolveSibling("journal.db-wal"));
            told.clear();
            UUID typed;
            Submission waiting;
            Submission sent;
            EditPosition place = new EditPosition(UUID.randomUUID(), "brand", 0.5);
            try (Journal journal = listened()) {
                Found atOnce = journal.open();
                typed = saved(journal, draft("opel", "1"));
                journal.save(typed, draft("opel", "2"), Set.of());
                waiting = noted(journal, attempt(UUID.randomUUID()));
                sent = ended(journal, attempt(UUID.randomUUID()), ACCEPTED);
                journal.keepPlace(place);
                Found found = journal.check();
                assertEquals(Found.Kind.DAMAGED, found.kind());
                assertEquals(atOnce.equals(found) ? List.of() : List.of(found), told, "said once");
                journal.mark(typed, StockMark.SOLD);
                assertEquals(Found.Kind.DAMAGED, journal.check().kind(), "and no more");
            }
            try (Journal again = open()) {
                assertEquals(Found.of(Found.Kind.SOUND), again.check());
                Set<UUID> there = Set.copyOf(again.stock().stream().map(StockRow::id).toList());
                assertTrue(there.containsAll(Set.of(typed, waiting.car(), sent.car())));
                assertEquals(44, there.size(), "and what was there before");
                assertEquals(SubmissionState.UNKNOWN, only(again, waitsSinceYesterday.car()).state());
                assertEquals(draft("opel", "2"), again.car(typed).orElseThrow().draft());
                assertEquals(StockMark.SOLD, again.car(typed).orElseThrow().mark());
                assertEquals(List.of(waiting), again.waiting());
                assertEquals(sent, only(again, sent.car()));
                assertEquals(Optional.of(place), again.place());
            }
        }
    }

    @Test
    void whatWasTakenInHandIsKeptToo() throws Exception {
        Journal journal = listened();
        journal.check();
        assertEquals(List.of(waitsSinceYesterday), journal.waiting());
        int pages = (int) (Files.size(file()) / PAGE);
        try (Database other = Database.open(file())) {
            // So that nothing is read from the log.
            other.one("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
        }
        for (int page = 1; page < pages; page++) {
            spoil(page);
        }
        journal.stock();
        assertEquals(List.of(Found.Kind.DAMAGED), told.stream().map(Found::kind).toList());
        assertEquals(List.of(waitsSinceYesterday), open().waiting());
        assertEquals(List.of(waitsSinceYesterday.car()), journal.stock().stream().map(StockRow::id).toList());
    }

    @Test
    void whatIsBegunAfterDamageIsNotCopiedInTheOldOnesPlace() throws IOException {
        spoil((int) (Files.size(file()) / PAGE) - 1);
        Journal journal = open();
        saved(journal, draft("opel", "1"));
        journal.copyOfTheDay();
        assertEquals(Found.Kind.DAMAGED, journal.open().kind());
        assertEquals(List.of(), journal.copies());
    }

    @Test
    void whatWasPutAsideBeforeStays() throws IOException {
        // The last page has the attempt that waits, which is read when the file is opened.
        spoil((int) (Files.size(file()) / PAGE) - 2);
        Journal journal = listened();
        UUID typed = saved(journal, draft("opel", "1"));
        Path inTheWay = file().resolveSibling("journal.db.bad");
        Files.writeString(inTheWay, "hers");
        assertEquals(Optional.of(file().resolveSibling("journal.db.bad2")), journal.check().aside());
        assertEquals("hers", Files.readString(inTheWay));
        assertTrue(row(journal, typed).isPresent());
        assertEquals(42, journal.stock().size());
    }
}
