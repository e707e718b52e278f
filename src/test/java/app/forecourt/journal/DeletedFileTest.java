package app.forecourt.journal;

import static app.forecourt.journal.JournalOpenState.Kind.GONE;
import static app.forecourt.journal.JournalOpenState.Kind.NEW;
import static app.forecourt.testing.EmptyAssertions.assertEmpty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.journal.database.JournalException;
import app.forecourt.stock.Submission;
import app.forecourt.testing.LongWait;
import app.forecourt.testing.system.Needs;
import app.forecourt.testing.system.SystemFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of a file that is deleted or replaced while it is open: it is written again with everything in it. */
@Needs(SystemFeature.OPEN_FILES_MOVE)
class DeletedFileTest extends JournalFixture {
    private final List<JournalOpenState> told = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"file", "all", "folder", "replaced"})
    void laterWritesAreThereAtTheNextStart(String what) throws IOException {
        var cars = new ArrayList<UUID>(List.of(before(this::sendCar).car()));
        try (Journal journal = open()) {
            journal.whenReopened(told::add);
            cars.add(saveCar(journal));
            remove(what);
            LongWait.until("the notice", () -> {
                cars.add(saveCar(journal, draft("opel", "2")));
                return !told.isEmpty();
            });
            assertEquals(GONE, told.getFirst().kind());
            assertEquals(what.equals("replaced"), told.getFirst().aside().isPresent());
            cars.add(saveCar(journal, draft("fiat", "3")));
            assertEquals(1, told.size(), "reported once");
        }
        Journal again = open();
        assertSound(again);
        assertEquals(Set.copyOf(cars), cars(again));
        if (what.equals("replaced")) {
            assertEquals("another", Files.readString(told.getFirst().aside().orElseThrow()));
        }
    }

    @Test
    void lostFileThatCantBeWrittenRefusesWrites() throws IOException {
        try (Journal journal = open()) {
            journal.whenReopened(told::add);
            UUID car = saveCar(journal);
            Submission waiting = enqueue(journal, submission());
            remove("folder");
            Files.writeString(file().getParent(), "in the way");
            assertThrows(JournalException.class, () -> saveCar(journal, draft("opel", "2")));
            assertThrows(JournalException.class, () -> journal.markSending(waiting.asSending(now())));
            assertEquals(Set.of(car, waiting.car()), cars(journal), "still readable");
            assertEmpty(told);
            Files.delete(file().getParent());
            UUID later = saveCar(journal, draft("fiat", "3"));
            assertEquals(Set.of(car, waiting.car(), later), cars(journal));
            assertEquals(List.of(JournalOpenState.of(GONE)), told);
            assertTrue(journal.markSending(waiting.asSending(now())));
        }
    }

    @Test
    void logOfADeletedFileIsNotUsedForTheNewFile() throws IOException {
        Path left = home.resolve("left/journal.db");
        Files.createDirectories(left.getParent());
        Journal before = open();
        for (int car = 0; car < 20; car++) {
            sendCar(before);
        }
        Files.copy(file().resolveSibling("journal.db-wal"), left.resolveSibling("journal.db-wal"));
        UUID car;
        try (Journal fresh = open(left)) {
            assertEquals(JournalOpenState.of(NEW), fresh.open());
            car = saveCar(fresh);
        }
        Journal again = open(left);
        assertSound(again);
        assertEquals(List.of(car), ids(again));
        assertTrue(Files.exists(left.resolveSibling("journal.db.bad-wal")), "moved aside, never overwritten");
    }

    private void remove(String what) throws IOException {
        switch (what) {
            case "file" -> Files.delete(file());
            case "replaced" ->
                Files.move(
                        Files.writeString(home.resolve("other"), "another"),
                        file(),
                        StandardCopyOption.REPLACE_EXISTING);
            case "all" -> {
                for (String part : List.of("", "-wal", "-shm")) {
                    Files.delete(file().resolveSibling("journal.db" + part));
                }
            }
            default -> delete(file().getParent());
        }
    }
}
