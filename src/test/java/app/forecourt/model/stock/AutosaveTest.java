package app.forecourt.model.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.forecourt.car.CarDraft;
import app.forecourt.concurrent.TaskRunner;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.JournalException;
import app.forecourt.model.stock.Autosave.TypedCar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delays of the autosave, with a scheduler that runs nothing by itself. */
class AutosaveTest {
    private record Scheduled(Duration delay, Runnable action) {}

    private static final Duration DELAY = Duration.ofMillis(400);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(5);
    private static final TypedCar OPEL = new TypedCar(CarDraft.EMPTY, Set.of());

    @TempDir
    private Path home;
    private final List<Scheduled> scheduled = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private Journal journal;
    private Autosave autosave;
    private boolean diskFails;

    @BeforeEach
    void openJournal() {
        journal = new Journal(home.resolve("journal.db"), home.resolve("copies"), Clock.systemUTC());
        autosave = new Autosave(journal, new TaskRunner(Runnable::run, Runnable::run,
                (delay, action) -> scheduled.add(new Scheduled(delay, action))), Clock.systemUTC());
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }

    private void write(String note) {
        if (diskFails) {
            throw new JournalException(JournalException.Reason.FULL, new IOException("planted"));
        }
        written.add(note);
    }

    private List<Duration> delays() {
        return scheduled.stream().map(Scheduled::delay).toList();
    }

    @Test
    void changesUntilTheSaveShareIt() {
        autosave.saveCar(UUID.randomUUID(), OPEL);
        autosave.saveCar(UUID.randomUUID(), OPEL);
        assertEquals(List.of(DELAY), delays());
        scheduled.getFirst().action().run();
        assertEquals(0, autosave.unsavedCount());
        assertInstanceOf(Autosave.State.Saved.class, autosave.state().get());
    }

    @Test
    void noteDoesNotWaitForDelayOfTyping() {
        autosave.saveCar(UUID.randomUUID(), OPEL);
        autosave.enqueue(() -> write("note"));
        assertEquals(List.of(DELAY, Duration.ZERO), delays());
        scheduled.getLast().action().run();
        assertEquals(List.of("note"), written);
        scheduled.getFirst().action().run();
        assertEquals(List.of("note"), written);
        assertEquals(2, scheduled.size());
    }

    @Test
    void changeDoesNotWaitForRetry() {
        diskFails = true;
        autosave.enqueue(() -> write("first"));
        scheduled.getFirst().action().run();
        assertEquals(List.of(Duration.ZERO, RETRY_DELAY), delays());
        assertInstanceOf(Autosave.State.Failing.class, autosave.state().get());
        diskFails = false;
        autosave.saveCar(UUID.randomUUID(), OPEL);
        assertEquals(List.of(Duration.ZERO, RETRY_DELAY, DELAY), delays());
        scheduled.getLast().action().run();
        assertEquals(List.of("first"), written);
        assertEquals(0, autosave.unsavedCount());
    }
}
