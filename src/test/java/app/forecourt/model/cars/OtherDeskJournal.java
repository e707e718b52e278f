package app.forecourt.model.cars;

import app.forecourt.car.CarDraft;
import app.forecourt.journal.Journal;
import app.forecourt.journal.database.MergedCar;
import app.forecourt.journal.database.MergedCarTable;
import app.forecourt.journal.database.SharedItemTable;
import app.forecourt.stock.StockMark;
import app.forecourt.stock.StoredCar;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Writes into the journal of a test what a sync has got from the desk of Anna. */
record OtherDeskJournal(Journal journal, Clock clock) {

    /** Writes a car as a sync does. */
    void write(UUID car, UnaryOperator<CarDraft> change, StockMark mark) {
        journal.syncRecords().inTransaction(transaction -> {
            StoredCar stored =
                    MergedCarTable.find(transaction, car).orElseThrow().car();
            SharedItemTable.save(transaction, "car", car, new SharedItemTable.Version(1, "{}", ""));
            return MergedCarTable.save(
                    transaction,
                    new MergedCar(
                            car,
                            List.of(new MergedCar.Step(change.apply(stored.draft()), "Anna", clock.instant())),
                            stored.acceptedSuggestions(),
                            mark,
                            Optional.empty(),
                            "Anna",
                            stored.reopened(),
                            stored.createdAt(),
                            stored.registerNote()),
                    clock.instant());
        });
    }
}
