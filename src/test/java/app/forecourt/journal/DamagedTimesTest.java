package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.history.CarHistory;
import app.forecourt.journal.database.Database;
import app.forecourt.settings.Profile;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockMark;
import app.forecourt.testing.TypedCars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cars with a damaged time of change or typing. They stay in the list, and all that is typed is saved. */
class DamagedTimesTest extends JournalFixture {
    private UUID writeDamaged(long changed) throws Exception {
        UUID car;
        try (Journal journal = open()) {
            car = saveCar(journal, draft("bmw", "XD-99-13"));
        }
        try (Database database = Database.open(file())) {
            database.update("UPDATE car SET changed = ?", changed);
        }
        tick();
        return car;
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 253_402_300_800_000L, -5, Long.MIN_VALUE})
    void carIsShownAndSaved(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        Journal journal = open();
        assertTrue(row(journal, car).isPresent());
        assertEquals(0, journal.unreadableRows().count());
        TypedCars.save(journal, car, draft("bmw", "XD-99-14"), Set.of());
        assertEquals(draft("bmw", "XD-99-14"), journal.car(car).orElseThrow().draft());
        assertEquals(
                clock.instant(),
                CarHistory.of(journal.history(car).orElseThrow(), Object::equals, draft -> draft)
                        .newestFirst()
                        .getFirst()
                        .at());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void historyIsReadWithADamagedTimeOfTyping(long typed) throws Exception {
        UUID car = writeDamaged(clock.instant().toEpochMilli());
        try (Database database = Database.open(file())) {
            database.update("UPDATE car SET typed = ?", typed);
        }
        Journal journal = open();
        assertEquals(
                1,
                CarHistory.of(journal.history(car).orElseThrow(), Object::equals, draft -> draft)
                        .newestFirst()
                        .size());
        TypedCars.save(journal, car, draft("bmw", "XD-99-14"), Set.of());
        assertEquals(
                2,
                CarHistory.of(journal.history(car).orElseThrow(), Object::equals, draft -> draft)
                        .newestFirst()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void carIsMarkedAndCorrected(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        try (Journal journal = open()) {
            journal.setMark(car, StockMark.SOLD, Optional.of(clock.instant()));
            assertEquals(StockMark.SOLD, row(journal, car).orElseThrow().mark());
        }
        writeAgain(changed);
        try (Journal journal = open()) {
            journal.setReopened(car, Optional.of(clock.instant()));
            assertTrue(row(journal, car).orElseThrow().reopened().isPresent());
        }
        writeAgain(changed);
        try (Journal journal = open()) {
            TypedCars.saveEditedDescription(journal, car, "text");
            assertEquals("text", journal.car(car).orElseThrow().editedDescription());
        }
        writeAgain(changed);
        RegisterNote note = new RegisterNote("XD9913", Profile.STAGING, List.of(), clock.instant());
        try (Journal journal = open()) {
            journal.saveRegisterNote(car, note);
            assertTrue(journal.car(car).orElseThrow().registerNote().isPresent());
        }
    }

    private void writeAgain(long changed) throws Exception {
        try (Database database = Database.open(file())) {
            database.update("UPDATE car SET changed = ?", changed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void sentDraftIsSaved(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        Journal journal = open();
        var sent = submission(car);
        journal.note(sent, draft("bmw", "XD-99-15"), Set.of(), Set.of());
        assertEquals(draft("bmw", "XD-99-15"), journal.car(car).orElseThrow().draft());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void restoredCarCanBeReplaced(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        Path copy = home.resolve("copy.db");
        Files.copy(file(), copy);
        Journal here = open(home.resolve("here").resolve("journal.db"));
        here.restore(copy);
        assertTrue(row(here, car).isPresent());
        tick();
        here.restore(copy);
        TypedCars.save(here, car, draft("bmw", "newer"), Set.of());
        assertEquals(draft("bmw", "newer"), here.car(car).orElseThrow().draft());
    }
}
