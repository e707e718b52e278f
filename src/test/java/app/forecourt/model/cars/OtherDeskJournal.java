package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.journal.database.MergedCarTable;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Writes into the journal of a test what an exchange has got from the desk of Anna. */
record OtherDeskJournal(Journal journal, Clock clock) {

    /** Writes a car as an exchange does, again if the car was changed since it was read. */
    void write(UUID car, UnaryOperator<CarDraft> change, StockMark mark) {
        Optional<?> saved = Optional.empty();
        while (saved.isEmpty()) {
            MergedCarTable.Version version =
                    journal.syncRecords().cars(List.of(car)).getFirst();
            StoredCar stored = version.car();
            saved = journal.syncRecords()
                    .saveCars(List.of(new MergedCar(
                            car,
                            Optional.of(version.changedAt()),
                            UUID.randomUUID().toString(),
                            List.of(new MergedCar.Step(change.apply(stored.draft()), "Anna", clock.instant())),
                            stored.acceptedSuggestions(),
                            mark,
                            Optional.empty(),
                            "Anna",
                            stored.reopened(),
                            stored.createdAt(),
                            stored.registerNote())))
                    .getFirst();
        }
    }
}
