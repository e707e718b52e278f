package app.forecourt.journal;

import static app.forecourt.settings.Profile.STAGING;
import static app.forecourt.stock.StockMark.SOLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.stock.RegisterRemarks;
import app.forecourt.stock.StoredCar;
import app.forecourt.testing.TypedCars;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cars with a damaged time of change or typing. They stay in the list, and all that is typed is saved. */
class DamagedTimesTest extends JournalFixture {
    private UUID writeDamaged(long changed) throws Exception {
        UUID car = before(journal -> saveCar(journal, draft("bmw", "XD-99-13")));
        update("UPDATE car SET changed = ?", changed);

        tick();
        return car;
    }

    @Test
    void killAfterADamagedTimeLosesNothing() throws Exception {
        UUID car = writeDamaged(Long.MAX_VALUE);
        // Writes the damaged time into the log of changes.
        journal.saveSendTried(car);
        save(car, draft("bmw", "XD-99-14"));
        assertEquals(draft("bmw", "XD-99-14"), draft(open(), car));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 253_402_300_800_000L, -5, Long.MIN_VALUE})
    void carIsShownAndSaved(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        assertTrue(row(journal, car).isPresent());
        assertEquals(0, journal.unreadableRows().count());
        save(car, draft("bmw", "XD-99-14"));
        assertEquals(draft("bmw", "XD-99-14"), draft(journal, car));
        assertEquals(now(), history(journal, car).getFirst().at());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void historyIsReadWithADamagedTimeOfTyping(long typed) throws Exception {
        UUID car = writeDamaged(now().toEpochMilli());
        update("UPDATE car SET typed = ?", typed);
        assertEquals(1, history(journal, car).size());
        save(car, draft("bmw", "XD-99-14"));
        assertEquals(2, history(journal, car).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void eachChangeIsSaved(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        RegisterRemarks note = new RegisterRemarks("XD9913", STAGING, List.of(), now());
        for (Consumer<Journal> change : List.<Consumer<Journal>>of(
                journal -> journal.note(submission(car), draft("bmw", "sent"), Set.of(), Set.of()),
                journal -> journal.setMark(car, SOLD, Optional.of(now())),
                journal -> journal.setReopened(car, Optional.of(now())),
                journal -> TypedCars.saveEditedDescription(journal, car, "text"),
                journal -> journal.saveRegisterNote(car, note))) {
            update("UPDATE car SET changed = ?", changed);
            // Closed each time, because the log of an open journal would bring back what is later than the new time.
            try (Journal journal = open()) {
                change.accept(journal);
            }
        }
        StoredCar stored = stored(open(), car);
        assertEquals(draft("bmw", "sent"), stored.draft());
        assertEquals(SOLD, stored.mark());
        assertTrue(stored.reopened().isPresent());
        assertEquals("text", stored.editedDescription());
        assertEquals(Optional.of(note), stored.registerNote());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void restoredCarCanBeReplaced(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        Journal here = openOther();
        here.restore(file());
        assertTrue(row(here, car).isPresent());
        tick();
        here.restore(file());
        save(here, car, draft("bmw", "newer"));
        assertEquals(draft("bmw", "newer"), draft(here, car));
    }
}
