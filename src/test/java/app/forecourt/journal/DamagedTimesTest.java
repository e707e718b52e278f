package app.forecourt.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.forecourt.settings.Profile;
import app.forecourt.stock.RegisterNote;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import app.forecourt.testing.TypedCars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cars with a damaged time of change or typing. They stay in the list, and all that is typed is saved. */
class DamagedTimesTest extends JournalFixture {
    private UUID writeDamaged(long changed) throws Exception {
        UUID car;
        try (Journal journal = open()) {
            car = saveCar(journal, draft("bmw", "XD-99-13"));
        }
        update("UPDATE car SET changed = ?", changed);

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
        save(journal, car, draft("bmw", "XD-99-14"));
        assertEquals(draft("bmw", "XD-99-14"), draft(journal, car));
        assertEquals(now(), history(journal, car).getFirst().at());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void historyIsReadWithADamagedTimeOfTyping(long typed) throws Exception {
        UUID car = writeDamaged(now().toEpochMilli());
        update("UPDATE car SET typed = ?", typed);
        Journal journal = open();
        assertEquals(1, history(journal, car).size());
        save(journal, car, draft("bmw", "XD-99-14"));
        assertEquals(2, history(journal, car).size());
    }

    /** A way in which a car is changed, with the check that it was. */
    private record Change(String name, BiConsumer<Journal, UUID> change, Predicate<StoredCar> check) {}

    private List<Change> changes() {
        RegisterNote note = new RegisterNote("XD9913", Profile.STAGING, List.of(), now());
        return List.of(
                new Change(
                        "mark",
                        (journal, car) -> journal.setMark(car, StockMark.SOLD, Optional.of(now())),
                        car -> car.mark() == StockMark.SOLD),
                new Change(
                        "correction",
                        (journal, car) -> journal.setReopened(car, Optional.of(now())),
                        car -> car.reopened().isPresent()),
                new Change(
                        "description",
                        (journal, car) -> TypedCars.saveEditedDescription(journal, car, "text"),
                        car -> car.editedDescription().equals("text")),
                new Change(
                        "register",
                        (journal, car) -> journal.saveRegisterNote(car, note),
                        car -> car.registerNote().isPresent()),
                new Change(
                        "sending",
                        (journal, car) -> journal.note(submission(car), draft("bmw", "sent"), Set.of(), Set.of()),
                        car -> car.draft().equals(draft("bmw", "sent"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, -5})
    void eachChangeIsSaved(long changed) throws Exception {
        UUID car = writeDamaged(changed);
        for (Change change : changes()) {
            update("UPDATE car SET changed = ?", changed);
            try (Journal journal = open()) {
                change.change().accept(journal, car);
                assertTrue(change.check().test(stored(journal, car)), change.name());
            }
        }
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
        save(here, car, draft("bmw", "newer"));
        assertEquals(draft("bmw", "newer"), draft(here, car));
    }
}
